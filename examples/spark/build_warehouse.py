"""Builds a warehouse with Spark: each task builds one shard with the installed command `imagenome`, then the driver joins them.

    spark-submit examples/spark/build_warehouse.py INPUT --shards 8 --work /shared/work --out /shared/warehouse

INPUT, the work folder and the warehouse are paths that the driver and all executors have, on a shared file system. Retries,
stragglers and placement are Spark's: every attempt of a task has a folder of its own, and what is complete is published at one
stroke, so that an attempt may be killed, repeated or run twice at any time. A job that is run again builds only what is missing.

What stands behind `--` is given to every `imagenome build`: -- --no-text --mimic-metadata /shared/metadata.csv.gz
docs/scale.md has the lines for standalone, YARN and Kubernetes.
"""

import argparse
import glob
import json
import os
import shlex
import shutil
import subprocess
import sys

from pyspark import TaskContext
from pyspark.sql import SparkSession

from warehouse_tables import register_tables

# Done, and done with something in quarantine.
SUCCESS = (0, 3)


def run(command, *words):
    """Runs `imagenome …` and gives the last event that it prints. What it says of an error names no patient and no report."""
    ended = subprocess.run([*command, *words, "--json"], stdin=subprocess.DEVNULL, capture_output=True, text=True)
    if ended.returncode not in SUCCESS:
        raise RuntimeError(f"{shlex.join([*command, *words])}: exit code {ended.returncode}: {ended.stderr.strip()}")
    return json.loads(ended.stdout.splitlines()[-1])


def build_shard(index, options):
    """Builds shard `index` in a folder of this attempt, or takes one that an earlier job has completed. Gives its folder."""
    place = f"{index}/{options['shards']}"
    folder = os.path.join(options["work"], f"shard-{index}-of-{options['shards']}")
    complete = sorted(glob.glob(os.path.join(glob.escape(folder), "*", "shard.json")))
    context = TaskContext.get()
    out = os.path.dirname(complete[0]) if complete else os.path.join(folder, f"{context_id(context)}")
    # One that is complete says so at once, or is built anew where input, options or program have changed.
    done = run(options["command"], "build", options["input"], "--shard", place, "--out", out, *options["build"])
    return {"index": index, "out": out, "attempt": context.attemptNumber(), "chunks": done["chunks"], "seconds": done["seconds"]}


def context_id(context):
    """A name that no other attempt has, of this job or of another one that writes the same work folder."""
    return f"{os.urandom(6).hex()}-{context.taskAttemptId()}"


def build_warehouse(spark, options):
    """Builds all shards as tasks and joins them. Gives what the tasks did."""
    context = spark.sparkContext
    indexes = range(1, options["shards"] + 1)
    context.setJobDescription(f"imagenome: {options['shards']} shards")
    shards = context.parallelize(indexes, options["shards"]).map(lambda index: build_shard(index, options)).collect()
    memory = ["--memory-limit", options["memory_limit"]] if options["memory_limit"] else []
    run(options["command"], "assemble", *[shard["out"] for shard in shards], "--out", options["out"], *memory)
    if not options["keep_shards"]:
        for index in indexes:
            shutil.rmtree(os.path.join(options["work"], f"shard-{index}-of-{options['shards']}"), ignore_errors=True)
    return shards


def arguments(words):
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("input", help="a release, a scene_graph.zip, a folder, a .jsonl[.gz] or a .json array")
    parser.add_argument("--shards", type=int, required=True, help="two or three for each core of the cluster")
    parser.add_argument("--work", required=True, help="folder for the shards, shared by all executors")
    parser.add_argument("--out", required=True, help="folder of the warehouse, shared with whoever reads it")
    parser.add_argument("--command", default="imagenome", help="how the command is called on every executor")
    parser.add_argument("--memory-limit", help="what DuckDB may take of memory while the shards are joined")
    parser.add_argument("--keep-shards", action="store_true", help="leave the shards where they are")
    parser.add_argument("--database", help="register the tables of the warehouse in this database")
    own, build = (words[: words.index("--")], words[words.index("--") + 1 :]) if "--" in words else (words, [])
    options = vars(parser.parse_args(own))
    options["build"] = build
    options["command"] = shlex.split(options["command"])
    for name in ("input", "work", "out"):
        options[name] = os.path.abspath(options[name])  # executors run in folders of their own
    return options


def main(words):
    options = arguments(words)
    spark = SparkSession.builder.appName("imagenome").getOrCreate()
    shards = build_warehouse(spark, options)
    names = register_tables(spark, options["out"], options["database"]) if options["database"] else []
    print(json.dumps({"out": options["out"], "shards": shards, "tables": names}))
    spark.stop()


if __name__ == "__main__":
    main(sys.argv[1:])
