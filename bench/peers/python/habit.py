"""Python as it is mostly written: json.load of every file, lists of dicts, a DataFrame, to_parquet."""

import glob
import json
import sys

import pandas as pd
import pyarrow as pa
from graph_rows import SCHEMAS, add_rows, order
from warehouse import load


def main(path, out):
    graphs = []
    for name in glob.glob(f"{path}/*.json"):
        with open(name, encoding="utf-8") as file:
            graphs.append(json.load(file))
    graphs.sort(key=order)
    rows = {name: [] for name in SCHEMAS}
    for graph in graphs:
        add_rows(graph, rows)
    for name, schema in SCHEMAS.items():
        frame = pd.DataFrame([dict(zip(schema.names, row)) for row in rows[name]], columns=schema.names)
        frame["patient_group"] = "p" + frame["patient_id"].astype(str).str[:2]
        schema = schema.append(pa.field("patient_group", pa.string()))
        frame.to_parquet(
            f"{out}/parquet/{name}",
            compression="zstd",
            partition_cols=["patient_group"],
            schema=schema,
            index=False,
        )
    load(out, SCHEMAS)


if __name__ == "__main__":
    main(*sys.argv[1:])
