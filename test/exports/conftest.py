"""Warehouses and their exports, for all tests: `warehouse` is one without faults and one with them, `export` makes each export once."""

import json
import os
import pathlib
import subprocess

import duckdb
import pytest

WORK = pathlib.Path(os.environ["IMAGENOME_WORK"])


class Warehouse:
    """A built warehouse: SQL on it, and the exports that were made from it."""

    def __init__(self, name):
        self.name = name
        self.folder = WORK / name
        self.database = duckdb.connect(str(self.folder / "imagenome.duckdb"), read_only=True)
        self.exports = {}

    def sql(self, query):
        """Rows of a query as tuples."""
        return self.database.execute(query).fetchall()

    def value(self, query):
        """The only value of a query."""
        ((value,),) = self.sql(query)
        return value

    def splits(self):
        """Number of images by the name of the split, as an export names it."""
        return dict(self.sql("select coalesce(split, 'unlisted'), count(*) from cohort group by all"))

    def export(self, *words, run=1):
        """The folder of an export; made when it is asked for first. Another `run` makes it again."""
        key = (*words, str(run))
        if key not in self.exports:
            folder = WORK / "exports" / self.name / str(len(self.exports))
            folder.parent.mkdir(parents=True, exist_ok=True)
            self.imagenome("export", words[0], str(self.folder), "--out", str(folder), "--quiet", *words[1:])
            self.exports[key] = folder
        return self.exports[key]

    def figures(self, *words):
        """What export.json says that an export holds, by name."""
        record = json.loads((self.export(*words) / "export.json").read_text())
        return {figure["name"]: figure["value"] for figure in record["figures"]}

    def imagenome(self, *words):
        done = subprocess.run(["node", os.environ["IMAGENOME_CLI"], *words], capture_output=True, text=True)
        assert done.returncode == 0, done.stderr


WAREHOUSES = {}


def opened(name):
    return WAREHOUSES.setdefault(name, Warehouse(name))


@pytest.fixture(params=["clean", "faulty"])
def warehouse(request):
    return opened(request.param)


@pytest.fixture
def clean():
    return opened("clean")


@pytest.fixture
def faulty():
    return opened("faulty")


@pytest.fixture
def no_text():
    return opened("no_text")
