"""Code blocks of Markdown pages, and what they answer when they are executed as printed."""

import ast
import re
from typing import NamedTuple


class Block(NamedTuple):
    language: str
    heading: str
    code: str
    line: int


def blocks_of(page):
    """The blocks of a page in their order, each with the last heading before it."""
    text = page.read_text()
    heading, found = "", []
    for match in re.finditer(r"^#+ (?P<heading>[^\n]+)$|^```(?P<language>\w*)\n(?P<code>.*?)^```$", text, re.M | re.S):
        if match["heading"]:
            heading = match["heading"]
        else:
            found.append(Block(match["language"], heading, match["code"], text.count("\n", 0, match.start()) + 1))
    return found


def execute_python(block, names, filename):
    """Executes a block as a notebook does: the value of the last expression is its answer."""
    tree = ast.parse(block.code)
    ast.increment_lineno(tree, block.line)
    last = ast.Expression(tree.body.pop().value) if isinstance(tree.body[-1], ast.Expr) else None
    exec(compile(tree, filename, "exec"), names)
    return eval(compile(last, filename, "eval"), names) if last else None


def statements_of(block, folder):
    """The statements of a SQL block; `.read` of DuckDB's shell is replaced by the file, a placeholder by the folder."""
    sql = block.code.replace("/path/to/this/folder", str(folder))
    return re.sub(r"^\.read (\S+)$", lambda match: open(match[1]).read(), sql, flags=re.M)


def rows_of(answer):
    """An answer as column names and rows of plain values, whatever made it; None for what is no table."""
    kind = type(answer).__module__.split(".")[0] + "." + type(answer).__name__
    if kind == "pandas.DataFrame":
        return list(answer.columns), [tuple(map(plain, row)) for row in answer.itertuples(index=False)]
    if kind == "polars.DataFrame":
        return answer.columns, [tuple(map(plain, row)) for row in answer.rows()]
    if kind == "pyspark.DataFrame":
        table = answer.toArrow()
        return table.column_names, [tuple(map(plain, row.values())) for row in table.to_pylist()]
    if kind == "_duckdb.DuckDBPyConnection":
        return [column[0] for column in answer.description], [tuple(map(plain, row)) for row in answer.fetchall()]
    return None


def plain(value):
    """Whole numbers without a point, lists as tuples, None for every kind of null, timestamps without fraction of their library."""
    if hasattr(value, "tolist"):
        value = value.tolist()
    if isinstance(value, (list, tuple)):
        return tuple(map(plain, value))
    if value is None or type(value).__name__ in ("NAType", "NaTType") or value != value:
        return None
    if isinstance(value, float) and value == int(value):
        return int(value)
    return value.isoformat() if hasattr(value, "isoformat") else value
