"""A Spark cluster of two executors builds a warehouse; one of them is killed in the middle, and the bytes are those of one build."""

import hashlib
import json
import os
import pathlib
import signal
import sys
import threading
import time

import pyspark

os.environ["SPARK_HOME"] = os.path.dirname(pyspark.__file__)  # local-cluster starts its executors from there
os.environ["SPARK_LOCAL_IP"] = "127.0.0.1"
os.environ["PYSPARK_PYTHON"] = sys.executable

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "examples" / "spark"))

from pyspark.sql import SparkSession  # noqa: E402

from build_warehouse import arguments, build_warehouse  # noqa: E402
from warehouse_tables import register_tables  # noqa: E402

# Files that name the time of their build, or hold it.
NAMED = {"SHA256SUMS.txt", "croissant.json", "imagenome.duckdb", "manifest.json"}
SHARDS = 4


def cluster(scratch):
    settings = {
        "spark.ui.enabled": "false",
        "spark.driver.host": "127.0.0.1",
        "spark.driver.bindAddress": "127.0.0.1",
        "spark.executor.memory": "512m",
        "spark.ui.showConsoleProgress": "false",
        "spark.sql.warehouse.dir": f"{scratch}/spark-warehouse",
        "spark.executorEnv.PYTHONPATH": str(ROOT / "examples" / "spark"),
        "spark.executorEnv.SPARK_LOCAL_IP": "127.0.0.1",
        "spark.local.dir": f"{scratch}/local",
    }
    builder = SparkSession.builder.master("local-cluster[2,1,1024]").appName("imagenome")
    for name, value in settings.items():
        builder = builder.config(name, value)
    spark = builder.getOrCreate()
    spark.sparkContext.setLogLevel("OFF")
    return spark


def processes():
    """Parent and command line of every process that can be read, by pid."""
    found = {}
    for entry in pathlib.Path("/proc").iterdir():
        if not entry.name.isdigit():
            continue
        try:
            words = (entry / "cmdline").read_bytes().decode(errors="replace").split("\0")
            parent = int((entry / "stat").read_text().rpartition(")")[2].split()[1])
            found[int(entry.name)] = (parent, words)
        except OSError:
            pass  # it has ended meanwhile
    return found


class Killer(threading.Thread):
    """Kills the executor that builds a shard below this folder, once, when the shard has a chunk and is not complete."""

    def __init__(self, work):
        super().__init__(daemon=True)
        self.work, self.killed, self.ended = work, None, False

    def run(self):
        while self.killed is None and not self.ended:
            time.sleep(0.02)
            for pid, (_, words) in processes().items():
                out = words[words.index("--out") + 1] if "--shard" in words and "--out" in words else ""
                if out.startswith(str(self.work)) and self.has_chunk(pathlib.Path(out)):
                    self.kill_executor_of(pid)
                    break

    @staticmethod
    def has_chunk(out):
        journals = out.parent.glob(f".{out.name}.building-*/kept/journal.jsonl")
        return any(len(journal.read_bytes().splitlines()) > 1 for journal in journals)

    def kill_executor_of(self, pid):
        known = processes()
        while pid in known and not any("CoarseGrainedExecutorBackend" in word for word in known[pid][1]):
            pid = known[pid][0]
        if pid in known and self.is_own(known, pid):
            os.kill(pid, signal.SIGKILL)
            self.killed = pid

    @staticmethod
    def is_own(known, pid):
        while pid in known:
            if pid == os.getpid():
                return True
            pid = known[pid][0]
        return False


def outcome(folder):
    """sha256 of every file that names no time."""
    folder = pathlib.Path(folder)
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name not in NAMED
    }


def timeless(folder):
    manifest = json.loads((pathlib.Path(folder) / "manifest.json").read_text())
    return {key: value for key, value in manifest.items() if key not in ("created", "others")}


def expect(condition, what):
    print(f"  {'well' if condition else 'WRONG'}: {what}", flush=True)
    return 0 if condition else 1


def main(release, whole, command, scratch):
    """@param whole the warehouse that one build has made of the release"""
    work, out = f"{scratch}/work", f"{scratch}/warehouse"
    spark = cluster(scratch)
    try:
        words = [release, "--shards", str(SHARDS), "--work", work, "--out", out, "--command", command, "--keep-shards"]
        options = arguments([*words, "--", "--workers", "1"])
        killer = Killer(work)
        killer.start()
        shards = build_warehouse(spark, options)
        killer.ended = True
        print(f"killed executor {killer.killed}; {json.dumps(shards)}", flush=True)
        failed = expect(killer.killed is not None, "an executor was killed in the middle of the job")
        failed += expect(any(shard["attempt"] > 0 for shard in shards), "a task was tried again")
        failed += expect(sum(shard["chunks"] > 0 for shard in shards) == SHARDS, "every shard has chunks")
        failed += expect(outcome(out) == outcome(whole), f"{len(outcome(out))} files are those of one build")
        failed += expect(timeless(out) == timeless(whole), "the manifest is that of one build")
        running = [pid for pid, (_, words) in processes().items() if any(word.startswith(work) for word in words)]
        failed += expect(not running, "the killed attempt has left no process")
        again = build_warehouse(spark, {**options, "keep_shards": False})
        failed += expect([one["out"] for one in again] == [one["out"] for one in shards], "a job that is run again builds no shard")
        failed += expect(not list(pathlib.Path(work).glob("shard-*")), "nothing is left in the work folder")
        failed += tables(spark, out)
        return failed
    finally:
        spark.stop()


def tables(spark, out):
    names = register_tables(spark, out, "chest")
    manifest = json.loads((pathlib.Path(out) / "manifest.json").read_text())
    rows = {table["name"]: table["rows"] for table in manifest["tables"]}
    failed = expect(set(names) == set(rows), f"{len(names)} tables are registered")
    wrong = [name for name in names if spark.table(f"chest.`{name}`").count() != rows[name]]
    failed += expect(not wrong, f"tables have the rows of the manifest {wrong}")
    columns = spark.catalog.listColumns("chest.images")
    failed += expect([column.name for column in columns if column.isPartition] == ["patient_group"], "patient_group is the partition")
    failed += expect(all(column.description for column in columns), "every column has its comment")
    properties = dict(map(tuple, spark.sql("show tblproperties chest.images").collect()))
    failed += expect(properties["imagenome.not_null"] == "image_id,study_id,patient_id", "the columns that are NOT NULL are listed")
    nulls = spark.table("chest.images").where("image_id is null or study_id is null or patient_id is null").count()
    return failed + expect(nulls == 0, "and hold no NULL")


if __name__ == "__main__":
    sys.exit(1 if main(*sys.argv[1:]) else 0)
