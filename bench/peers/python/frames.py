"""polars alone: the JSON is decoded, exploded and written by its own expressions.

Texts are read in Python, as read_json takes one file at a time. The dynamic key of an attributes entry is written as
the constant that sound releases hold, as in the SQL: polars cannot read a key that it is not given.
"""

import sys
from pathlib import Path

import polars as pl
from warehouse import load

TEXT, INT, TEXTS = pl.String, pl.Int32, pl.List(pl.String)
NESTED = pl.List(TEXTS)
IDS = ["image_id", "study_id", "patient_id"]
CUES = ["comparison_cues", "temporal_cues", "severity_cues", "texture_cues"]
CORNERS = ["x1", "y1", "x2", "y2", "width", "height"]
BOX = CORNERS + [f"original_{name}" for name in CORNERS]
REGION = {"object_id": TEXT, "bbox_name": TEXT, "synsets": TEXTS, "name": TEXT}
SENTENCE = {
    **dict.fromkeys(["phrases", "phrase_IDs", "sections"], TEXTS),
    **dict.fromkeys(["attributes", "attributes_ids", *CUES], NESTED),
}
RELATION = {
    **dict.fromkeys(["relationship_id", "predicate", "phrase", "bbox_name", "subject_id", "object_id"], TEXT),
    **dict.fromkeys(["synsets", "relationship_names", "attributes"], TEXTS),
    "relationship_contexts": pl.List(pl.Float64),
}
GRAPH = pl.Struct(
    {
        **dict.fromkeys(["image_id", "viewpoint", "gender", "age_decile", "reason_for_exam", "StudyDateTime"], TEXT),
        **dict.fromkeys(["patient_id", "study_id", "StudyOrder"], INT),
        "objects": pl.List(pl.Struct({**REGION, **dict.fromkeys(BOX, INT)})),
        "attributes": pl.List(pl.Struct({**REGION, **SENTENCE})),
        "relationships": pl.List(pl.Struct(RELATION)),
    }
)


def read(path):
    texts = [file.read_text("utf-8") for file in Path(path).glob("*.json")]
    graphs = pl.DataFrame({"text": texts}).select(pl.col("text").str.json_decode(GRAPH)).unnest("text")
    return graphs.sort("patient_id", "StudyOrder", "study_id", "image_id")


def exploded(frame, index, *lists):
    """One row per element of the parallel lists, with its place."""
    some = frame.filter(pl.col(lists[0]).list.len() > 0)
    return some.with_columns(pl.int_ranges(0, pl.col(lists[0]).list.len(), dtype=INT).alias(index)).explode(
        index, *lists
    )


def split_cuis(name):
    return pl.col(name).list.join(";;").str.split(";;").alias("cuis")


def sent_loc():
    return pl.col("phrase_id").str.split("|").list.get(1).cast(pl.Float64).alias("sent_loc")


def tables_of(graphs):
    renamed = {"StudyOrder": "study_order", "StudyDateTime": "study_datetime"}
    when = pl.col("study_datetime").str.slice(0, 19).str.to_datetime("%Y-%m-%d %H:%M:%S", time_unit="us")
    images = graphs.drop("objects", "attributes", "relationships").rename(renamed).with_columns(when)
    yield "images", images
    boxes = exploded(graphs.select(*IDS, "objects"), "object_index", "objects").unnest("objects")
    yield "objects", boxes.with_columns(split_cuis("synsets")).rename({"name": "umls_name"}).drop("synsets")
    names = {"name": "umls_name", "phrase_IDs": "phrase_id", "sections": "section", "phrases": "phrase"}
    entries = exploded(graphs.select(*IDS, "attributes"), "entry_index", "attributes")
    sentences = exploded(
        entries.rename({"attributes": "entry"}).unnest("entry").with_columns(split_cuis("synsets")),
        "phrase_index",
        *SENTENCE,
    ).rename(names)
    sentences = sentences.with_columns(sent_loc(), is_described=True)
    yield "object_phrases", sentences.drop("synsets", "attributes", "attributes_ids", "phrase")
    parts = pl.col("attributes").str.splitn("|", 3).struct.rename_fields(["category_id", "relation", "label_name"])
    findings = exploded(
        sentences.drop("synsets", "cuis", "umls_name", "is_described", "phrase"),
        *("attribute_index", "attributes", "attributes_ids"),
    )
    findings = findings.with_columns(parts, cuis=pl.col("attributes_ids").str.split(";;"))
    yield "object_attributes", findings.unnest("attributes").drop("attributes_ids")
    texts = sentences.select(*IDS, "phrase_id", "sent_loc", "section", "phrase", place=pl.row_index())
    distinct = texts.unique(["image_id", "phrase_id"], keep="first", maintain_order=True)
    image_place = pl.col("place").min().over("image_id")
    yield "phrases", distinct.sort(image_place, "sent_loc", "phrase_id").drop("place")
    yield "comparison_relations", relations_of(graphs)


def relations_of(graphs):
    entries = exploded(graphs.select(*IDS, "relationships"), "relationship_index", "relationships")
    id_parts = pl.col("relationship_id").str.split("_")
    affirmed = pl.element().filter(pl.element().str.contains("|yes|", literal=True)).str.split("|").list.get(2)
    found = entries.unnest("relationships").with_columns(
        split_cuis("synsets"),
        previous_image_id=pl.col("object_id").str.split("_").list.get(0),
        previous_study_id=id_parts.list.get(1).cast(INT),
        phrase_id=id_parts.list.get(0),
        predicates=pl.col("predicate").str.extract_all("'[^']*'").list.eval(pl.element().str.strip_chars("'")),
        comparisons=pl.col("relationship_names").list.eval(affirmed),
    )
    return found.with_columns(sent_loc()).drop("synsets", "predicate")


def main(path, out):
    tables = dict(tables_of(read(path)))
    for name, table in tables.items():
        for (group,), rows in table.group_by(pl.col("patient_id") // 1_000_000, maintain_order=True):
            file = f"{out}/parquet/{name}/patient_group=p{group}/part-0.parquet"
            rows.write_parquet(file, compression="zstd", mkdir=True)
    load(out, tables)


if __name__ == "__main__":
    main(*sys.argv[1:])
