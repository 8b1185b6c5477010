"""Runs every view and macro in this DuckDB, by each way of opening a warehouse, and writes rows and a checksum per column as JSON."""

import json
import pathlib
import sys

import duckdb

from checksums import table_checksums

MACROS = {
    "finding_matrix": "finding_matrix(regions := 18)",
    "finding_cells": "finding_cells(regions := 29)",
    "region_findings_by": "region_findings_by('state')",
    "region_finding_lists": "region_finding_lists(36, 'any_yes')",
    "cooccurrence_within": "cooccurrence_within(null)",
    "report_findings_within": "report_findings_within('prelimread')",
}


def open_file(folder):
    return duckdb.connect(f"{folder}/imagenome.duckdb", read_only=True), ""


def attach_and_use(folder):
    connection = duckdb.connect()
    connection.execute(f"attach '{folder}/imagenome.duckdb' as imagenome (read_only); use imagenome")
    return connection, ""


def attach_without_use(folder):
    connection = duckdb.connect()
    connection.execute(f"attach '{folder}/imagenome.duckdb' as imagenome (read_only)")
    return connection, "imagenome."


def attach_sql(folder):
    connection = duckdb.connect()
    connection.execute(f"set variable imagenome = '{folder}'")
    connection.execute(pathlib.Path(folder, "attach.sql").read_text())
    return connection, ""


def names_of(folder):
    connection, _ = open_file(folder)
    rows = connection.execute(
        """select view_name from duckdb_views() where schema_name = 'main' and not internal
        union select table_name from duckdb_tables() where schema_name = 'main' order by 1"""
    ).fetchall()
    return [name for (name,) in rows]


def contents(connection, query):
    """Rows and a checksum per column, or what DuckDB said instead, as text."""
    try:
        cursor = connection.execute(query)
        columns = [column[0] for column in cursor.description]
        rows = cursor.fetchall()
        return table_checksums({column: [row[i] for row in rows] for i, column in enumerate(columns)})
    except duckdb.Error as error:
        return str(error)[:300]


def main(folder):
    names = names_of(folder)
    found = {}
    for way in (open_file, attach_and_use, attach_without_use, attach_sql):
        connection, prefix = way(folder)
        answers = {name: contents(connection, f'from {prefix}"{name}"') for name in names}
        if not prefix:  # macros of an attached database need `use` in every version
            answers |= {name: contents(connection, f"from {call}") for name, call in MACROS.items()}
        found[way.__name__] = answers
    json.dump({"version": duckdb.__version__, "found": found}, sys.stdout)


if __name__ == "__main__":
    main(sys.argv[1])
