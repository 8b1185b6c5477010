"""Reads the warehouse in S3 with Spark over s3a and compares it with DuckDB's answers from the local files: rows, types, partitions, views."""

import json
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "spark"))

from session import run_script, session  # noqa: E402

# hadoop-aws of the Hadoop that Spark 3.5 has; of the AWS SDK, which is 280 MB in one piece, only the modules that s3a needs: of dynamodb,
# an error that it catches.
PACKAGES = ("org.apache.hadoop:hadoop-aws:3.3.4", "com.amazonaws:aws-java-sdk-s3:1.12.262", "com.amazonaws:aws-java-sdk-dynamodb:1.12.262")
EXCLUDES = ("com.amazonaws:aws-java-sdk-bundle",)

TYPES = {"VARCHAR": "string", "INTEGER": "int", "BIGINT": "bigint", "DOUBLE": "double", "BOOLEAN": "boolean", "TIMESTAMP": "timestamp_ntz"}


def s3a(endpoint, scratch, cache):
    settings = {
        "spark.jars.packages": ",".join(PACKAGES),
        "spark.jars.excludes": ",".join(EXCLUDES),
        "spark.jars.ivy": cache,
        "spark.hadoop.fs.s3a.endpoint": endpoint,
        "spark.hadoop.fs.s3a.path.style.access": "true",
        "spark.hadoop.fs.s3a.connection.ssl.enabled": "false",
        "spark.hadoop.fs.s3a.aws.credentials.provider": "org.apache.hadoop.fs.s3a.SimpleAWSCredentialsProvider",
        "spark.hadoop.fs.s3a.access.key": "test",
        "spark.hadoop.fs.s3a.secret.key": "test",
        "spark.hadoop.fs.s3a.endpoint.region": "us-east-1",
    }
    return session(scratch, **settings)


def spark_type(duckdb_type):
    return f"array<{spark_type(duckdb_type[:-2])}>" if duckdb_type.endswith("[]") else TYPES[duckdb_type]


def table_faults(spark, root, name, wanted):
    """What is not as expected of a table: its columns, types, partition column, rows, and those of one partition."""
    frame = spark.read.parquet(f"{root}/parquet/{name}")
    types = [[column, spark_type(kind)] for column, kind in wanted["types"]] + [["patient_group", "string"]]
    found = {"types": list(map(list, frame.dtypes)), "rows": list(frame.selectExpr("count(*)", "sum(patient_id)").first())}
    group = frame.where("patient_group = 'p10'")
    found["group"] = group.count()
    files = [file for (file,) in group.selectExpr("input_file_name()").distinct().collect()]
    plain = {"types": types, "rows": wanted["rows"], "group": wanted["group"]}
    faults = [f"{what}: expected {plain[what]}, found {found[what]}" for what in plain if plain[what] != found[what]]
    return faults + [f"read {file}" for file in files if not file.startswith(f"{root}/parquet/{name}/patient_group=p10/")]


def main(endpoint, script, expected, scratch, cache):
    wanted = json.loads(pathlib.Path(expected).read_text())
    spark = s3a(endpoint, scratch, cache)
    failed = 0
    try:
        for name, table in wanted["tables"].items():
            faults = table_faults(spark, wanted["root"], name, table)
            failed += len(faults)
            print(f"by_spark {name}: {'; '.join(faults) or 'equal'}, {table['rows'][0]} rows")
        run_script(spark, pathlib.Path(script).read_text())
        wrong = []
        for name, rows in wanted["views"].items():
            found = spark.table(name).count()
            if found != rows:
                wrong.append(f"{name}: expected {rows}, found {found}")
        failed += len(wrong)
        print(f"by_spark {len(wanted['views'])} tables and views: {'; '.join(wrong) or 'equal'}")
    finally:
        spark.stop()
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
