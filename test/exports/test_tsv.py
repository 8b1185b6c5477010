"""The tables of the dataset's utility as their public readers use them: by name, in the way that mimic-cxr-vqa and CheXRelFormer do."""

import ast
import pathlib
import re

import pandas
import polars

CUES = {"severity", "temporal", "texture", "laterality"}
RULES = pathlib.Path(__file__).parents[2] / "docs" / "rules.md"


def table(folder, name):
    return pandas.read_csv(folder / f"{name}_tabular.txt", sep="\t")


def rule(heading):
    """The statement below a heading of docs/rules.md."""
    section = RULES.read_text().split(f"\n## {heading}\n")[1].split("\n## ")[0]
    return re.search(r"```sql\n(.*?)```", section, re.DOTALL).group(1)


def test_attributes_are_one_row_for_each_string_without_cues(warehouse):
    folder = warehouse.export("tsv")
    attributes = table(folder, "attribute_relations")
    assert {"study_id", "image_id", "sent_loc", "row_id", "section", "bbox", "categoryID", "label_name", "relation", "context", "sentence"} <= set(attributes)
    expected = warehouse.sql("""
      select category_id, label_name, relation, count(*) from object_attributes
      where relation in ('yes', 'no') and (category_id = 'nlp' or is_finding(category_id)) group by all""")
    found = attributes.groupby(["categoryID", "label_name", "context"]).size()
    assert {key: int(count) for key, count in found.items()} == {tuple(key): count for *key, count in expected}
    assert not CUES & set(attributes["categoryID"]) and set(attributes["relation"]) == {0, 1}
    assert (attributes["relation"] == attributes["context"].map({"yes": 1, "no": 0})).all()
    assert attributes["image_id"].str.endswith(".dcm").all()
    assert attributes["sentence"].notna().all() and len(attributes) == warehouse.figures("tsv")["attribute_relations"]
    by_polars = polars.read_csv(folder / "attribute_relations_tabular.txt", separator="\t", infer_schema_length=None)
    assert by_polars.height == len(attributes) and by_polars["sentence"].to_list() == attributes["sentence"].to_list()


def test_mimic_cxr_vqa_finds_its_cohort(warehouse):
    """One image per study, the earliest; 36 names of boxes; no width beyond three deviations; no gold patient, at most 20 studies before."""
    folder = warehouse.export("tsv")
    boxes, attributes = table(folder, "bbox_objects"), table(folder, "attribute_relations")
    assert {"object_id", "x1", "y1", "x2", "y2", "width", "height", "bbox_name"} <= set(boxes)
    assert len(boxes) == warehouse.value("select count(*) from objects")
    boxes["image_id"] = boxes["object_id"].str.split("_").str[0]
    images = pandas.DataFrame(
        warehouse.sql("select image_id, study_id, study_datetime, study_order, coalesce(is_gold_patient, false) from cohort where viewpoint in ('AP', 'PA')"),
        columns=["image_id", "study_id", "time", "order", "is_gold"],
    )
    chosen = images.sort_values(["time", "image_id"]).drop_duplicates("study_id")
    chosen = chosen[(chosen["order"] <= 20) & ~chosen["is_gold"]]
    boxes = boxes[boxes["image_id"].isin(chosen["image_id"])]
    names = boxes.groupby("image_id")["bbox_name"].nunique()
    boxes = boxes[boxes["image_id"].isin(names.index[names == 36])]
    widths = boxes.groupby("bbox_name")["width"].agg(["mean", "std"]).loc[boxes["bbox_name"]]
    outlying = (boxes["width"].to_numpy() - widths["mean"].to_numpy()).__abs__() > 3 * widths["std"].to_numpy()
    kept = set(boxes["image_id"]) - set(boxes["image_id"][outlying])
    attributes["image_id"] = attributes["image_id"].str.removesuffix(".dcm")
    mine = attributes[attributes["image_id"].isin(kept) & (attributes["categoryID"] != "nlp") & (attributes["bbox"] != "unknown")]
    # The last sentence decides; yes where one sentence says both.
    mine = mine.sort_values(["sent_loc", "relation"], na_position="first").drop_duplicates(["image_id", "bbox", "categoryID", "label_name"], keep="last")
    found = set(mine[["image_id", "bbox", "categoryID", "label_name", "context"]].itertuples(index=False, name=None))
    assert found == set(warehouse.sql(rule("mimic-cxr-vqa and EHRXQA"))) != set()


def test_chexrelformer_finds_its_pairs(warehouse):
    """The last row of an image among 18 regions, findings and diseases with one direction; then the nine findings, boxes and a split."""
    comparisons = table(warehouse.export("tsv"), "comparison_relations")
    assert list(comparisons)[:11] == [
        *["relationship_id", "subject_id", "object_id", "bbox", "comparison", "attribute", "sentence"],
        *["bbox_coord_224_subject", "bbox_coord_224_object", "bbox_coord_original_subject", "bbox_coord_original_object"],
    ]
    parts = comparisons["attribute"].str.split("|", expand=True)
    comparisons = comparisons.assign(category=parts[0], label=parts[2])

    def column(query):
        return {value for (value,) in warehouse.sql(query)}

    rows = comparisons[
        comparisons["bbox"].isin(column("select bbox_name from regions where in_anaxnet_18"))
        & comparisons["category"].isin(["anatomicalfinding", "disease"])
        & comparisons["comparison"].isin(["improved", "worsened", "no change"])
    ]
    last = rows.groupby("image_id", sort=False).tail(1)
    last = last.assign(previous=last["object_id"].str.split("_").str[0])
    boxed = column("select image_id from objects")
    kept = last[
        last["label"].isin(column("select label_name from labels where in_anaxnet_9"))
        & last["image_id"].isin(boxed & column("select image_id from cohort where split is not null"))
        & last["previous"].isin(boxed)
    ]
    found = set(kept[["image_id", "previous", "comparison"]].itertuples(index=False, name=None))
    assert found == set(warehouse.sql(rule("CheXRelFormer"))) != set()
    for box in comparisons["bbox_coord_224_subject"].dropna():
        assert len(ast.literal_eval(box)) == 4


def test_chexrelformer_loads_its_lists(warehouse):
    folder = warehouse.export("pairs", "--form", "chexrelformer")
    pairs = 0
    for path in sorted((folder / "list").iterdir()):
        frame = pandas.read_csv(folder / f"{path.stem}.csv")
        names = path.read_text().split()
        labels = [(folder / "label" / name.replace(".jpg", ".txt")).read_text() for name in names]
        assert labels == frame["comparison"].to_list()
        assert [f"{row.current_image_id}_{row.previous_image_id}.jpg" for row in frame.itertuples()] == names
        pairs += len(names)
    wanted = warehouse.sql(f"""
      select said.image_id from ({rule("CheXRelFormer")}) as said
      join cohort using (image_id) join cohort as previous on previous.image_id = previous_image_id
      where cohort.split = previous.split and cohort.patient_id = previous.patient_id""")
    unlisted = (folder / "list" / "unlisted.txt").read_text().split() if (folder / "list" / "unlisted.txt").exists() else []
    assert pairs - len(unlisted) == len(wanted) > 0


def test_without_text_the_sentences_are_empty(no_text):
    folder = no_text.export("tsv")
    for name in ("attribute_relations", "comparison_relations"):
        frame = table(folder, name)
        assert len(frame) > 0 and frame["sentence"].isna().all()
