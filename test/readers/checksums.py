"""What a reader finds in a table, in a form that depends neither on the reader nor on its language: hyparquet_checksums.mjs writes the same."""

import collections
import datetime
import hashlib
import math
import struct

EPOCH = datetime.datetime(1970, 1, 1)
MICROSECOND = datetime.timedelta(microseconds=1)


def text_of(value):
    """One value as text: None for null, lists element by element, timestamps in microseconds, whole numbers without a point."""
    if value is None:
        return None
    if isinstance(value, (list, tuple)) or type(value).__name__ in ("ndarray", "Series"):
        return "[" + ",".join(str(text_of(element)) for element in value) + "]"
    if type(value).__name__ in ("NAType", "NaTType"):
        return None
    if isinstance(value, datetime.datetime):
        return f"t{(value.replace(tzinfo=None) - EPOCH) // MICROSECOND}"
    if isinstance(value, float) or type(value).__name__.startswith("float"):
        if math.isnan(value):
            return None
        return str(int(value)) if value == int(value) else f"d{struct.pack('>d', value).hex()}"
    if isinstance(value, bool) or type(value).__name__ == "bool":
        return "true" if value else "false"
    return str(value)


def counted(values):
    """Each distinct value and how often it occurs; lists one by one, as they cannot be counted."""
    try:
        return collections.Counter(values).items()
    except TypeError:
        return [(value, 1) for value in values]


def column_checksum(values):
    """Number of nulls, and a sum over hashes that is the same in any order of rows."""
    nulls, total, known = 0, 0, {}
    for value, count in counted(list(values)):
        text = text_of(value)
        if text is None:
            nulls += count
            continue
        if text not in known:
            known[text] = int.from_bytes(hashlib.sha256(text.encode()).digest()[:8], "little")
        total += count * known[text]
    return [nulls, str(total % 2**64)]


def table_checksums(columns):
    """Of a dict of columns: rows, and per column its nulls and checksum."""
    rows = {len(values) for values in columns.values()}
    assert len(rows) == 1, "columns of different length"
    return {"rows": rows.pop(), **{name: column_checksum(values) for name, values in sorted(columns.items())}}
