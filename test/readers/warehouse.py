"""The tables of a warehouse as its manifest lists them."""

import json
import pathlib


class Warehouse:
    def __init__(self, folder):
        self.folder = pathlib.Path(folder).resolve()
        manifest = json.loads((self.folder / "manifest.json").read_text())
        self.tables = {table["name"]: table for table in manifest["tables"]}

    def path(self, name):
        """The Parquet file of a small table, or the folder of a partitioned one."""
        first = self.folder / self.tables[name]["files"][0]["path"]
        return first.parent.parent if self.is_partitioned(name) else first

    def pattern(self, name):
        """What DuckDB reads a table by."""
        return f"{self.path(name)}/*/*.parquet" if self.is_partitioned(name) else str(self.path(name))

    def is_partitioned(self, name):
        return "/patient_group=" in self.tables[name]["files"][0]["path"]

    def rows(self, name, group=None):
        """Number of rows, of one patient_group or of all."""
        files = self.tables[name]["files"]
        return sum(file["rows"] for file in files if group is None or f"/patient_group={group}/" in file["path"])
