"""Matrices, pairs, regions and questions as pandas, pyarrow, polars and datasets read them, against SQL on the warehouse."""

import collections
import json
import re

import datasets
import pandas
import polars
import pyarrow.parquet
import pytest

KEYS = ["image_id", "study_id", "patient_id"]
datasets.disable_progress_bars()


def snake(name):
    return re.sub(r"[^a-z0-9]+", "_", name).strip("_")


def tables(folder, suffix="parquet", mask=False):
    return [path for path in sorted(folder.glob(f"*.{suffix}")) if path.stem.endswith("_mask") == mask]


def test_the_matrix_has_the_last_mention_of_each_cell_and_a_mask(warehouse):
    folder = warehouse.export("matrix")
    expected = {
        (image, f"{snake(region)}__{snake(label)}"): 1 if relation == "yes" else 0
        for image, region, label, relation in warehouse.sql("""
          select image_id, bbox_name, label_name, max(last_mention)
          from region_findings join regions using (bbox_name) join labels using (category_id, label_name)
          where in_anaxnet_18 and in_anaxnet_9 group by all""")
    }
    by_polars, by_pandas, by_pyarrow, rows = {}, {}, {}, 0
    for path in tables(folder):
        mask = path.with_name(f"{path.stem}_mask.parquet")
        frame, masks = polars.read_parquet(path), polars.read_parquet(mask)
        columns = [column for column in frame.columns if "__" in column]
        assert len(columns) == 18 * 9 and [name for name in frame.columns if name not in columns][:3] == KEYS
        assert {frame.schema[column] for column in columns} == {polars.Int8} == {masks.schema[column] for column in columns}
        assert frame.select(polars.col(columns).is_not_null().cast(polars.Int8)).equals(masks.select(columns))
        cells = frame.unpivot(columns, index="image_id").drop_nulls("value")
        by_polars.update({(image, column): value for image, column, value in cells.iter_rows()})

        plain = pandas.read_parquet(path)
        assert (plain[columns].notna().astype("int8") == pandas.read_parquet(mask)[columns]).all(axis=None)
        nullable = pandas.read_parquet(path, dtype_backend="numpy_nullable")
        assert {str(nullable[column].dtype) for column in columns} == {"Int8"}
        stacked = nullable.set_index("image_id")[columns].stack().dropna()
        by_pandas.update({key: int(value) for key, value in stacked.items()})

        table = pyarrow.parquet.read_table(path)
        assert {str(table.schema.field(column).type) for column in columns} == {"int8"}
        images = table["image_id"].to_pylist()
        for column in columns:
            by_pyarrow.update({(image, column): value for image, value in zip(images, table[column].to_pylist()) if value is not None})
        rows += table.num_rows
    assert by_polars == by_pandas == by_pyarrow == expected
    assert {0, 1} == set(expected.values())
    assert rows == warehouse.value("select count(*) from images") == warehouse.figures("matrix")["rows"]


@pytest.mark.parametrize("words", [(), ("--preset", "medvqa", "--regions", "18"), ("--preset", "chexpert-14", "--regions", "whole", "--per", "study")])
def test_the_matrix_as_csv_and_in_the_long_layout_has_the_same_cells(clean, words):
    wide, csv = clean.export("matrix", *words), clean.export("matrix", *words, "--as", "csv")
    columns = json.loads((wide / "columns.json").read_text())
    for path in tables(wide):
        ours = polars.read_parquet(path)
        theirs = polars.read_csv(csv / f"{path.stem}.csv", infer_schema_length=None, schema=ours.schema)
        assert ours.equals(theirs)
        named = columns["columns"] if isinstance(columns, dict) else columns
        assert [one["column"] for one in named] == [name for name in ours.columns if name not in (*KEYS, "split")]
    long = clean.export("matrix", *words, "--layout", "long")
    def cells(folder, layout):
        values = collections.Counter()
        for path in tables(folder):
            frame = polars.read_parquet(path)
            for column in set(frame.columns) - {*KEYS, "bbox_name", "split"}:
                finding = column.split("__")[-1]
                for value, count in frame[column].value_counts().iter_rows():
                    values[finding, value] += count
        return values
    assert cells(long, "long") == cells(wide, "wide")


@pytest.mark.parametrize("classes", ["five", "three"])
def test_pairs_are_the_progressions_whose_images_share_patient_and_split(warehouse, classes):
    folder = warehouse.export("pairs", "--classes", classes)
    view, column = ("progressions", "progression") if classes == "five" else ("pair_progressions", "strict_majority")
    expected = warehouse.sql(f"""
      select said.image_id, previous_image_id, bbox_name, label_name, {column}
      from {view} as said
      join cohort as current_image using (image_id)
      join cohort as previous_image on previous_image.image_id = previous_image_id
      where current_image.patient_id = previous_image.patient_id and current_image.patient_id = said.patient_id
        and current_image.split is not distinct from previous_image.split and {column} is not null""")
    names = ["image_id", "previous_image_id", "bbox_name", "label_name", "progression"]
    by_polars = [row for path in tables(folder) for row in polars.read_parquet(path)[names].iter_rows()]
    by_pandas = [row for path in tables(folder) for row in pandas.read_parquet(path)[names].itertuples(index=False, name=None)]
    by_pyarrow = [tuple(row.values()) for path in tables(folder) for row in pyarrow.parquet.read_table(path, columns=names).to_pylist()]
    assert sorted(by_polars) == sorted(by_pandas) == sorted(by_pyarrow) == sorted(expected)
    assert len(expected) == warehouse.figures("pairs", "--classes", classes)["progressions"] > 50
    lines = [path for path in tables(folder, "jsonl") if path.stat().st_size > 0]
    pairs = datasets.load_dataset("json", data_files=[str(path) for path in lines], cache_dir=str(folder.parent / "cache"), split="train")
    listed = [(pair["image_id"], pair["previous_image_id"], one["bbox_name"], one["label_name"], one["progression"]) for pair in pairs for one in pair["progressions"]]
    assert sorted(listed) == sorted(expected)
    frames = [pandas.read_json(path, lines=True) for path in lines]
    assert sum(map(len, frames)) == len(pairs) == warehouse.figures("pairs", "--classes", classes)["pairs"]
    for frame in frames:
        assert (frame["image"].str.split("/").str[2] == frame["previous_image"].str.split("/").str[2]).all()


