"""Rows of the six tables of one scene graph, as lists in the order of the columns."""

import ast
import datetime

import pyarrow as pa

IDS = [("image_id", pa.string()), ("study_id", pa.int32()), ("patient_id", pa.int32())]
STRINGS = pa.list_(pa.string())
CUES = ["comparison_cues", "temporal_cues", "severity_cues", "texture_cues"]
CORNERS = ["x1", "y1", "x2", "y2", "width", "height"]
BOX = CORNERS + [f"original_{name}" for name in CORNERS]


def columns(*named):
    return pa.schema(IDS + list(named))


def all_of(kind, names):
    return [(name, kind) for name in names]


SCHEMAS = {
    "images": columns(
        *all_of(pa.string(), ["viewpoint", "gender", "age_decile", "reason_for_exam"]),
        ("study_order", pa.int32()),
        ("study_datetime", pa.timestamp("us")),
    ),
    "objects": columns(
        ("object_index", pa.int32()),
        *all_of(pa.string(), ["object_id", "bbox_name"]),
        ("cuis", STRINGS),
        ("umls_name", pa.string()),
        *all_of(pa.int32(), BOX),
    ),
    "object_phrases": columns(
        ("entry_index", pa.int32()),
        *all_of(pa.string(), ["object_id", "bbox_name"]),
        ("cuis", STRINGS),
        ("umls_name", pa.string()),
        ("is_described", pa.bool_()),
        ("phrase_index", pa.int32()),
        ("phrase_id", pa.string()),
        ("sent_loc", pa.float64()),
        ("section", pa.string()),
        *all_of(STRINGS, CUES),
    ),
    "object_attributes": columns(
        ("entry_index", pa.int32()),
        *all_of(pa.string(), ["object_id", "bbox_name"]),
        *all_of(pa.int32(), ["phrase_index", "attribute_index"]),
        ("phrase_id", pa.string()),
        ("sent_loc", pa.float64()),
        *all_of(pa.string(), ["section", "category_id", "relation", "label_name"]),
        ("cuis", STRINGS),
        *all_of(STRINGS, CUES),
    ),
    "phrases": columns(
        ("phrase_id", pa.string()),
        ("sent_loc", pa.float64()),
        *all_of(pa.string(), ["section", "phrase"]),
    ),
    "comparison_relations": columns(
        ("relationship_index", pa.int32()),
        *all_of(
            pa.string(), ["relationship_id", "bbox_name", "subject_id", "object_id", "previous_image_id"]
        ),
        ("previous_study_id", pa.int32()),
        ("phrase_id", pa.string()),
        ("sent_loc", pa.float64()),
        *all_of(STRINGS, ["predicates", "cuis", "comparisons", "relationship_names"]),
        ("relationship_contexts", pa.list_(pa.float64())),
        ("attributes", STRINGS),
        ("phrase", pa.string()),
    ),
}


def order(graph):
    """Place of a graph in the warehouse."""
    return graph["patient_id"], graph["StudyOrder"], graph["study_id"], graph["image_id"]


def add_rows(graph, tables):
    """Appends the rows of a graph to the lists in `tables`, by the name of the table."""
    ids = (graph["image_id"], graph["study_id"], graph["patient_id"])
    tables["images"].append(
        (
            *ids,
            *(graph[key] for key in ("viewpoint", "gender", "age_decile", "reason_for_exam", "StudyOrder")),
            datetime.datetime.fromisoformat(graph["StudyDateTime"][:19]),
        )
    )
    for index, entry in enumerate(graph["objects"]):
        tables["objects"].append(
            (
                *(*ids, index, entry["object_id"], entry["bbox_name"]),
                *(split_cuis(entry["synsets"]), entry["name"]),
                *(entry[name] for name in BOX),
            )
        )
    add_sentences(graph["attributes"], ids, tables)
    for index, entry in enumerate(graph["relationships"]):
        tables["comparison_relations"].append(relation_row(ids, index, entry))


def add_sentences(entries, ids, tables):
    sentences = {}
    for entry_index, entry in enumerate(entries):
        place = (*ids, entry_index, entry["object_id"], entry["bbox_name"])
        region = (split_cuis(entry["synsets"]), entry["name"], entry[entry["bbox_name"]])
        for phrase_index, phrase_id in enumerate(entry["phrase_IDs"]):
            sent_loc = float(phrase_id.split("|")[1])
            section = entry["sections"][phrase_index]
            cues = [entry[name][phrase_index] for name in CUES]
            tables["object_phrases"].append(
                (*place, *region, phrase_index, phrase_id, sent_loc, section, *cues)
            )
            sentences.setdefault(phrase_id, (sent_loc, section, entry["phrases"][phrase_index]))
            strings = zip(entry["attributes"][phrase_index], entry["attributes_ids"][phrase_index])
            for attribute_index, (string, cuis) in enumerate(strings):
                tables["object_attributes"].append(
                    (
                        *(*place, phrase_index, attribute_index, phrase_id, sent_loc, section),
                        *(*string.split("|", 2), cuis.split(";;"), *cues),
                    )
                )
    for phrase_id, values in sorted(sentences.items(), key=lambda item: (item[1][0], item[0])):
        tables["phrases"].append((*ids, phrase_id, *values))


def relation_row(ids, index, entry):
    phrase_id, previous_study = entry["relationship_id"].split("_")[:2]
    named = [name.split("|") for name in entry["relationship_names"]]
    return (
        *(*ids, index, entry["relationship_id"], entry["bbox_name"], entry["subject_id"], entry["object_id"]),
        *(entry["object_id"].split("_", 1)[0], int(previous_study)),
        *(phrase_id, float(phrase_id.split("|")[1])),
        *(ast.literal_eval(entry["predicate"]), split_cuis(entry["synsets"])),
        [value for _, relation, value in named if relation == "yes"],
        *(entry["relationship_names"], entry["relationship_contexts"], entry["attributes"], entry["phrase"]),
    )


def split_cuis(synsets):
    return [cui for text in synsets for cui in text.split(";;") if cui]
