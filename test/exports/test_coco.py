"""Boxes as pycocotools and a reader of YOLO's files find them, against the boxes of the graphs."""

import contextlib
import io
import json

import numpy
import pytest
import yaml
from pycocotools.coco import COCO
from pycocotools.cocoeval import COCOeval

REGIONS = {"18": "in_anaxnet_18", "26": "in_gold_26", "29": "in_29", "36": "has_bbox"}
SIZED = "image_id in (select image_id from mimic_metadata where \"rows\" > 0 and \"columns\" > 0)"
CASES = [(frame, regions) for frame in ("224", "original") for regions in REGIONS]

# The boxes of objects by region, clipped to the frame; several of one name are their union.
BOXES = """
with framed as (
  select image_id, bbox_name, {x1} as x1, {y1} as y1, {x2} as x2, {y2} as y2, {width} as width, {height} as height
  from objects
  join cohort using (image_id)
  join regions using (bbox_name)
  left join (select image_id, any_value("columns") as w, any_value("rows") as h from mimic_metadata group by all) using (image_id)
  where {preset} and coalesce(split, 'unlisted') = '{split}' and ({where})
)
select image_id, bbox_name, greatest(min(x1), 0), greatest(min(y1), 0), least(max(x2), any_value(width)), least(max(y2), any_value(height))
from framed
where x1 < x2 and y1 < y2 and x2 > 0 and y2 > 0 and x1 < width and y1 < height
group by image_id, bbox_name"""


def words_of(warehouse, format, frame, regions):
    where = ["--where", SIZED] if frame == "original" else []
    return [format, "--frame", frame, "--regions", regions, *where]


def boxes_of(warehouse, frame, regions, split):
    prefix, width, height, where = ("", "224", "224", "true") if frame == "224" else ("original_", "w", "h", SIZED)
    corners = {corner: prefix + corner for corner in ("x1", "y1", "x2", "y2")}
    query = BOXES.format(**corners, width=width, height=height, preset=REGIONS[regions], split=split, where=where)
    return {(image, name): (x1, y1, x2 - x1, y2 - y1) for image, name, x1, y1, x2, y2 in warehouse.sql(query)}


def loaded(path):
    with contextlib.redirect_stdout(io.StringIO()):
        return COCO(str(path))


def coco_files(folder):
    return {path.stem: loaded(path) for path in sorted(folder.glob("*.json")) if path.name != "export.json"}


@pytest.mark.parametrize("frame,regions", CASES)
def test_boxes_images_and_categories_are_those_of_the_graphs(warehouse, frame, regions):
    words = words_of(warehouse, "coco", frame, regions)
    files = coco_files(warehouse.export(*words))
    total = 0
    for split, coco in files.items():
        where = SIZED if frame == "original" else "true"
        images = warehouse.value(f"select count(*) from cohort where coalesce(split, 'unlisted') = '{split}' and {where}")
        assert len(coco.getImgIds()) == images > 0
        names = [name for (name,) in warehouse.sql(f"select bbox_name from regions where {REGIONS[regions]} order by all")]
        assert [category["name"] for category in coco.loadCats(coco.getCatIds())] == names
        found = {}
        for annotation in coco.loadAnns(coco.getAnnIds()):
            image = coco.loadImgs(annotation["image_id"])[0]
            assert all(type(number) is int for number in (*annotation["bbox"], annotation["area"], annotation["id"]))
            assert annotation["area"] == annotation["bbox"][2] * annotation["bbox"][3] and annotation["iscrowd"] == 0
            found[image["image_id"], names[annotation["category_id"] - 1]] = tuple(annotation["bbox"])
        assert found == boxes_of(warehouse, frame, regions, split)
        total += len(coco.getAnnIds())
        assert total > 0
    assert total == warehouse.figures(*words)["annotations"]
    assert set(files) <= set(warehouse.splits())


@pytest.mark.parametrize("frame,regions", CASES)
def test_the_average_precision_of_a_set_against_itself_is_1(clean, frame, regions):
    for coco in coco_files(clean.export(*words_of(clean, "coco", frame, regions))).values():
        detections = [
            {"image_id": one["image_id"], "category_id": one["category_id"], "bbox": one["bbox"], "score": 1.0}
            for one in coco.loadAnns(coco.getAnnIds())
        ]
        with contextlib.redirect_stdout(io.StringIO()):
            evaluation = COCOeval(coco, coco.loadRes(detections), "bbox")
            evaluation.evaluate()
            evaluation.accumulate()
            evaluation.summarize()
        assert evaluation.stats[:3].tolist() == pytest.approx([1, 1, 1], abs=1e-9)


