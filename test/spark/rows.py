"""Rows in a form that is the same whatever engine gave them, and different where a value is.

A sum of fractions depends on the order of its rows in the last digits, in DuckDB from run to run: fractions count to 13 digits."""

import datetime
import decimal


def form_of(value):
    """One value as text that says its kind; a list or struct element by element."""
    if value is None:
        return "NULL"
    if isinstance(value, bool):
        return str(value)
    if isinstance(value, int):
        return f"i{value}"
    if isinstance(value, float):
        return f"d{value:.12e}"
    if isinstance(value, str):
        return repr(value)
    if isinstance(value, dict):
        return "{" + ", ".join(f"{name}: {form_of(one)}" for name, one in value.items()) + "}"
    if hasattr(value, "asDict"):
        return form_of(value.asDict())
    if isinstance(value, (list, tuple)):
        return "[" + ", ".join(form_of(one) for one in value) + "]"
    if isinstance(value, (datetime.datetime, datetime.date, decimal.Decimal)):
        return f"{type(value).__name__} {value}"
    raise TypeError(f"no form of a {type(value).__name__}")


def sorted_rows(names, rows, wanted):
    """Rows as texts, sorted; the columns in the order wanted."""
    places = [names.index(name) for name in wanted]
    return sorted(" | ".join(form_of(row[place]) for place in places) for row in rows)


def difference(expected, found):
    """What differs between two lists of rows, in a line; None where nothing does."""
    if expected == found:
        return None
    missing, extra = sorted(set(expected) - set(found)), sorted(set(found) - set(expected))
    return f"{len(expected)} rows expected, {len(found)} found; e.g. missing {missing[:1]}, extra {extra[:1]}"
