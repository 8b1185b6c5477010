"""What a reader finds in a table, in a form that does not depend on the reader."""

import datetime
import hashlib
import math


def text_of(value):
    """One value as text: None for null, lists element by element, timestamps without zone, whole numbers without a point."""
    if value is None:
        return None
    if isinstance(value, (list, tuple)) or type(value).__name__ in ("ndarray", "Series"):
        return "[" + ",".join(str(text_of(element)) for element in value) + "]"
    if type(value).__name__ in ("NAType", "NaTType"):
        return None
    if isinstance(value, datetime.datetime):
        return value.replace(tzinfo=None).isoformat()
    if isinstance(value, float) or type(value).__name__.startswith("float"):
        if math.isnan(value):
            return None
        return str(int(value)) if value == int(value) else repr(float(value))
    if isinstance(value, bool) or type(value).__name__ == "bool":
        return "true" if value else "false"
    return str(value)


def column_checksum(values):
    """Number of nulls, and a sum over hashes that is the same in any order of rows."""
    nulls, total, known = 0, 0, {}
    for value in values:
        text = text_of(value)
        if text is None:
            nulls += 1
            continue
        if text not in known:
            known[text] = int.from_bytes(hashlib.blake2b(text.encode(), digest_size=8).digest(), "little")
        total = (total + known[text]) % 2**64
    return nulls, total


def table_checksums(columns):
    """Of a dict of columns: rows, and per column its nulls and checksum."""
    rows = {len(values) for values in columns.values()}
    assert len(rows) == 1, "columns of different length"
    return {"rows": rows.pop(), **{name: column_checksum(values) for name, values in sorted(columns.items())}}
