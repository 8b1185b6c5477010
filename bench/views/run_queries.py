"""Runs queries on one warehouse, a process each: seconds, peak memory and rows as JSON lines. Reads one JSON list of queries from stdin."""

import json
import resource
import subprocess
import sys
import time

import duckdb

LIMIT = 60


def run(database, memory, query):
    """Median of up to three runs, after one that does not count unless it takes longer than a second."""
    connection = duckdb.connect(database, read_only=True)
    connection.execute(f"set threads = 2; set memory_limit = '{memory}'")
    times = []
    while len(times) < 4 and sum(times) < 3:
        started = time.perf_counter()
        relation = connection.execute(query)
        rows = 0
        while batch := relation.fetchmany(10_000):
            rows += len(batch)
        times.append(time.perf_counter() - started)
    counted = sorted(times[1:] if len(times) > 1 and times[0] < 1 else times)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    return {"seconds": counted[len(counted) // 2], "peak_bytes": peak, "rows": rows}


def main():
    database, memory = sys.argv[1:3]
    if len(sys.argv) == 4:
        print(json.dumps(run(database, memory, sys.argv[3])))
        return
    for query in json.load(sys.stdin):
        command = [sys.executable, "-B", __file__, database, memory, query["sql"]]
        try:
            done = subprocess.run(command, capture_output=True, text=True, timeout=LIMIT)
            answer = json.loads(done.stdout) if done.returncode == 0 else {"failure": done.stderr.strip().splitlines()[-1]}
        except subprocess.TimeoutExpired:
            answer = {"failure": f"more than {LIMIT} s"}
        print(json.dumps({**query, **answer}), flush=True)


main()
