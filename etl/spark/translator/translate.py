"""
Translates the views and macros of views/ to Spark SQL: reads {"files": […]} as JSON on stdin and writes, for each name, its query, or
what is untranslated in it. etl/spark/write.mjs runs it.
"""

import json
import sys

from sqlglot import exp
from sqlglot.errors import SqlglotError

from aggregates import aggregate, is_aggregate
from dialect import condition, wrapped
from functions import RULES, element, part
from macros import Macro, parse, without_macros
from regex import NoTranslation
from structs import field_names, ranked, unranked_shapes
from unnest import without_unnest

SCHEMAS = {"main", "optional_inputs"}


class Translation:
    """One file; `columns` has those of every other view and table, by name."""

    def __init__(self, macros, columns, shapes):
        self.macros, self.columns = macros, columns
        self.output_shapes = {tuple(shape) for shape in shapes}

    def query(self, tree):
        tree = without_macros(tree, self.macros)
        self.expand_stars(tree)
        tree = tree.transform(as_generator)
        self.unranked = unranked_shapes(tree, self.output_shapes)
        for select in list(tree.find_all(exp.Select)):
            without_unnest(select, tree)
        for table in tree.find_all(exp.Table):
            if table.db in SCHEMAS:
                table.set("db", None)
        for column in tree.find_all(exp.Column):
            if column.args.get("db") is not None and column.db in SCHEMAS:
                column.set("db", None)
        refuse_own_names(tree)
        tree = self.rewritten(tree)
        return tree.sql("spark", pretty=True, unsupported_level=None) + "\n"

    def expand_stars(self, tree):
        """`* exclude (…)` as the list of what is left."""
        for select in tree.find_all(exp.Select):
            for star in [item for item in select.expressions if isinstance(item, exp.Star) and item.args.get("except_")]:
                left_out = {column.name for column in star.args["except_"]}
                source = select.args["from_"].this.alias_or_name
                names = self.names_of(tree, source)
                kept = [exp.column(name) for name in names if name not in left_out]
                select.set("expressions", [one for item in select.expressions for one in (kept if item is star else [item])])

    def names_of(self, tree, source):
        for cte in tree.find_all(exp.CTE):
            if cte.alias == source:
                return cte.this.named_selects
        if source in self.columns:
            return self.columns[source]
        raise NoTranslation(f"* exclude of {source}")

    def rewritten(self, node):
        """A node with everything below it for Spark."""
        if isinstance(node, exp.Window):
            inner = node.this.this if isinstance(node.this, exp.Filter) else node.this
            if is_aggregate(inner):
                test = self.rewritten(node.this.expression.this) if isinstance(node.this, exp.Filter) else None
                inner = self.below(inner)
                node.set("this", exp.Null())
                return aggregate(inner, test, self.below(node))
        if isinstance(node, exp.Filter) and is_aggregate(node.this):
            return aggregate(self.below(node.this), self.rewritten(node.expression.this))
        if is_aggregate(node):
            return aggregate(self.below(node))
        shape = field_names(node) if isinstance(node, exp.Struct) else None
        return self.translated(self.below(node), shape)

    def below(self, node):
        for key, value in list(node.args.items()):
            if isinstance(value, exp.Expression):
                node.set(key, self.rewritten(value))
            elif isinstance(value, list):
                node.set(key, [self.rewritten(one) if isinstance(one, exp.Expression) else one for one in value])
        return node

    def translated(self, node, shape):
        if isinstance(node, exp.Anonymous):
            return called(node)
        if isinstance(node, exp.Struct):
            return node if shape in self.unranked else ranked(node)
        if isinstance(node, exp.Bracket):
            [index] = node.expressions
            return part(node.this, index.this, index.expression) if isinstance(index, exp.Slice) else element(node.this, index)
        if isinstance(node, exp.Comprehension):
            raise NoTranslation("a list comprehension: list_transform is the same")
        if isinstance(node, exp.Div):
            return divided(node)
        if isinstance(node, exp.Like) and not isinstance(node.parent, exp.Escape):
            # Without ESCAPE a backslash is itself in DuckDB.
            return exp.Like(this=node.this, expression=exp.Literal.string(node.expression.name.replace("\\", "\\\\")))
        if isinstance(node, exp.DataType) and node.this == exp.DataType.Type.TIMESTAMP:
            return exp.DataType.build("timestamp_ntz", dialect="spark")
        if isinstance(node, exp.DataType) and node.this == exp.DataType.Type.INT128:
            return exp.DataType.build("decimal(38, 0)", dialect="spark")
        if isinstance(node, exp.With) and node.args.get("recursive"):
            raise NoTranslation("a recursive query, which Spark 3.5 does not know")
        return node


def as_generator(node):
    if isinstance(node, exp.Anonymous) and node.name.lower() == "unnest":
        return exp.Explode(this=node.expressions[0], expressions=node.expressions[1:])
    if isinstance(node, exp.Anonymous) and node.name.lower() == "generate_subscripts":
        return exp.Explode(this=node)
    return node


def called(node):
    name = node.name.lower()
    if name in MADE:
        return node
    if name not in RULES:
        raise NoTranslation(f"the function {name}")
    return RULES[name](*node.expressions)


# Functions of Spark that the lateral views are made with.
MADE = {"inline", "explode", "arrays_zip", "array"}


def divided(node):
    """A quotient of doubles. By 0 it is infinite, or no number, where Spark gives NULL or an error."""
    upper, lower = exp.cast(node.this, "double"), node.expression
    quotient = exp.Div(this=upper, expression=wrapped(lower), typed=True, safe=True)
    plain = lower.this if isinstance(lower, exp.Paren) else lower
    if isinstance(plain, (exp.Literal, exp.Nullif)):
        return quotient
    infinite = exp.Mul(this=upper.copy(), expression=exp.cast(exp.Literal.string("infinity"), "double"))
    return condition(exp.EQ(this=wrapped(lower.copy()), expression=exp.Literal.number(0)), infinite, quotient)


def refuse_own_names(tree):
    """A temporary view cannot be read by a query that gives one of its own parts that name."""
    parts = {}
    for cte in tree.find_all(exp.CTE):
        parts[cte.alias] = cte
    for name, cte in parts.items():
        for table in cte.find_all(exp.Table):
            if table.name == name and cte.find_ancestor(exp.With) is not None and not cte.find_ancestor(exp.With).args.get("recursive"):
                raise NoTranslation(f"a part named {name} that reads {name}")


def translate(files):
    macros = {}
    results = {}
    for file in files:
        if file["kind"] != "view":
            macros[file["name"]] = Macro(file["sql"])
    columns = {file["name"]: file["columns"] for file in files}
    for file in files:
        try:
            translation = Translation(macros, columns, file["shapes"])
            if file["kind"] == "view":
                tree = parse(file["sql"])
            else:
                macro = macros[file["name"]]
                marked = [exp.PropertyEQ(this=exp.to_identifier(name), expression=exp.Placeholder(this=name)) for name in macro.parameters]
                tree = macro.filled(marked, macros)
                if not macro.is_table:
                    if isinstance(tree, exp.Struct):
                        translation.output_shapes.add(field_names(tree))
                    tree = exp.select(exp.alias_(tree, file["name"]))
            results[file["name"]] = {"sql": translation.query(tree)}
        except (NoTranslation, SqlglotError) as error:
            results[file["name"]] = {"error": str(error).split("\n")[0]}
    return results


if __name__ == "__main__":
    json.dump(translate(json.load(sys.stdin)["files"]), sys.stdout)
