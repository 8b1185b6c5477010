"""Tables 2, 3 and 4 computed from the files of a release alone, with nothing but the standard library.

python3 figures.py RELEASE prints one JSON object. Graphs are read from silver_dataset/scene_graph.
"""

import csv
import json
import sys
from collections import defaultdict
from itertools import combinations
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


def mean(values):
    return sum(values) / len(values) if values else None


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
category_of = {}
gold = set()
for r in table("gold_attributes_relations_500pts_500studies1st.txt"):
    if r["categoryid"] not in MODIFIERS:
        category_of[r["label_name"]] = r["categoryid"]
        gold.add((image(r), place(r["row_id"]), r["bbox"], r["label_name"], "yes" if r["relation"] == "1" else "no"))
silver = set()
cues_of = defaultdict(set)
for name in firsts:
    for entry in graphs[name]["attributes"]:
        for i, (row_id, strings) in enumerate(zip(entry["phrase_IDs"], entry["attributes"])):
            for kind in ("comparison", "temporal", "severity", "texture"):
                cues_of[(name, place(row_id))] |= set(entry[f"{kind}_cues"][i])
            for string in strings:
                category, relation, label = string.split("|", 2)
                if category not in MODIFIERS:
                    category_of.setdefault(label, category)
                    silver.add((name, place(row_id), entry["bbox_name"], label, relation))


def last_mentions(mentions):
    """By image, region and label the last sentence and what it says."""
    last = {}
    for name, where, region, label, relation in mentions:
        key = (name, region, label)
        last[key] = max(last.get(key, (-1.0, "")), (where, relation))
    return last


def relations(last):
    return {(*key, relation) for key, (_, relation) in last.items()}


gold_last, silver_last = last_mentions(gold), last_mentions(silver)
gold_relations, silver_relations = relations(gold_last), relations(silver_last)
findings = {"sentence": outcomes(gold, silver), "report": outcomes(gold_relations, silver_relations)}


def by(group):
    """Affirmed findings of reports, by what group gives of image, region, label and sentence."""
    counts = defaultdict(lambda: {"tp": 0, "fp": 0, "fn": 0})
    for unit in gold_relations | silver_relations:
        if unit[3] != "yes":
            continue
        kind = "tp" if unit in gold_relations and unit in silver_relations else "fn" if unit in gold_relations else "fp"
        where = (silver_last if kind == "fp" else gold_last)[unit[:3]][0]
        for name in group(unit[0], unit[1], unit[2], where):
            counts[name][kind] += 1
    return counts


breakdowns = {
    "region": by(lambda _, region, label, where: [region]),
    "label": by(lambda _, region, label, where: [label]),
    "category": by(lambda _, region, label, where: [category_of[label]]),
    "cue": by(lambda name, region, label, where: cues_of[(name, where)] or ["no cue"]),
}

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

# Comparisons of reports, attribute-sensitive, by what they are about
sides = [{(row[0], *row[2:]) for row in rows if row[4] is not None} for rows in (gold, silver)]
comparison_breakdowns = {}
for by_name, group in [
    ("region", lambda unit: unit[1]),
    ("label", lambda unit: unit[3]),
    ("cue", lambda unit: f"comparison|yes|{unit[2]}"),
]:
    names = {group(unit) for side in sides for unit in side}
    comparison_breakdowns[by_name] = {
        name: outcomes(*({unit for unit in side if group(unit) == name} for side in sides)) for name in names
    }


# Boxes in the 224 frame, clipped to it
def clipped(row):
    x1, y1, x2, y2 = (float(row[name]) for name in ("x1", "y1", "x2", "y2"))
    box = (max(x1, 0), max(y1, 0), min(x2, 224), min(y2, 224))
    return box if box[0] < box[2] and box[1] < box[3] else None


def iou(one, other):
    width = max(min(one[2], other[2]) - max(one[0], other[0]), 0)
    height = max(min(one[3], other[3]) - max(one[1], other[1]), 0)
    shared = width * height
    return shared / ((one[2] - one[0]) * (one[3] - one[1]) + (other[2] - other[0]) * (other[3] - other[1]) - shared)


def furthest(one, other):
    return max(abs(a - b) for a, b in zip(one, other))


regions = defaultdict(list)
for row in sorted(table("gold_bbox_coordinate_annotations_1000images.csv", ","), key=image):
    drawn = clipped(row)
    own = [clipped(o) for o in graphs[image(row)]["objects"] if o["bbox_name"] == row["bbox_name"]]
    regions[row["bbox_name"]].append((own[0] if own else None, drawn))
boxes = {}
for name, pairs in regions.items():
    both = [pair for pair in pairs if pair[0] and pair[1]]
    seen = [pair for pair in pairs if pair[0] or pair[1]]
    boxes[name] = {
        "n_both": len(both),
        "n_gold_only": sum(not silver and bool(gold) for silver, gold in pairs),
        "n_silver_only": sum(bool(silver) and not gold for silver, gold in pairs),
        "n_neither": len(pairs) - len(seen),
        "iou": mean([iou(*pair) for pair in both]),
        "iou_missing_as_0": mean([iou(*pair) if pair[0] and pair[1] else 0 for pair in seen]),
        "corrected": mean([int(not (pair[0] and pair[1]) or furthest(*pair) > 1) for pair in seen]),
    }

# What annotators saw of the same image and region
seen_by = {
    name: {(image(row), row["bbox_name"]): clipped(row) for row in table(f"bbox_coordinate_annotations_{name}.csv", ",")}
    for name in ("1_C", "1_W", "2_J", "2_S")
}
annotators = {}
for one, other in combinations(sorted(seen_by), 2):
    for region in sorted(regions):
        keys = [key for key in seen_by[one].keys() & seen_by[other].keys() if key[1] == region]
        pairs = [(seen_by[one][key], seen_by[other][key]) for key in keys]
        both = [pair for pair in pairs if pair[0] and pair[1]]
        annotators[f"{one} {other} {region}"] = {
            "n_images": len(pairs),
            "n_both": len(both),
            "n_neither": sum(not a and not b for a, b in pairs),
            "n_same": sum(furthest(*pair) <= 1 for pair in both),
            "mean_iou": mean(sorted(iou(*pair) for pair in both)),
        }

# Relations without a box in all graphs
counted = defaultdict(lambda: [0, 0])
for graph in graphs.values():
    boxed = {o["bbox_name"] for o in graph["objects"] if clipped(o)}
    for entry in graph["attributes"]:
        n = sum(s.split("|")[0] not in MODIFIERS for strings in entry["attributes"] for s in strings)
        counted[entry["bbox_name"]][0] += n
        counted[entry["bbox_name"]][1] += 0 if entry["bbox_name"] in boxed else n

print(json.dumps({
    "findings": findings,
    "comparisons": comparisons,
    "boxes": boxes,
    "annotators": annotators,
    "breakdowns": breakdowns,
    "comparison_breakdowns": comparison_breakdowns,
    "without_box": {name: without / n for name, (n, without) in counted.items() if n},
}))
