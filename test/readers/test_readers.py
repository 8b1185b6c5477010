"""Reads every table of a warehouse with every reader and compares with imagenome.duckdb; says what differs and exits with 1."""

import sys

import duckdb

from checksums import table_checksums
from readers import READERS
from warehouse import Warehouse


def expected(warehouse, name):
    with duckdb.connect(str(warehouse.folder / "imagenome.duckdb"), read_only=True) as connection:
        found = connection.sql(f'from "{name}"').to_arrow_table()
    return table_checksums({column: found[column].to_pylist() for column in found.column_names})


def main(folder, names):
    warehouse = Warehouse(folder)
    truth = {name: expected(warehouse, name) for name in warehouse.tables}
    failed = 0
    for reader in names or READERS:
        wrong = []
        for name in warehouse.tables:
            try:
                found = table_checksums(READERS[reader](warehouse, name))
            except Exception as error:  # a reader that fails is a finding like another
                wrong.append(f"{name}: {type(error).__name__}: {str(error)[:200]}")
                continue
            differing = [column for column in {**truth[name], **found} if truth[name].get(column) != found.get(column)]
            if differing:
                wrong.append(f"{name}: {', '.join(differing)}")
        print(f"{reader}: {len(truth) - len(wrong)} of {len(truth)} tables equal")
        for line in wrong:
            print(f"  {line}")
        failed += len(wrong)
    print(f"{'not ' if failed else ''}ok")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2:]))
