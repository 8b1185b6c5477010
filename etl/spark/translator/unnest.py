"""
Lists become rows by a lateral view. DuckDB reads several `unnest` of one select side by side; generators of Spark give every
combination, so that all of a select are zipped into one.
"""

from sqlglot import exp

from dialect import function
from regex import NoTranslation
from structs import field_names, structs_of


def without_unnest(select, tree):
    """The select with a lateral view in place of its `unnest`."""
    generators = [one for item in select.expressions for one in item.find_all(exp.Explode) if one.find_ancestor(exp.Select) is select]
    if not generators:
        return
    name = "unnested"
    structs = [one for one in generators if one.expressions]
    if structs and len(generators) > 1:
        raise NoTranslation("unnest of structs next to another unnest")
    starred(select)
    if structs:
        fields = fields_of(generators[0].this, tree)
        columns, rows = list(fields), generators[0].this
        generators[0].parent.set("expressions", [
            one for item in select.expressions
            for one in ([exp.column(column, table=name) for column in columns] if item is generators[0] else [item])
        ])
        view = function("inline", rows)
    else:
        columns = [f"item_{place}" for place in range(len(generators))]
        lists = [one.this.copy() for one in generators]
        for column, generator in zip(columns, generators):
            generator.replace(exp.column(column, table=name))
        if len(lists) == 1:
            view = function("explode", lists[0])
        else:
            view = function("inline", function("arrays_zip", *[exp.Coalesce(this=one, expressions=[function("array")]) for one in lists]))
    lateral = exp.Lateral(
        this=view,
        view=True,
        outer=False,
        alias=exp.TableAlias(this=exp.to_identifier(name), columns=[exp.to_identifier(column) for column in columns]),
    )
    select.append("laterals", lateral)


def fields_of(rows, tree):
    found = structs_of(rows, tree)
    if not found:
        raise NoTranslation("unnest of structs whose fields the query does not name")
    return field_names(found[0])


def starred(select):
    """`*` is of the sources alone, not of the lateral view."""
    if not any(isinstance(item, exp.Star) for item in select.expressions):
        return
    table = select.args["from_"].this
    if select.args.get("joins") or table.args.get("joins"):
        raise NoTranslation("* next to unnest of a join")
    source = table.alias_or_name
    select.set("expressions", [
        exp.Column(this=item, table=exp.to_identifier(source)) if isinstance(item, exp.Star) else item for item in select.expressions
    ])