def test_pairs_in_the_form_of_ms_cxr_t_have_its_words(clean):
    folder = clean.export("pairs", "--form", "ms-cxr-t")
    frame = pandas.concat([pandas.read_csv(path) for path in sorted(folder.glob("*.csv"))])
    classes = [column for column in frame.columns if column.endswith("_progression")]
    assert len(classes) == 5 and set(frame[classes].stack().dropna().unique()) <= {"improving", "stable", "worsening"}
    assert frame[classes].notna().any(axis=1).all() and len(frame) == clean.figures("pairs", "--form", "ms-cxr-t")["pairs"] > 0
    pairs = set(clean.sql("select image_id, previous_image_id from pair_progressions"))
    assert set(frame[["dicom_id", "previous_dicom_id"]].itertuples(index=False, name=None)) <= pairs


CONVERSATION = {"role", "content"}


def conversations(folder):
    """The lines of all files, by datasets: one schema over all of them."""
    files = [str(path) for path in sorted(folder.glob("*.jsonl")) if path.stat().st_size > 0]
    return datasets.load_dataset("json", data_files=files, cache_dir=str(folder.parent / "cache"), split="train")


@pytest.mark.parametrize("task,count", [
    ("locate", "select count(*) from anatomy_locations"),
    ("describe", "select count(*) from anatomy_descriptions"),
    ("both", "select count(*) from anatomy_locations join anatomy_descriptions as d using (image_id, bbox_name) where d.is_both_29"),
])
def test_regions_to_locate_and_to_describe_are_those_of_the_views(warehouse, task, count):
    folder = warehouse.export("grounding", "--task", task)
    expected = warehouse.value(count)
    frame = polars.concat([polars.read_parquet(path) for path in tables(folder)])
    assert len(frame) == expected == sum(len(pandas.read_parquet(path)) for path in tables(folder))
    assert sum(pyarrow.parquet.read_metadata(path).num_rows for path in tables(folder)) == expected == warehouse.figures("grounding", "--task", task)["regions"]
    lines = conversations(folder)
    assert len(lines) == expected * (2 if task == "both" else 1) > 100
    assert all([one["role"] for one in line["messages"]] == ["user", "assistant"] and set(line["messages"][0]) == CONVERSATION for line in lines)
    if task != "describe":
        boxes = dict(((image, region), box) for image, region, *box in warehouse.sql("select image_id, bbox_name, x1, y1, x2, y2 from region_boxes"))
        for image, region, *box in frame[["image_id", "bbox_name", "x1", "y1", "x2", "y2"]].iter_rows():
            assert boxes[image, region] == box
        assert frame.schema["norm_x1"] == polars.Float64 and frame["norm_x2"].is_between(0, 1).all()
        assert "text" in frame.columns or task == "locate"
    else:
        said = {(image, region): text for image, region, text in frame[["image_id", "bbox_name", "text"]].iter_rows()}
        assert all(said[line["image_id"], line["bbox_name"]] == line["messages"][1]["content"] for line in lines)


def test_questions_are_the_studies_with_a_reason_for_exam(warehouse):
    folder = warehouse.export("questions")
    expected = warehouse.value("select count(distinct study_id) from studies where reason_for_exam is not null")
    frame = polars.concat([polars.read_parquet(path) for path in tables(folder)])
    assert len(frame) == expected == len(conversations(folder)) == warehouse.figures("questions")["studies"] > 30
    assert frame.schema["sentences"] == polars.List(polars.String) == frame.schema["findings_yes"]
    assert frame["findings_no"].null_count() == 0
    studies = frame["study_id"].to_list()
    affirmed = collections.Counter(study for study, findings in frame[["study_id", "findings_yes"]].iter_rows() for _ in findings)
    wanted = warehouse.sql("select study_id, count(*) from report_findings where is_finding and relation = 'yes' group by all")
    assert affirmed == {study: count for study, count in wanted if study in set(studies)}
    rows = [row for path in tables(folder) for row in pyarrow.parquet.read_table(path).to_pylist()]
    sentences = sum(len(row["sentences"]) for row in rows)
    assert sentences == sum(len(one) for path in tables(folder) for one in pandas.read_parquet(path)["sentences"])
    assert sentences == warehouse.value("""
      select count(*) from (select distinct study_id, phrase_id from phrases) semi join (from studies where reason_for_exam is not null) using (study_id)""")
