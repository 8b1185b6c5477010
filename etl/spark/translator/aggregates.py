"""Aggregates with FILTER, ORDER BY, DISTINCT and OVER, as far as Spark has no equal of the same meaning."""

from sqlglot import exp

from dialect import arrow, condition, copied, field, function, is_null, number, struct, wrapped
from functions import element
from regex import NoTranslation

NAMES = {"list", "any_value", "bool_and", "bool_or", "arg_max", "arg_min", "string_agg"}
CLASSES = (exp.Count, exp.Sum, exp.Avg, exp.Min, exp.Max, exp.Median)


def is_aggregate(node):
    return isinstance(node, CLASSES) or (isinstance(node, exp.Anonymous) and node.name.lower() in NAMES)


def name_of(node):
    return node.name.lower() if isinstance(node, exp.Anonymous) else type(node).__name__.lower()


def argument_of(node):
    """The argument, whether it is DISTINCT, and the terms of its ORDER BY."""
    given = node.expressions[0] if isinstance(node, exp.Anonymous) else node.this
    order = []
    if isinstance(given, exp.Order):
        given, order = given.this, given.expressions
    distinct = isinstance(given, exp.Distinct)
    if distinct:
        [given] = given.expressions
        if isinstance(given, exp.Order):
            given, order = given.this, given.expressions
    return given, distinct, order


def aggregate(node, test=None, window=None):
    """
    The aggregate for Spark.
    @param test of FILTER
    @param window that it is over; its `this` is put in place
    """
    name = name_of(node)
    given, distinct, order = argument_of(node)
    within = Within(test, window)
    if name == "list":
        return listed(given, distinct, order, within)
    if name == "any_value":
        return within.call(lambda value: function("any_value", value, exp.true()), given)
    if name in ("bool_or", "bool_and"):
        return within.call(lambda value: function(name, value), given)
    if name == "count":
        if isinstance(given, exp.Star):
            if test is None or window is None:
                return within.wrap(exp.Count(this=exp.Star()))
            return within.over(exp.Count(this=condition(test.copy(), number(1))))
        if not distinct:
            return within.call(lambda value: exp.Count(this=value), given)
        if window is not None:
            return function("array_size", within.call(lambda value: function("collect_set", value), given))
        if isinstance(given, exp.Tuple):
            given = function("struct", *given.expressions)
        return within.wrap(exp.Count(this=exp.Distinct(expressions=[given])))
    if name in ("avg", "median") and (order or name == "median"):
        return averaged(name, given, within)
    if order or distinct:
        raise NoTranslation(f"{name} with ORDER BY or DISTINCT")
    return within.call(lambda value: type(node)(this=value), given)


class Within:
    """FILTER and OVER of an aggregate. Spark knows no FILTER in a window: what is left out is NULL there, which no aggregate counts."""

    def __init__(self, test, window):
        self.test, self.window = test, window

    def call(self, make, value):
        if self.test is not None and self.window is not None:
            return self.over(make(condition(self.test.copy(), value)))
        return self.wrap(make(value))

    def wrap(self, made):
        if self.window is not None:
            return self.over(made)
        return made if self.test is None else exp.Filter(this=made, expression=exp.Where(this=self.test.copy()))

    def over(self, made):
        window = self.window.copy()
        window.set("this", made)
        return window


def listed(given, distinct, order, within):
    """NULL for no rows, as DuckDB has it; NULL elements stay. Elements are in structs, as Spark leaves out those that are NULL."""
    keys = {}
    for place, term in enumerate(order):
        if term.args.get("desc"):
            raise NoTranslation("list with a descending order")
        nulls = is_null(term.this.copy())
        keys[f"null_{place}"] = exp.Not(this=nulls) if term.args.get("nulls_first") else nulls
        keys[f"key_{place}"] = term.this
    boxed = struct(**keys, item=given)
    items = within.call(lambda value: function("collect_list", value), boxed)
    sorted_items = function("array_sort", copied(items)) if order else copied(items)
    elements = function("transform", sorted_items, arrow(["boxed"], field(exp.to_identifier("boxed"), "item")))
    if distinct:
        elements = function("array_distinct", elements)
    return condition(exp.GT(this=function("array_size", items), expression=number(0)), elements)


def averaged(name, given, within):
    """Means are added in order of size, and a median lies between the middle two, in the steps in which DuckDB computes them."""
    items = function("array_sort", within.call(lambda value: function("collect_list", value), exp.cast(wrapped(given), "double")))
    size = function("array_size", exp.to_identifier("items"))
    if name == "avg":
        plus = arrow(["total", "item"], exp.Add(this=exp.to_identifier("total"), expression=exp.to_identifier("item")))
        total = function("aggregate", exp.to_identifier("items"), exp.cast(number(0), "double"), plus)
        value = exp.Div(this=total, expression=size)
    else:
        def middle(rounded):
            place = function(rounded, exp.Mul(this=exp.Paren(this=exp.Sub(this=copied(size), expression=number(1))), expression=exp.Literal.number("0.5")))
            return element(exp.to_identifier("items"), exp.Add(this=place, expression=number(1)))

        low, high = middle("floor"), middle("ceil")
        value = exp.Add(this=low, expression=exp.Mul(this=exp.Paren(this=exp.Sub(this=high, expression=copied(low))), expression=exp.Literal.number("0.5D")))
    result = condition(exp.GT(this=copied(size), expression=number(0)), value)
    return function("get", function("transform", function("array", items), arrow(["items"], result)), number(0))
