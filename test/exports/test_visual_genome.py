"""The files of Visual Genome: by a schema of their documented form, and in the public Python driver, against the tables of the graphs."""

import collections
import json
import shutil

import jsonschema
import pytest
import visual_genome.local as driver

WORDS = ("visual-genome", "--frame", "224")
SIZED = "image_id in (select image_id from mimic_metadata where \"rows\" > 0 and \"columns\" > 0)"
INTEGER, TEXT = {"type": "integer"}, {"type": "string"}


def array(items, least=0):
    return {"type": "array", "items": items, "minItems": least}


def record(extra=(), **properties):
    """An object with these keys; those of `extra` may be there as well."""
    return {"type": "object", "properties": {**properties, **{name: {} for name in extra}}, "required": list(properties), "additionalProperties": False}


PLACE = {"object_id": INTEGER, "x": INTEGER, "y": INTEGER, "w": {"type": "integer", "minimum": 1}, "h": {"type": "integer", "minimum": 1}}
NAMED = {**PLACE, "names": array(TEXT, 1), "synsets": array(TEXT)}
ONE = {**PLACE, "name": TEXT, "synsets": array(TEXT)}
EDGE = {"relationship_id": INTEGER, "predicate": {"type": "string", "minLength": 1}, "synsets": array(TEXT)}
REGION = {"region_id": INTEGER, "image_id": INTEGER, "phrase": TEXT, "x": INTEGER, "y": INTEGER, "width": INTEGER, "height": INTEGER}
SCHEMAS = {
    "image_data": record(
        ("dicom_id", "study_id", "patient_id", "viewpoint", "split"),
        image_id=INTEGER, url=TEXT, width=INTEGER, height=INTEGER, coco_id={"type": "null"}, flickr_id={"type": "null"},
    ),
    "objects": record(image_id=INTEGER, image_url=TEXT, objects=array(record(**NAMED, merged_object_ids=array(INTEGER)))),
    "attributes": record(image_id=INTEGER, image_url=TEXT, attributes=array(record(**NAMED, attributes=array(TEXT, 1)))),
    "relationships": record(image_id=INTEGER, relationships=array(record(**EDGE, subject=record(**ONE), object=record(("image_id",), **ONE)))),
    "region_descriptions": record(id=INTEGER, regions=array(record(**REGION), 1)),
    "scene_graphs": record(image_id=INTEGER, objects=array(record(**NAMED)), relationships=array(record(**EDGE, subject_id=INTEGER, object_id=INTEGER))),
    "synsets": record(synset_name=TEXT, synset_definition=TEXT),
}


def read(folder, name):
    return json.loads((folder / f"{name}.json").read_text())


def images_of(folder):
    """Names of the images by their numbers."""
    return {image["image_id"]: image["dicom_id"] for image in read(folder, "image_data")}


@pytest.mark.parametrize("name", SCHEMAS)
def test_every_file_has_its_documented_form(warehouse, name):
    rows = read(warehouse.export(*WORDS), name)
    jsonschema.Draft202012Validator(array(SCHEMAS[name])).validate(rows)
    assert len(rows) > 20
    if name == "image_data":
        assert len(rows) == warehouse.value("select count(*) from images")


def boxes_of(warehouse):
    """Usable boxes of the 224 frame by image and region."""
    return {(image, name): (x1, y1, x2 - x1, y2 - y1) for image, name, x1, y1, x2, y2 in warehouse.sql("""
      select image_id, bbox_name, greatest(min(x1), 0), greatest(min(y1), 0), least(max(x2), 224), least(max(y2), 224)
      from objects join regions using (bbox_name)
      where has_bbox and x1 < x2 and y1 < y2 and x2 > 0 and y2 > 0 and x1 < 224 and y1 < 224
      group by image_id, bbox_name""")}


def test_the_driver_finds_the_objects_and_attributes_of_the_graphs(warehouse, tmp_path):
    source = warehouse.export(*WORDS)
    folder = tmp_path / "data"
    shutil.copytree(source, folder)
    images = {image.id: image for image in driver.get_all_image_data(str(folder))}
    assert len(images) == warehouse.value("select count(*) from images")
    assert {(image.width, image.height) for image in images.values()} == {(224, 224)}
    driver.add_attrs_to_scene_graphs(f"{folder}/")
    driver.save_scene_graphs_by_id(f"{folder}/", f"{folder}/by-id/")
    graphs = driver.get_scene_graphs(data_dir=f"{folder}/", image_data_dir=f"{folder}/by-id/", max_rels=10**6)
    names = images_of(source)
    objects = {(names[graph.image.id], one.names[0]): (one.x, one.y, one.width, one.height) for graph in graphs for one in graph.objects}
    boxes = boxes_of(warehouse)
    assert objects == boxes
    attributes = {
        (names[graph.image.id], one.subject.names[0], said)
        for graph in graphs for one in graph.attributes for said in one.attribute
    }
    expected = {
        (image, region, label if relation == "yes" else f"no {label}")
        for image, region, label, relation in warehouse.sql("""
          select image_id, bbox_name, label_name, max(last_mention) from region_findings
          where is_finding or category_id = 'nlp' group by all""")
    }
    assert attributes == {one for one in expected if one[:2] in boxes}
    assert any(said.startswith("no ") for *_, said in attributes)
    figures = warehouse.figures(*WORDS)
    assert figures["objects"] == len(boxes) and figures["attributes"] == len(attributes)
    assert figures["attributes_left_out"] == len(expected) - len(attributes)


