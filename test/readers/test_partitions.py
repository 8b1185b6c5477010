"""Filters on patient_group read one partition: the files of all others are damaged, so that a reader that opens one fails."""

import pathlib
import shutil
import sys
import tempfile

import duckdb

from readers import spark_session
from warehouse import Warehouse

TABLES = ("images", "object_attributes", "region_findings")
GROUP = "p10"


def with_pandas(folder):
    import pandas

    return len(pandas.read_parquet(folder, filters=[("patient_group", "==", GROUP)]))


def with_polars(folder):
    import polars

    return polars.scan_parquet(folder).filter(polars.col("patient_group") == GROUP).collect().height


def with_pyarrow(folder):
    import pyarrow.dataset

    is_group = pyarrow.dataset.field("patient_group") == GROUP
    found = pyarrow.dataset.dataset(folder, partitioning="hive")
    fragments = list(found.get_fragments(filter=is_group))
    assert all(f"patient_group={GROUP}" in fragment.path for fragment in fragments)
    return found.to_table(filter=is_group).num_rows


def with_duckdb(folder):
    rows = f"from read_parquet('{folder}/*/*.parquet', hive_partitioning = true) where patient_group = '{GROUP}'"
    return len(duckdb.sql(rows).fetchall())


def with_spark(folder):
    frame = spark_session().read.parquet(str(folder)).where(f"patient_group = '{GROUP}'")
    plan = frame._jdf.queryExecution().toString()
    assert "PartitionFilters: [isnotnull(patient_group" in plan, plan
    return frame.toArrow().num_rows


READERS = {name[5:]: function for name, function in list(globals().items()) if name.startswith("with_")}


def damage(folder):
    """Damages the files of all partitions but one; says how many."""
    others = [path for path in folder.glob("*/*.parquet") if f"patient_group={GROUP}" not in str(path)]
    for path in others:
        path.write_bytes(b"PAR1 damaged PAR1")
    return len(others)


def main(folder):
    warehouse = Warehouse(folder)
    failed = 0
    with tempfile.TemporaryDirectory() as work:
        for name in TABLES:
            copy = pathlib.Path(work, name)
            shutil.copytree(warehouse.path(name), copy)
            n_damaged = damage(copy)
            assert n_damaged > 0, f"{name}: expected several partitions"
            for reader, rows_of in READERS.items():
                try:
                    found = rows_of(copy)
                except Exception as error:
                    found = f"{type(error).__name__}: {str(error)[:300]}"
                is_right = found == warehouse.rows(name, GROUP)
                failed += not is_right
                if not is_right:
                    print(f"{name}, {reader}: expected {warehouse.rows(name, GROUP)} rows of {GROUP}, found {found}")
            print(f"{name}: {', '.join(READERS)} read {GROUP} and none of {n_damaged} other files", flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
