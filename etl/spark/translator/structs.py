"""
Structs are compared field by field. NULL is the greatest there in DuckDB, the least in Spark: a field behind each that says whether it
is NULL makes both agree.
"""

from sqlglot import exp

from dialect import is_null, named

NEVER_NULL = (exp.Literal, exp.Boolean, exp.Is)


def field_names(node):
    return tuple(entry.this.name for entry in node.expressions)


def unranked_shapes(tree, output_shapes):
    """Names of the fields of structs that must stay as they are: those that a view gives, and those that become columns."""
    shapes = set(output_shapes)
    for unnest in tree.find_all(exp.Explode):
        shapes |= {field_names(one) for one in structs_of(unnest.this, tree)}
    return shapes


def structs_of(items, tree):
    """The structs that a list is made of: those that it holds as written, or those of the part of the query that gives the column its name."""
    found = list(items.find_all(exp.Struct))
    if not found and isinstance(items, exp.Column):
        for named_part in tree.find_all(exp.Alias):
            if named_part.alias == items.name:
                found += named_part.this.find_all(exp.Struct)
    return found


def ranked(node):
    """The struct with, before each field that may be NULL, whether it is."""
    fields = []
    for entry in node.expressions:
        if not isinstance(entry.expression, NEVER_NULL):
            fields.append(named(f"{entry.this.name}_is_null", is_null(entry.expression.copy())))
        fields.append(entry)
    return exp.Struct(expressions=fields)