def test_the_driver_finds_the_sentences_at_their_regions(warehouse):
    folder = warehouse.export(*WORDS)
    boxes = boxes_of(warehouse)
    described = warehouse.sql("select image_id, bbox_name, phrase from object_phrases join phrases using (image_id, phrase_id)")
    expected = collections.Counter((image, phrase, *boxes[image, region]) for image, region, phrase in described if (image, region) in boxes)
    names = images_of(folder)
    regions = [one for image in driver.get_all_region_descriptions(str(folder)) for one in image]
    found = collections.Counter((names[one.image.id], one.phrase, one.x, one.y, one.width, one.height) for one in regions)
    assert found == expected
    figures = warehouse.figures(*WORDS)
    assert figures["region_descriptions"] == len(regions) == len({one.id for one in regions}) > 100
    assert figures["region_descriptions_left_out"] == len(described) - len(regions)


def test_relationships_are_the_comparisons_of_regions_with_boxes(warehouse):
    folder = warehouse.export(*WORDS)
    boxes, names = boxes_of(warehouse), images_of(folder)
    rows = warehouse.sql("""
      select relation.image_id, previous_image_id, bbox_name, array_to_string(list_sort(list_distinct(comparisons)), ';;'), relation.cuis,
        current_image.patient_id = previous_image.patient_id and current_image.split is not distinct from previous_image.split
      from comparison_relations as relation
      left join cohort as current_image using (image_id)
      left join cohort as previous_image on previous_image.image_id = previous_image_id""")
    expected = collections.Counter(
        (image, previous, region, said, tuple(cuis), *boxes[image, region], *boxes[previous, region])
        for image, previous, region, said, cuis, is_together in rows
        if is_together and said and (image, region) in boxes and (previous, region) in boxes
    )
    found, ids = collections.Counter(), []
    for image in read(folder, "relationships"):
        for one in image["relationships"]:
            subject, other = one["subject"], one["object"]
            places = [one[side][key] for side in ("subject", "object") for key in ("x", "y", "w", "h")]
            assert subject["name"] == other["name"] and subject["object_id"] // 100 == image["image_id"]
            assert other["object_id"] // 100 == other["image_id"]
            found[names[image["image_id"]], names[other["image_id"]], subject["name"], one["predicate"], tuple(one["synsets"]), *places] += 1
            ids.append((one["relationship_id"], subject["object_id"], other["object_id"]))
    assert found == expected and len(ids) > 20
    assert ids == [(one["relationship_id"], one["subject_id"], one["object_id"]) for image in read(folder, "scene_graphs") for one in image["relationships"]]
    assert len({one for one, *_ in ids}) == len(ids)
    figures = warehouse.figures(*WORDS)
    assert figures["relationships"] == len(ids) and figures["relationships_left_out"] == len(rows) - len(ids)


def ids_of(folder):
    """Every id, with what it stands for."""
    names = images_of(folder)
    objects = {one["object_id"]: (names[image["image_id"]], one["names"][0]) for image in read(folder, "objects") for one in image["objects"]}
    regions = {one["region_id"]: (names[image["id"]], one["phrase"]) for image in read(folder, "region_descriptions") for one in image["regions"]}
    edges = {one["relationship_id"]: (one["subject"]["object_id"], one["object"]["object_id"]) for image in read(folder, "relationships") for one in image["relationships"]}
    return names, objects, regions, edges


def test_ids_are_the_same_whatever_is_chosen(clean):
    whole = ids_of(clean.export(*WORDS))
    for words in (("--split", "train"), ("--where", "viewpoint = 'PA'"), ("--subset", "9-patients")):
        for ids, all_ids in zip(ids_of(clean.export(*WORDS, *words)), whole):
            assert ids.items() <= all_ids.items()
            assert 0 < len(ids) < len(all_ids)
    objects = whole[1]
    coco = [json.loads(path.read_text()) for path in clean.export("coco", "--frame", "224").glob("*.json") if path.name != "export.json"]
    assert set(objects) == {annotation["id"] for dataset in coco for annotation in dataset["annotations"]}


def test_boxes_in_the_original_frame_are_those_of_coco(warehouse):
    folder = warehouse.export("visual-genome", "--where", SIZED)
    found = {one["object_id"]: [one["x"], one["y"], one["w"], one["h"]] for image in read(folder, "objects") for one in image["objects"]}
    sizes = {image["image_id"]: (image["width"], image["height"]) for image in read(folder, "image_data")}
    for path in warehouse.export("coco", "--where", SIZED).glob("*.json"):
        if path.name == "export.json":
            continue
        dataset = json.loads(path.read_text())
        for annotation in dataset["annotations"]:
            assert found.pop(annotation["id"]) == annotation["bbox"]
        for image in dataset["images"]:
            assert sizes.pop(image["id"]) == (image["width"], image["height"])
    assert not found and not sizes


def test_without_text_all_but_the_sentences_is_the_same(clean, no_text):
    whole, bare = clean.export(*WORDS), no_text.export(*WORDS, "--no-descriptions")
    assert not (bare / "region_descriptions.json").exists()
    for name in SCHEMAS:
        if name != "region_descriptions":
            assert (bare / f"{name}.json").read_bytes() == (whole / f"{name}.json").read_bytes()
