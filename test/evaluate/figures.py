"""Tables 2, 3 and 4 computed from the files of a release alone, with nothing but the standard library.

python3 figures.py RELEASE prints one JSON object. Graphs are read from silver_dataset/scene_graph.
"""

import csv
import json
import sys
from collections import defaultdict
from pathlib import Path

MODIFIERS = {"severity", "temporal", "texture", "laterality"}
root = Path(sys.argv[1])


def table(name, delimiter="\t"):
    with open(root / "gold_dataset" / name, newline="", encoding="utf-8") as file:
        return [{k.lower(): v for k, v in row.items()} for row in csv.DictReader(file, delimiter=delimiter)]


graphs = {}
for path in (root / "silver_dataset" / "scene_graph").glob("*_SceneGraph.json"):
    graph = json.loads(path.read_text(encoding="utf-8"))
    graphs[graph["image_id"]] = graph


def image(row):
    return row["image_id"].removesuffix(".dcm")


def outcomes(gold, silver):
    return {"tp": len(gold & silver), "fp": len(silver - gold), "fn": len(gold - silver)}


def place(row_id):
    return float(row_id.split("|")[1])


# The annotated exams: the two images of a patient, by StudyOrder.
by_patient = defaultdict(set)
for row in table("gold_bbox_scaling_factors_original_to_224x224.csv", ","):
    by_patient[graphs[image(row)]["patient_id"]].add(image(row))
firsts, seconds = set(), set()
for images in by_patient.values():
    first, second = sorted(images, key=lambda name: graphs[name]["StudyOrder"])
    firsts.add(first)
    seconds.add(second)

# Findings: (image, sentence, region, label, relation)
gold = {
    (image(r), place(r["row_id"]), r["bbox"], r["label_name"], "yes" if r["relation"] == "1" else "no")
    for r in table("gold_attributes_relations_500pts_500studies1st.txt")
    if r["categoryid"] not in MODIFIERS
}
silver = set()
for name in firsts:
    for entry in graphs[name]["attributes"]:
        for row_id, strings in zip(entry["phrase_IDs"], entry["attributes"]):
            for string in strings:
                category, relation, label = string.split("|", 2)
                if category not in MODIFIERS:
                    silver.add((name, place(row_id), entry["bbox_name"], label, relation))


def last_mentions(mentions):
    last = {}
    for name, where, region, label, relation in mentions:
        key = (name, region, label)
        last[key] = max(last.get(key, (-1.0, "")), (where, relation))
    return {(*key, relation) for key, (_, relation) in last.items()}


gold_last, silver_last = last_mentions(gold), last_mentions(silver)
findings = {"sentence": outcomes(gold, silver), "report": outcomes(gold_last, silver_last)}

# Comparisons: (image, sentence, region, comparison, label, relation)
gold = set()
for r in table("gold_comparison_relations_500pts_500studies2nd.txt"):
    for comparison in r["comparison"].split(";;"):
        relation = "yes" if r["relation"] == "1" else "no"
        gold.add((image(r), place(r["row_id"]), r["bbox"], comparison, r["label_name"], relation))
silver = set()
for name in seconds:
    for relation in graphs[name]["relationships"]:
        where = place(relation["relationship_id"].split("_")[0])
        for comparison in relation["relationship_names"]:
            head = (name, where, relation["bbox_name"], comparison.split("|", 2)[2])
            silver.add((*head, None, None))
            for string in relation["attributes"]:
                category, polarity, label = string.split("|", 2)
                if category not in MODIFIERS:
                    silver.add((*head, label, polarity))

comparisons = {}
for matching, parts in [("attribute_sensitive", (2, 3, 4, 5)), ("attribute_blind", (2, 3))]:
    for level, front in [("sentence", (0, 1)), ("report", (0,))]:
        keys = [
            {tuple(row[i] for i in front + parts) for row in rows if len(parts) == 2 or row[4] is not None}
            for rows in (gold, silver)
        ]
        comparisons[f"{matching} {level}"] = outcomes(*keys)

# Boxes in the 224 frame, clipped to it
def clipped(row):
    x1, y1, x2, y2 = (float(row[name]) for name in ("x1", "y1", "x2", "y2"))
    if x1 == y1 == x2 == y2 == 0:
        return None
    box = (max(x1, 0), max(y1, 0), min(x2, 224), min(y2, 224))
    return box if box[0] < box[2] and box[1] < box[3] else None


def iou(one, other):
    width = max(min(one[2], other[2]) - max(one[0], other[0]), 0)
    height = max(min(one[3], other[3]) - max(one[1], other[1]), 0)
    shared = width * height
    return shared / (sum((b[2] - b[0]) * (b[3] - b[1]) for b in (one, other)) - shared)


regions = defaultdict(lambda: {"iou": [], "corrected": 0, "n": 0})
for row in table("gold_bbox_coordinate_annotations_1000images.csv", ","):
    drawn = clipped(row)
    own = [clipped(o) for o in graphs[image(row)]["objects"] if o["bbox_name"] == row["bbox_name"]]
    automatic = own[0] if own else None
    region = regions[row["bbox_name"]]
    if drawn and automatic:
        region["iou"].append(iou(automatic, drawn))
        region["corrected"] += max(abs(a - b) for a, b in zip(automatic, drawn)) > 1
    else:
        region["corrected"] += bool(drawn or automatic)
    region["n"] += bool(drawn or automatic)
relations = {region: outcomes(
    {key for key in gold_last if key[1] == region and key[3] == "yes"},
    {key for key in silver_last if key[1] == region and key[3] == "yes"},
) for region in {key[1] for key in gold_last | silver_last}}

print(json.dumps({
    "findings": findings,
    "comparisons": comparisons,
    "regions": relations,
    "boxes": {
        name: {"iou": sum(r["iou"]) / len(r["iou"]) if r["iou"] else None, "corrected": r["corrected"] / r["n"] if r["n"] else None}
        for name, r in regions.items()
    },
}))
