"""Every reader of Parquet, with as few options as its users give: a dict of columns without the partition key."""

PARTITION = "patient_group"


def without_partition(columns):
    return {name: values for name, values in columns.items() if name != PARTITION}


def with_pandas(warehouse, name):
    import pandas

    frame = pandas.read_parquet(warehouse.path(name))
    return without_partition({column: frame[column].array for column in frame.columns})


def with_polars(warehouse, name):
    import polars

    frame = polars.scan_parquet(warehouse.path(name)).collect()
    return without_partition({column.name: column.to_list() for column in frame.get_columns()})


def with_pyarrow(warehouse, name):
    import pyarrow.dataset

    table = pyarrow.dataset.dataset(warehouse.path(name), partitioning="hive").to_table()
    return without_partition({column: table[column].to_pylist() for column in table.column_names})


def with_duckdb(warehouse, name):
    import duckdb

    path = warehouse.path(name)
    pattern = f"{path}/*/*.parquet" if warehouse.is_partitioned(name) else str(path)
    found = duckdb.sql(f"from read_parquet('{pattern}')").to_arrow_table()
    return without_partition({column: found[column].to_pylist() for column in found.column_names})


def with_datasets(warehouse, name):
    import datasets

    datasets.disable_progress_bars()
    path = warehouse.path(name)
    files = sorted(map(str, path.glob("*/*.parquet"))) if warehouse.is_partitioned(name) else [str(path)]
    found = datasets.Dataset.from_parquet(files, keep_in_memory=True)
    return without_partition({column: found.data[column].to_pylist() for column in found.column_names})


def with_spark(warehouse, name, session=[]):
    if not session:
        from pyspark.sql import SparkSession

        session.append(
            SparkSession.builder.master("local[2]")
            .config("spark.ui.enabled", "false")
            .config("spark.ui.showConsoleProgress", "false")
            .config("spark.driver.bindAddress", "127.0.0.1")
            .config("spark.driver.host", "127.0.0.1")
            .config("spark.sql.shuffle.partitions", "2")
            .getOrCreate()
        )
    frame = session[0].read.parquet(str(warehouse.path(name)))
    rows = frame.collect()
    return without_partition({column: [row[column] for row in rows] for column in frame.columns})


READERS = {
    "pandas": with_pandas,
    "polars": with_polars,
    "pyarrow": with_pyarrow,
    "duckdb": with_duckdb,
    "datasets": with_datasets,
    "spark": with_spark,
}
