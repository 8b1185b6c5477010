"""What stands for a function of DuckDB in Spark, with the same answer for NULL, for empty lists and in either ANSI mode."""

from sqlglot import exp

from dialect import arrow, condition, copied, empty_list, field, function, is_null, number, wrapped
from regex import NoTranslation, java_pattern


def literal_text(node, what):
    if not isinstance(node, exp.Literal) or not node.is_string:
        raise NoTranslation(f"{what} that is no literal")
    return node.this


def pattern_of(node, options=""):
    """A literal pattern, or a case whose branches are literals."""
    if isinstance(node, exp.Case):
        for branch in node.args["ifs"]:
            branch.set("true", pattern_of(branch.args["true"], options))
        return node
    if isinstance(node, exp.Anonymous) and node.name == "concat_ws":
        separator, *parts = [literal_text(one, "a regular expression") for one in node.expressions]
        node = exp.Literal.string(separator.join(parts))
    return exp.Literal.string(java_pattern(literal_text(node, "a regular expression"), options))


def regexp_replace(text, pattern, replacement, options=None):
    flags = literal_text(options, "options") if options else ""
    if "g" not in flags and not literal_text(pattern, "a pattern").startswith("^"):
        raise NoTranslation("regexp_replace of the first place alone")
    if set(literal_text(replacement, "a replacement")) & set("\\$"):
        raise NoTranslation("regexp_replace with a group in the replacement")
    return function("regexp_replace", text, pattern_of(pattern, flags), replacement)


def list_contains(items, item):
    """NULL where either is NULL; a NULL among the items makes nothing unknown."""
    found = function("exists", items, arrow(["item"], exp.NullSafeEQ(this=exp.to_identifier("item"), expression=wrapped(copied(item)))))
    return found if isinstance(item, exp.Literal) else condition(exp.Not(this=is_null(item)), found)


def list_position(items, item):
    return exp.Nullif(this=function("array_position", items, item), expression=number(0))


def element(items, place):
    """An element by its place from 1, or from -1 at the end; NULL where there is none."""
    if isinstance(place, exp.Literal) and place.is_string:
        return field(items, place.this)
    counted = place.unnest()
    if isinstance(counted, exp.Neg):
        return function("get", items, exp.Sub(this=function("array_size", copied(items)), expression=wrapped(counted.this)))
    zero_based = exp.Sub(this=exp.cast(wrapped(place), "int"), expression=number(1))
    return function("get", items, zero_based)


def part(items, first, last):
    start = exp.cast(exp.Greatest(this=first, expressions=[number(1)]), "int")
    length = exp.Greatest(this=exp.Add(this=exp.Sub(this=wrapped(copied(last)), expression=wrapped(copied(first))), expression=number(1)), expressions=[number(0)])
    return function("slice", items, start, exp.cast(length, "int"))


def known(items):
    """An empty list for NULL."""
    return exp.Coalesce(this=items, expressions=[empty_list()])


def list_sum(items):
    total = function("aggregate", items, exp.cast(number(0), "bigint"), arrow(["total", "item"], exp.Add(this=exp.to_identifier("total"), expression=exp.Coalesce(this=exp.to_identifier("item"), expressions=[number(0)]))))
    return condition(exp.GT(this=function("array_size", copied(items)), expression=number(0)), total)


def placed(name, items, body):
    """A place as a second parameter of a lambda counts from 1 in DuckDB, from 0 in Spark."""
    names = [parameter.name for parameter in body.expressions]
    if len(names) == 2:
        body.set("this", body.this.transform(lambda node: exp.Paren(this=exp.Add(this=node.copy(), expression=number(1))) if is_name(node, names[1]) else node))
    return function(name, items, body)


def is_name(node, name):
    """A parameter of a lambda, not the name of a field or another part of a name."""
    if isinstance(node, exp.Column):
        return not node.table and node.name == name
    return isinstance(node, exp.Identifier) and node.this == name and not isinstance(node.parent, (exp.Column, exp.Dot, exp.PropertyEQ, exp.Alias))


def text_format(template, *values):
    """`format` puts values where {} stands; one that is NULL makes all NULL, as in `concat` of Spark."""
    pieces = literal_text(template, "a template").split("{}")
    if len(pieces) != len(values) + 1 or any(set(piece) & set("{}") for piece in pieces):
        raise NoTranslation("format with more than plain {}")
    parts = [exp.Literal.string(pieces[0])]
    for value, piece in zip(values, pieces[1:]):
        parts += [exp.cast(value, "text"), exp.Literal.string(piece)]
    return function("concat", *[one for one in parts if not (isinstance(one, exp.Literal) and one.this == "")])


