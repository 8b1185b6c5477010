"""The lists of image files, and what every export has in common: the same bytes in every run."""

import json
import re
import subprocess

import pytest

FORMATS = [
    ("images",),
    ("images", "--files", "dicom"),
    ("coco", "--frame", "224"),
    ("yolo", "--frame", "224", "--regions", "18"),
    ("matrix",),
    ("matrix", "--as", "csv", "--layout", "long"),
    ("pairs",),
    ("pairs", "--form", "ms-cxr-t"),
    ("pairs", "--form", "chexrelformer"),
    ("grounding",),
    ("questions",),
    ("tsv",),
    ("rdf",),
    ("rdf", "--form", "jsonl"),
    ("rdf", "--form", "ntriples"),
    ("rdf", "--form", "turtle"),
    ("graph",),
    ("graph", "--form", "graphml"),
    ("graph", "--form", "node-link"),
    ("visual-genome", "--frame", "224"),
]


def contents(folder):
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("words", FORMATS, ids=" ".join)
def test_two_runs_give_the_same_bytes(warehouse, words):
    one, other = contents(warehouse.export(*words)), contents(warehouse.export(*words, run=2))
    assert len(one) > 3 and one == other


@pytest.mark.parametrize("files,suffix", [("jpg", "jpg"), ("dicom", "dcm")])
def test_rsync_takes_exactly_the_listed_images_of_a_tree(warehouse, tmp_path, files, suffix):
    where = "viewpoint = 'PA' and to_avoid is not true"
    folder = warehouse.export("images", "--files", files, "--where", where, "--split", "train")
    rows = warehouse.sql(f"""
      select patient_id, study_id, image_id, ({where}) and split = 'train'
      from cohort""")
    paths = {f"files/p{str(patient)[:2]}/p{patient}/s{study}/{image}.{suffix}": chosen for patient, study, image, chosen in rows}
    for path in paths:
        place = tmp_path / "tree" / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.touch()
    listed = (folder / "images.txt").read_text().splitlines()
    assert len(listed) == len(set(listed))
    assert all((tmp_path / "tree" / path).is_file() for path in listed)
    assert {path for path, chosen in paths.items() if chosen} == set(listed) != set()
    assert all(re.fullmatch(r"files/p1\d/p1\d{7}/s5\d{7}/[0-9a-f-]+\.(jpg|dcm)", path) for path in listed)


def test_the_record_has_the_checksum_that_sha256sum_gives(clean):
    folder = clean.export("tsv")
    files = json.loads((folder / "export.json").read_text())["files"]
    lines = "".join(f"{file['sha256']}  {file['path']}\n" for file in files)
    assert subprocess.run(["sha256sum", "-c", "--strict", "-"], input=lines, text=True, cwd=folder, capture_output=True).returncode == 0
