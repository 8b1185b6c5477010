"""
Every table, view and macro in Spark gives the rows that it gives in DuckDB, row by row and bit by bit; so do the cases in which the two
engines differ without an error.
"""

import json
import pathlib
import sys

import duckdb

from calls import LISTS, calls_of, literal
from comparison import Comparison
from session import run_script, session


def compare_cases(spark, cases):
    comparison = Comparison(spark, duckdb.connect())
    for name, case in cases.items():
        sql = case["spark"].get("sql")
        comparison.compare(name, case["duckdb"], lambda: spark.sql(sql))
    return comparison


def compare_warehouse(spark, plan):
    run_script(spark, plan["script"])
    database = duckdb.connect(f"{plan['folder']}/imagenome.duckdb", read_only=True)
    comparison = Comparison(spark, database)
    for name, query in plan["views"].items():
        comparison.compare(name, f'from "{name}"', lambda: spark.sql(query) if query else spark.table(name))
    for name, macro in plan["macros"].items():
        call = f"from {name}(%s)" if macro["isTable"] else f"select {name}(%s) as {name}"
        for arguments in calls_of(name, database):
            given = ", ".join(literal(arguments[parameter]) for parameter in macro["parameters"])
            comparison.compare(f"{name}({given})", call % given, lambda: spark.sql(macro["sql"], args=arguments))
        for arguments in LISTS.get(name, []):
            query = macro["sql"]
            for parameter, (_, value) in arguments.items():
                query = query.replace(f":{parameter}", value)
            given = ", ".join(arguments[parameter][0] for parameter in macro["parameters"])
            comparison.compare(f"{name}({given})", call % given, lambda: spark.sql(query))
    return comparison


def main(plan_file, scratch, ansi):
    """@param ansi whether what has no answer is an error in Spark: true and false must give the same rows"""
    plan = json.loads(pathlib.Path(plan_file).read_text())
    spark = session(scratch, **{"spark.sql.ansi.enabled": ansi})
    failed = 0
    compared = {"cases": compare_cases(spark, plan["cases"])}
    for warehouse in plan["warehouses"]:
        compared[pathlib.Path(warehouse["folder"]).name] = compare_warehouse(spark, warehouse)
    for name, comparison in compared.items():
        print(comparison.summary(f"Spark {spark.version}, ANSI {ansi}, {name}"))
        failed += comparison.failed
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
