"""Every reader of Parquet, with as few options as its users give: a dict of columns without the partition key."""

import functools

PARTITION = "patient_group"


def without_partition(columns):
    return {name: values for name, values in columns.items() if name != PARTITION}


def arrow_columns(table):
    return without_partition({name: table[name].to_pylist() for name in table.column_names})


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

    return arrow_columns(pyarrow.dataset.dataset(warehouse.path(name), partitioning="hive").to_table())


def with_duckdb(warehouse, name):
    import duckdb

    return arrow_columns(duckdb.sql(f"from read_parquet('{warehouse.pattern(name)}')").to_arrow_table())


def with_datasets(warehouse, name):
    import datasets

    datasets.disable_progress_bars()
    path = warehouse.path(name)
    files = sorted(map(str, path.glob("*/*.parquet"))) if warehouse.is_partitioned(name) else [str(path)]
    return arrow_columns(datasets.Dataset.from_parquet(files, keep_in_memory=True).data)


@functools.cache
def spark_session():
    from pyspark.sql import SparkSession

    settings = {
        "spark.ui.enabled": "false",
        "spark.ui.showConsoleProgress": "false",
        "spark.driver.bindAddress": "127.0.0.1",
        "spark.driver.host": "127.0.0.1",
        "spark.sql.shuffle.partitions": "2",
        # A time zone that would show in any timestamp which it changes.
        "spark.sql.session.timeZone": "America/Chicago",
    }
    builder = SparkSession.builder.master("local[2]")
    for key, value in settings.items():
        builder = builder.config(key, value)
    session = builder.getOrCreate()
    session.sparkContext.setLogLevel("ERROR")
    return session


def with_spark(warehouse, name):
    return arrow_columns(spark_session().read.parquet(str(warehouse.path(name))).toArrow())


READERS = {
    "pandas": with_pandas,
    "polars": with_polars,
    "pyarrow": with_pyarrow,
    "duckdb": with_duckdb,
    "datasets": with_datasets,
    "spark": with_spark,
}
