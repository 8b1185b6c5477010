"""Reads every table of warehouses with every reader and compares with imagenome.duckdb; says what differs and exits with 1."""

import json
import os
import pathlib
import subprocess
import sys

import duckdb

from checksums import table_checksums
from readers import READERS, arrow_columns
from warehouse import Warehouse

# Types that a column of a warehouse may have, and what a column of each has to hold in the tables that are compared.
TYPES = ("VARCHAR", "INTEGER", "BIGINT", "DOUBLE", "BOOLEAN", "TIMESTAMP", "VARCHAR[]", "DOUBLE[]")
HYPARQUET = pathlib.Path(__file__).with_name("hyparquet_checksums.mjs")


def expected(warehouse):
    """Checksums of every table, from the database."""
    with duckdb.connect(str(warehouse.folder / "imagenome.duckdb"), read_only=True) as connection:
        return {
            name: table_checksums(arrow_columns(connection.sql(f'from "{name}"').to_arrow_table()))
            for name in warehouse.tables
        }


def uncovered(warehouse):
    """Types and values that no table has, so that comparing them would say nothing."""
    found = set()
    with duckdb.connect(str(warehouse.folder / "imagenome.duckdb"), read_only=True) as connection:
        for name in warehouse.tables:
            for column, kind, *_ in connection.sql(f'describe "{name}"').fetchall():
                place = f'from "{name}" where "{column}"'
                found.add(kind)
                if connection.sql(f"select 1 {place} is null limit 1").fetchall():
                    found.add(f"{kind} null")
                if kind.endswith("[]") and connection.sql(f"select 1 {place} = [] limit 1").fetchall():
                    found.add(f"{kind} empty")
                if kind == "TIMESTAMP" and connection.sql(f"select 1 {place} >= '2178-01-01' limit 1").fetchall():
                    found.add("year 2178")
    wanted = {*TYPES, *(f"{kind} null" for kind in TYPES), "VARCHAR[] empty", "DOUBLE[] empty", "year 2178"}
    return wanted - found


def found_by(reader, warehouse):
    """Checksums of every table by a reader, or the error that it ended with, as text."""
    if reader == "hyparquet":
        answer = subprocess.run(["node", HYPARQUET, warehouse.folder], capture_output=True, text=True, check=True)
        return json.loads(answer.stdout)
    found = {}
    for name in warehouse.tables:
        try:
            found[name] = table_checksums(READERS[reader](warehouse, name))
        except Exception as error:  # a reader that fails is a finding like another
            found[name] = f"{type(error).__name__}: {str(error)[:200]}"
    return found


def differences(truth, found):
    for name in truth:
        if isinstance(found[name], str):
            yield f"{name}: {found[name]}"
            continue
        columns = [column for column in {**truth[name], **found[name]} if truth[name].get(column) != found[name].get(column)]
        if columns:
            yield f"{name}: {', '.join(columns)}"


def main(folders, readers):
    warehouses = [Warehouse(folder) for folder in folders]
    missing = set.intersection(*(uncovered(warehouse) for warehouse in warehouses))
    for what in sorted(missing):
        print(f"no table has {what}: nothing would be compared")
    failed = len(missing)
    truths = [expected(warehouse) for warehouse in warehouses]
    for reader in readers:
        wrong = [
            line
            for warehouse, truth in zip(warehouses, truths)
            for line in differences(truth, found_by(reader, warehouse))
        ]
        total = sum(map(len, truths))
        print(f"{reader}: {total - len(wrong)} of {total} tables equal", flush=True)
        for line in wrong:
            print(f"  {line}")
        failed += len(wrong)
    return 1 if failed else 0


if __name__ == "__main__":
    os.environ["TZ"] = "America/Chicago"
    folders = [argument for argument in sys.argv[1:] if "/" in argument]
    names = [argument for argument in sys.argv[1:] if "/" not in argument]
    sys.exit(main(folders, names or [*READERS, "hyparquet"]))
