"""Copies a warehouse to S3 on loopback and compares what pyarrow, polars and Spark read there with DuckDB's rows of the local files."""

import json
import logging
import pathlib
import shlex
import subprocess
import sys

import boto3
import duckdb
import polars
import pyarrow.compute
import pyarrow.dataset
from moto.server import ThreadedMotoServer
from pyarrow.fs import S3FileSystem

BUCKET = "bucket"
KEYS = {"aws_access_key_id": "test", "aws_secret_access_key": "test"}
TABLES = ("images", "object_attributes", "derived/region_findings", "derived/finding_lists")
VIEWS = ("images", "phrases", "labels", "quarantine", "region_findings", "boxes", "explicit_findings", "studies", "ontology")


def upload(folder, endpoint):
    client = boto3.client("s3", endpoint_url=endpoint, region_name="us-east-1", **KEYS)
    client.create_bucket(Bucket=BUCKET)
    files = [path for path in folder.rglob("*") if path.is_file()]
    for path in files:
        client.upload_file(str(path), BUCKET, f"warehouse/{path.relative_to(folder)}")
    return len(files)


def expected(folder, table):
    """Rows, rows of one patient group, and a sum over patient_id."""
    query = f"""select count(*), count(*) filter (patient_group = 'p10'), sum(patient_id)::bigint
    from read_parquet('{folder}/parquet/{table}/*/*.parquet', hive_partitioning = true)"""
    return duckdb.execute(query).fetchone()


def by_pyarrow(endpoint, table):
    files = S3FileSystem(access_key="test", secret_key="test", endpoint_override=endpoint, region="us-east-1")
    dataset = pyarrow.dataset.dataset(f"{BUCKET}/warehouse/parquet/{table}", filesystem=files, partitioning="hive")
    group = dataset.count_rows(filter=pyarrow.dataset.field("patient_group") == "p10")
    patients = dataset.to_table(columns=["patient_id"])["patient_id"]
    return dataset.count_rows(), group, pyarrow.compute.sum(pyarrow.compute.cast(patients, "int64")).as_py()


def by_polars(endpoint, table):
    options = {**KEYS, "aws_region": "us-east-1", "aws_endpoint_url": endpoint, "aws_allow_http": "true"}
    rows = polars.scan_parquet(f"s3://{BUCKET}/warehouse/parquet/{table}/", hive_partitioning=True, storage_options=options)
    whole = rows.select(polars.len(), (polars.col("patient_group") == "p10").sum().alias("group"), polars.col("patient_id").cast(polars.Int64).sum())
    return whole.collect().row(0)


def by_spark(folder, endpoint, command, python, script, scratch, jars):
    """The comparison with Spark, which has ended; it runs in an environment of its own."""
    root = f"s3a://{BUCKET}/warehouse"
    views = subprocess.run([*shlex.split(command), "views", folder, "--dialect", "spark", "--files", root], check=True, capture_output=True).stdout
    scratch = pathlib.Path(scratch) / "spark"
    scratch.mkdir()
    (scratch / "views.sql").write_bytes(views)
    (scratch / "expected.json").write_text(json.dumps({"root": root, **expected_of_spark(folder)}))
    words = [endpoint, scratch / "views.sql", scratch / "expected.json", scratch, jars]
    return subprocess.run([python, script, *map(str, words)], stderr=subprocess.PIPE, text=True)


def expected_of_spark(folder):
    with duckdb.connect(f"{folder}/imagenome.duckdb", read_only=True) as warehouse:
        types = {name: warehouse.execute(f"describe from read_parquet('{folder}/parquet/{name}/*/*.parquet', hive_partitioning = false)").fetchall() for name in TABLES}
        names = [name for (name,) in warehouse.execute("select table_name from information_schema.tables where table_schema = 'main'").fetchall()]
        views = {name: warehouse.execute(f'select count(*) from main."{name}"').fetchone()[0] for name in names if name in VIEWS}
    tables = {}
    for name in TABLES:
        rows, group, patients = expected(folder, name)
        tables[name] = {"types": [column[:2] for column in types[name]], "rows": [rows, patients], "group": group}
    return {"tables": tables, "views": views}


def main(folder, command, *spark):
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    folder = pathlib.Path(folder)
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    endpoint = f"http://{host}:{port}"
    failed = 0
    try:
        print(f"object storage: {upload(folder, endpoint)} files copied")
        for table in TABLES:
            wanted = expected(folder, table)
            for reader in (by_pyarrow, by_polars):
                found = tuple(reader(endpoint, table))
                failed += found != wanted or wanted[0] == 0
                print(f"{reader.__name__} {table}: {'equal' if found == wanted else f'expected {wanted}, found {found}'}, {wanted[0]} rows")
        sys.stdout.flush()
        ended = by_spark(folder, endpoint, command, *spark)
        if ended.returncode != 0:
            print(ended.stderr, file=sys.stderr)
            failed += 1
    finally:
        server.stop()
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
