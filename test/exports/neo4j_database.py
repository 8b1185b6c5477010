"""Neo4j: the bulk import of its admin tool, and Cypher in the embedded database."""

import json
import os
import pathlib
import re
import shlex
import shutil
import subprocess

LIBRARIES = os.environ.get("IMAGENOME_NEO4J", "")
HERE = pathlib.Path(__file__).resolve().parent


class Neo4j:
    """A database of an export, imported by the command of the export's README."""

    def __init__(self, export, home):
        self.home = home
        (home / "conf").mkdir(parents=True)
        self.command = re.search(r"^neo4j-admin .*?(?=\n```)", (export / "README.md").read_text(), re.M | re.S)[0]
        words = shlex.split(self.command.replace("\\\n", " "))
        # A copy, as the import leaves a report next to the files.
        copy = shutil.copytree(export, home / "export")
        self.said = self.java("org.neo4j.cli.AdminTool", *words[1:], cwd=copy)

    def java(self, *words, cwd=None):
        env = {**os.environ, "NEO4J_HOME": str(self.home), "NEO4J_CONF": str(self.home / "conf")}
        done = subprocess.run(["java", "-cp", f"{LIBRARIES}/*", *words], capture_output=True, text=True, cwd=cwd, env=env)
        assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-2000:]
        return done.stdout

    def imported(self, what):
        """Number of nodes or relationships that the import says it has read."""
        return int(re.search(rf"(\d+) {what}", self.said)[1])

    def answers(self, *questions):
        """Rows of each question."""
        lines = self.java(str(HERE / "neo4j" / "Cypher.java"), str(self.home), *questions).splitlines()
        return [[tuple(row) for row in json.loads(line)] for line in lines[-len(questions) :]]
