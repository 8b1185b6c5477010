"""The SQL of views/ as a tree: DuckDB's, but a function stands as it is written, so that none is translated by a rule that is not ours."""

from sqlglot import exp
from sqlglot.dialects.duckdb import DuckDB

# Of functions that mean the same in both; any other needs a rule in functions.py.
SAME = {
    "ABS", "AVG", "CEIL", "COALESCE", "COUNT", "FLOOR", "GREATEST", "LAG", "LEAD", "LEAST", "LOWER", "MAX", "MEDIAN", "MIN",
    "NULLIF", "RANK", "ROUND", "ROW_NUMBER", "SQRT", "STRUCT_PACK", "SUM", "UPPER", "EXISTS", "IF", "CASE", "CAST",
}  # fmt: skip


class Views(DuckDB):
    """Indexes of lists stay as written, from 1."""

    INDEX_OFFSET = 0

    class Parser(DuckDB.Parser):
        FUNCTIONS = {name: make for name, make in DuckDB.Parser.FUNCTIONS.items() if name in SAME}
        FUNCTION_PARSERS = {
            name: parse for name, parse in DuckDB.Parser.FUNCTION_PARSERS.items() if name in {"CAST", "TRY_CAST", "STRUCT_PACK"}
        }


def function(name, *arguments):
    """A call as Spark writes it."""
    return exp.Anonymous(this=name, expressions=[argument for argument in arguments])


def number(value):
    return exp.Literal.number(value) if value >= 0 else exp.Neg(this=exp.Literal.number(-value))


def copied(node):
    """A second use of a part of a tree."""
    return node.copy()


def struct(**fields):
    return exp.Struct(expressions=[named(name, value) for name, value in fields.items()])


def named(name, value):
    return exp.PropertyEQ(this=exp.to_identifier(name), expression=value)


def arrow(names, body):
    """A function of the elements of a list."""
    return exp.Lambda(this=body, expressions=[exp.to_identifier(name) for name in names])


def empty_list():
    return function("array")


def is_null(node):
    return exp.Is(this=wrapped(node), expression=exp.Null())


def wrapped(node):
    """In brackets where an operator next to it could bind more closely."""
    return exp.Paren(this=node) if isinstance(node, (exp.Binary, exp.Unary)) and not isinstance(node, (exp.Dot, exp.Paren)) else node


def condition(test, then, otherwise=None):
    return exp.If(this=test, true=then, false=otherwise if otherwise is not None else exp.Null())


def field(node, name):
    return exp.Dot(this=node, expression=exp.to_identifier(name))
