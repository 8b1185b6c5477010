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

    def is_partitioned(self, name):
        return "/patient_group=" in self.tables[name]["files"][0]["path"]

    def rows(self, name):
        return self.tables[name]["rows"]
