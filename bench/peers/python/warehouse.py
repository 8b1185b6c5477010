"""The DuckDB file of a Parquet tree."""

import duckdb


def load(out, tables):
    with duckdb.connect(f"{out}/imagenome.duckdb") as connection:
        for table in tables:
            tree = f"{out}/parquet/{table}/*/*.parquet"
            connection.execute(
                f"create table {table} as from read_parquet('{tree}', hive_partitioning = false)"
            )
