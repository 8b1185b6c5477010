"""Macros are put where they are called, as DuckDB does: Spark has no functions in SQL before version 4."""

import re

import sqlglot
from sqlglot import exp

from dialect import Views
from regex import NoTranslation

HEAD = re.compile(r"^create macro main\.(\w+)\((.*?)\) as( table)?\s+(.*)$", re.DOTALL)


class Macro:
    """A macro as its file has it: its parameters, in order, with their defaults, and its body."""

    def __init__(self, sql):
        self.name, parameters, table, body = HEAD.match(sql).groups()
        self.is_table = table is not None
        self.parameters = {}
        for parameter in filter(None, (part.strip() for part in parameters.split(","))):
            name, _, default = parameter.partition(" := ")
            self.parameters[name] = parse(f"select {default}").expressions[0] if default else None
        self.body = parse(body) if self.is_table else parse(f"select {body}").expressions[0]

    def filled(self, arguments, macros):
        """The body with arguments for its parameters."""
        values, by_place = dict(self.parameters), list(self.parameters)
        for place, argument in enumerate(arguments):
            if isinstance(argument, exp.PropertyEQ):
                values[argument.this.name] = argument.expression
            else:
                values[by_place[place]] = argument
        missing = [name for name, value in values.items() if value is None]
        if missing:
            raise NoTranslation(f"{self.name} without {', '.join(missing)}")
        return without_macros(with_values(self.body.copy(), values), macros)


def parse(sql):
    return sqlglot.parse_one(sql, read=Views)


def with_values(tree, values):
    """The tree with a value for each column that is named as a parameter, or for a field of it."""

    def replaced(node):
        if isinstance(node, exp.Column) and not node.table and node.name in values:
            return grouped(values[node.name].copy())
        if isinstance(node, exp.Column) and node.table in values and not node.args.get("db"):
            return exp.Dot(this=grouped(values[node.table].copy()), expression=node.this.copy())
        return node

    return tree.transform(replaced)


def grouped(node):
    return exp.Paren(this=node) if isinstance(node, (exp.Binary, exp.Unary, exp.Not)) and not isinstance(node, (exp.Dot, exp.Paren)) else node


def without_macros(tree, macros):
    """The tree with every macro in its place, and cases of a known value decided."""

    def replaced(node):
        if isinstance(node, exp.Table) and isinstance(node.this, exp.Anonymous) and node.this.name in macros:
            macro = macros[node.this.name]
            alias = node.args.get("alias") or exp.TableAlias(this=exp.to_identifier(macro.name))
            filled = with_own_names(macro.filled(node.this.expressions, macros), macro.name)
            subquery = exp.Subquery(this=filled, alias=alias)
            for key in ("joins", "laterals"):
                if node.args.get(key):
                    subquery.set(key, [joined.transform(replaced) for joined in node.args[key]])
            return subquery
        if isinstance(node, exp.Anonymous) and node.name in macros and not macros[node.name].is_table:
            arguments = [without_macros(argument.copy(), macros) for argument in node.expressions]
            return grouped(macros[node.name].filled(arguments, macros))
        return node

    return tree.transform(replaced).transform(decided)


def with_own_names(query, prefix):
    """The parts of a query by names that no other query has: they stand next to those of the query that the macro is put in."""
    names = {cte.alias for cte in query.find_all(exp.CTE)}
    for table in query.find_all(exp.Table):
        if table.name in names and not table.db:
            table.set("alias", table.args.get("alias") or exp.TableAlias(this=exp.to_identifier(table.name)))
            table.set("this", exp.to_identifier(f"{prefix}_{table.name}"))
    for cte in query.find_all(exp.CTE):
        cte.args["alias"].set("this", exp.to_identifier(f"{prefix}_{cte.alias}"))
    return query


def decided(node):
    """The branch that `case 'value' when …` takes where all of these are literals."""
    if not isinstance(node, exp.Case) or not isinstance(node.this, exp.Literal):
        return node
    for branch in node.args["ifs"]:
        if not isinstance(branch.this, exp.Literal):
            return node
        if branch.this == node.this:
            return decided(branch.args["true"])
    return node.args.get("default") or exp.Null()
