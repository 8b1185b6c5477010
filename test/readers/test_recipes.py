"""Executes every Python and SQL block of the pages as printed, and compares what the recipes for different tools answer."""

import os
import pathlib
import sys
import traceback

import duckdb

from code_blocks import blocks_of, execute_python, rows_of, statements_of
from readers import spark_session

# Languages that this test executes; R is marked as not run, the others are executed by tests of their own or show no program.
EXECUTED = ("python", "sql")
# What a reader of Spark's page has before its first line.
GIVEN = {"spark": spark_session}
# Pages whose recipes answer the same questions, under the same headings.
RECIPES = ("sql.md", "pandas_polars.md", "spark.md", "notebook.md")


def execute(page, folder):
    """Executes the blocks of a page in their order. Yields each with its rows, or with an error."""
    blocks = [block for block in blocks_of(page) if block.language in EXECUTED]
    code = "".join(block.code for block in blocks)
    names = {name: make() for name, make in GIVEN.items() if f"{name}." in code}
    connection = duckdb.connect()
    for block in blocks:
        try:
            if block.language == "sql":
                # A README shows alternatives, each for a session of its own.
                connection = duckdb.connect() if page.name == "README.md" else connection
                answer = connection.execute(statements_of(block, folder))
                answer = rows_of(answer) if answer.description else None
            else:
                answer = rows_of(execute_python(block, names, page.name))
            yield block, answer, None
        except Exception:
            yield block, None, traceback.format_exc(limit=-2)


def work_in(folder):
    """Relative paths are those of a Spark that was started there."""
    java = spark_session()._jvm.org.apache.hadoop.fs
    files = java.FileSystem.get(spark_session()._jsc.hadoopConfiguration())
    files.setWorkingDirectory(java.Path(str(folder)))


def headings_of(page):
    return [line[3:] for line in page.read_text().splitlines() if line.startswith("## ")]


def main(project, work):
    project, work = pathlib.Path(project), pathlib.Path(work)
    warehouse = work / "output" / "warehouse"
    recipes = [project / "docs" / "recipes" / name for name in RECIPES]
    questions = [heading for heading in headings_of(recipes[0]) if all(heading in headings_of(page) for page in recipes)]
    failed = 0
    answers = {question: [] for question in questions}
    for page, cwd in [(project / "README.md", work), *((page, work) for page in recipes), (warehouse / "README.md", warehouse)]:
        os.chdir(cwd)
        if "spark" in page.read_text():
            work_in(cwd)
        n_blocks = 0
        for block, rows, error in execute(page, warehouse):
            n_blocks += 1
            if error:
                failed += 1
                print(f"{page.name}:{block.line}: {error}")
            elif page in recipes and block.heading in questions and rows:
                answers[block.heading].append((page.name, block, rows))
        print(f"{page.relative_to(project if page.is_relative_to(project) else work)}: {n_blocks} blocks executed", flush=True)
    assert len(questions) >= 5, questions
    for question, found in answers.items():
        _, _, (columns, rows) = found[0] if found else (None, None, ([], []))
        # A recipe may have a step behind its answer, which has other columns.
        same = [(name, block, answer) for name, block, answer in found if answer[0] == columns]
        wrong = [f"{name}:{block.line}" for name, block, answer in same if answer[1] != rows]
        pages = {name for name, _, _ in same}
        if wrong or len(rows) == 0 or pages != set(RECIPES):
            failed += 1
            print(f"{question}: other rows in {wrong}, no answer in {set(RECIPES) - pages}, {len(rows)} rows of sql.md")
        else:
            print(f"{question}: {len(same)} recipes give the same {len(rows)} rows")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2]))