def test_attributes_are_the_last_mention_of_each_finding(warehouse):
    said = {}
    for image, region, label, relation in warehouse.sql("""
      select image_id, bbox_name, label_name, max(relation)
      from (
        select * from object_attributes where relation in ('yes', 'no') and is_finding(category_id)
        qualify rank() over (partition by image_id, bbox_name, category_id, label_name order by coalesce(sent_loc, -1e9) desc) = 1
      ) group by all"""):
        said.setdefault((image, region), {})[label] = relation
    mentioned = 0
    for coco in coco_files(warehouse.export("coco", "--frame", "224", "--regions", "36")).values():
        categories = {category["id"]: category["name"] for category in coco.dataset["categories"]}
        for one in coco.dataset["annotations"]:
            image = coco.imgs[one["image_id"]]["image_id"]
            mentioned += len(one["attributes"])
            assert one["attributes"] == said.get((image, categories[one["category_id"]]), {})
    assert mentioned > 100


def read_labels(path):
    """A label file as Ultralytics reads it: rows of class and four numbers, none where it is empty."""
    lines = [line.split() for line in path.read_text().splitlines() if line]
    return numpy.array(lines, dtype=numpy.float32).reshape(-1, 5)


@pytest.mark.parametrize("frame,regions", [("224", "18"), ("original", "29")])
def test_labels_of_yolo_are_the_boxes_of_coco_as_fractions(warehouse, frame, regions):
    folder = warehouse.export(*words_of(warehouse, "yolo", frame, regions))
    files = coco_files(warehouse.export(*words_of(warehouse, "coco", frame, regions)))
    data = yaml.safe_load((folder / "data.yaml").read_text())
    boxes, places = 0, []
    for split, coco in files.items():
        categories = coco.loadCats(coco.getCatIds())
        assert [data["names"][i] for i in range(data["nc"])] == [category["name"] for category in categories]
        listed = (folder / data[{"valid": "val"}.get(split, split)]).read_text().split()
        places += [place.removeprefix("./") for place in listed]
        assert [place.split("/")[-1].removesuffix(".jpg") for place in listed] == [image["image_id"] for image in coco.dataset["images"]]
        for place, image in zip(listed, coco.dataset["images"]):
            rows = read_labels(folder / place.replace("/images/", "/labels/").replace(".jpg", ".txt"))
            own = coco.loadAnns(coco.getAnnIds(imgIds=[image["id"]]))
            expected = numpy.array([(one["category_id"] - 1, *one["bbox"]) for one in own], dtype=float).reshape(-1, 5)
            assert len(rows) == len(expected)
            size = numpy.array([image["width"], image["height"]])
            corners = (rows[:, 1:3] - rows[:, 3:5] / 2) * size
            assert numpy.array_equal(rows[:, 0], expected[:, 0])
            assert numpy.abs(corners - expected[:, 1:3]).max(initial=0) < 0.01
            assert numpy.abs(rows[:, 3:5] * size - expected[:, 3:5]).max(initial=0) < 0.01
            assert rows[:, 1:].size == 0 or (rows[:, 1:].min() >= 0 and rows[:, 1:].max() <= 1)
            boxes += len(rows)
    assert boxes == sum(len(coco.getAnnIds()) for coco in files.values()) == warehouse.figures(*words_of(warehouse, "yolo", frame, regions))["boxes"]
    links = dict(line.split(",") for line in (folder / "links.csv").read_text().splitlines()[1:])
    assert list(links) == places
    assert all(path.endswith("/" + place.split("/")[-1]) for place, path in links.items())


def test_a_subset_and_a_split_are_named_in_the_set(clean):
    folder = clean.export("coco", "--frame", "224", "--split", "train", "--subset", "3-patients")
    dataset = json.loads((folder / "train.json").read_text())
    assert "train, 3-patients" in dataset["info"]["description"]
    assert len({image["patient_id"] for image in dataset["images"]}) == 3