def date_diff(unit, earlier, later):
    if literal_text(unit, "a unit") != "day":
        raise NoTranslation("date_diff of another unit than day")
    return function("datediff", later, earlier)


def epoch(interval):
    """Seconds of the difference of two timestamps without a zone, in the steps in which DuckDB adds them."""
    if not isinstance(interval, exp.Sub):
        raise NoTranslation("epoch of anything but a difference of timestamps")

    def unit(name):
        return exp.Extract(this=exp.var(name), expression=exp.Paren(this=copied(interval)))

    minutes = exp.Add(this=exp.Mul(this=unit("hour"), expression=number(60)), expression=unit("minute"))
    seconds = exp.Add(this=exp.Mul(this=exp.Paren(this=minutes), expression=number(60)), expression=unit("second"))
    days = exp.Mul(this=unit("day"), expression=number(86400))
    return exp.Paren(this=exp.Add(this=days, expression=exp.cast(exp.Paren(this=seconds), "double")))


def character(code):
    """Spark counts characters from 0 to 255."""
    if not isinstance(code, exp.Literal) or code.is_string:
        raise NoTranslation("chr of anything but a number")
    return exp.Literal.string(chr(int(code.this)))


def digest(*values):
    """Another number than in DuckDB: it says whether values are equal, and is never given. Spark passes over NULL, which is counted here."""
    return function("xxhash64", *[one for value in values for one in (is_null(copied(value)), value)])


def concat(*values):
    return function("concat", *[exp.Coalesce(this=exp.cast(value, "text"), expressions=[exp.Literal.string("")]) for value in values])


RULES = {
    "array_to_string": lambda items, separator: function("array_join", items, separator),
    "chr": character,
    "concat": concat,
    "concat_ws": lambda *values: function("concat_ws", *values),
    "contains": lambda text, piece: function("contains", text, piece),
    "date_diff": date_diff,
    "epoch": epoch,
    "error": lambda message: function("raise_error", message),
    "flatten": lambda items: function("flatten", function("filter", items, arrow(["item"], exp.Not(this=is_null(exp.to_identifier("item")))))),
    "format": text_format,
    "generate_subscripts": lambda items, _: function("transform", items, arrow(["item", "place"], exp.Add(this=exp.to_identifier("place"), expression=number(1)))),
    "hash": digest,
    "len": lambda items: function("array_size", items),
    "list_append": lambda items, item: function("array_append", known(items), item),
    "list_bool_or": lambda items: function("array_max", items),
    "list_concat": lambda *lists: function("concat", *[known(one) for one in lists]),
    "list_contains": list_contains,
    "list_distinct": lambda items: function("array_distinct", function("array_compact", items)),
    "list_filter": lambda items, body: placed("filter", items, body),
    "list_has_all": lambda items, wanted: exp.EQ(this=function("array_size", function("array_except", function("array_compact", wanted), items)), expression=number(0)),
    "list_max": lambda items: function("array_max", items),
    "list_min": lambda items: function("array_min", items),
    "list_position": list_position,
    "list_prepend": lambda item, items: function("concat", function("array", item), known(items)),
    "list_reverse": lambda items: function("reverse", items),
    "list_reverse_sort": lambda items: function("reverse", function("array_sort", items)),
    "list_sort": lambda items: function("array_sort", items),
    "list_sum": list_sum,
    "list_transform": lambda items, body: placed("transform", items, body),
    "list_unique": lambda items: function("array_size", function("array_distinct", function("array_compact", items))),
    "pow": lambda base, power: function("power", base, power),
    "regexp_extract": lambda text, pattern, group, options=None: function("regexp_extract", text, pattern_of(pattern, literal_text(options, "options") if options else ""), group),
    "regexp_matches": lambda text, pattern, options=None: exp.RegexpLike(this=wrapped(text), expression=pattern_of(pattern, literal_text(options, "options") if options else "")),
    "regexp_replace": regexp_replace,
    "split_part": lambda text, separator, place: function("split_part", text, separator, place),
    "starts_with": lambda text, piece: function("startswith", text, piece),
    "trim": lambda text: function("regexp_replace", text, exp.Literal.string("^\\p{Zs}+|\\p{Zs}+\\z"), exp.Literal.string("")),
}
