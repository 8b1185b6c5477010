"""A small Spark on this machine alone, in a time zone with summer time, which no answer may depend on."""

import pathlib

from pyspark.sql import SparkSession


def session(folder, **settings):
    """A session with one core, one partition and no pages; `folder` is for what it writes."""
    builder = SparkSession.builder.master("local[1]").appName("views")
    fixed = {
        "spark.ui.enabled": "false",
        "spark.driver.host": "127.0.0.1",
        "spark.driver.bindAddress": "127.0.0.1",
        "spark.driver.memory": "2g",
        "spark.driver.extraJavaOptions": "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC",
        "spark.sql.adaptive.enabled": "false",
        "spark.sql.shuffle.partitions": "1",
        "spark.sql.codegen.wholeStage": "false",
        "spark.sql.codegen.factoryMode": "NO_CODEGEN",
        "spark.sql.legacy.storeAnalyzedPlanForView": "true",
        "spark.ui.showConsoleProgress": "false",
        "spark.sql.session.timeZone": "America/New_York",
        "spark.sql.warehouse.dir": str(pathlib.Path(folder) / "spark-warehouse"),
    }
    for name, value in {**fixed, **settings}.items():
        builder = builder.config(name, value)
    spark = builder.getOrCreate()
    spark.sparkContext.setLogLevel("ERROR")
    return spark


def run_script(spark, script):
    """Runs the statements that `imagenome views --dialect spark` wrote."""
    for statement in script.split(";\n\n"):
        if statement.strip():
            spark.sql(statement.strip().removesuffix(";"))
