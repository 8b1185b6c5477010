"""The enriched RDF in rdflib and in Oxigraph: three questions, answered as SQL answers them."""

import json

import polars
import pyoxigraph
import pytest
import rdflib

PREFIXES = """prefix ci: <urn:chest-imagenome:>
prefix skos: <http://www.w3.org/2004/02/skos/core#>
"""
STUDIES = PREFIXES + """select ?region (count(distinct ?study) as ?n) {
  ?study ci:has_location ?location. ?location ci:region/skos:prefLabel ?region; ci:%s/skos:prefLabel "%s"
} group by ?region"""
FINDINGS = PREFIXES + """select ?finding (count(*) as ?n) {
  ?study ci:has_location ?location. ?location ci:affirms ?concept. ?concept skos:prefLabel ?finding
} group by ?finding"""
BOTH = PREFIXES + """select (count(distinct ?study) as ?n) {
  ?study ci:has_location/ci:affirms/skos:prefLabel "%s"; ci:has_location/ci:denies/skos:prefLabel "%s"
}"""

CHOICES = {
    "all": ([], "true"),
    "where": (["--where", "viewpoint = 'PA'"], "viewpoint = 'PA'"),
    "split": (["--split", "train"], "split = 'train'"),
    "where and split": (["--where", "gender = 'F'", "--split", "test", "--split", "valid"], "gender = 'F' and split in ('test', 'valid')"),
}
FORMS = {"ntriples": ("studies.nt", "nt", pyoxigraph.RdfFormat.N_TRIPLES), "turtle": ("studies.ttl", "turtle", pyoxigraph.RdfFormat.TURTLE)}


class Answers:
    """What a query gives, as a set of tuples of text, from rdflib and from Oxigraph."""

    def __init__(self, path, rdflib_format, oxigraph_format):
        self.graph = rdflib.Graph().parse(path, format=rdflib_format)
        self.store = pyoxigraph.Store()
        self.store.load(path=str(path), format=oxigraph_format)
        assert len(self.graph) == len(self.store) > 0

    def __call__(self, query):
        by_rdflib = {tuple(str(value) for value in row) for row in self.graph.query(query)}
        by_oxigraph = {tuple(value.value for value in row) for row in self.store.query(query)}
        assert by_rdflib == by_oxigraph
        return by_rdflib


def as_text(rows):
    return {tuple(str(value) for value in row) for row in rows}


@pytest.mark.parametrize("form,choice", [*(("ntriples", choice) for choice in CHOICES), ("turtle", "all"), ("turtle", "where and split")])
def test_three_questions_have_the_answers_of_sql(warehouse, form, choice):
    words, condition = CHOICES[choice]
    name, *formats = FORMS[form]
    answers = Answers(warehouse.export("rdf", "--form", form, *words) / name, *formats)
    chosen = f"report_findings where study_id in (select study_id from cohort where {condition})"
    for relation, predicate in (("yes", "affirms"), ("no", "denies")):
        expected = warehouse.sql(f"""
          select bbox_name, count(distinct study_id) from {chosen} and relation = '{relation}' and label_name = 'lung opacity'
          group by bbox_name""")
        assert answers(STUDIES % (predicate, "lung opacity")) == as_text(expected) != set()
    expected = warehouse.sql(f"""
      select label_name, count(*) from {chosen} and relation = 'yes' and (category_id = 'nlp' or is_finding) group by label_name""")
    assert answers(FINDINGS) == as_text(expected) != set()
    expected = warehouse.sql(f"""
      select count(*) from (
        select study_id from {chosen} group by study_id
        having bool_or(label_name = 'lung opacity' and relation = 'yes') and bool_or(label_name = 'pneumothorax' and relation = 'no')
      )""")
    assert answers(BOTH % ("lung opacity", "pneumothorax")) == as_text(expected)
    studies = warehouse.sql(f"select count(distinct study_id) from cohort where {condition}")
    assert warehouse.figures("rdf", "--form", form, *words)["studies"] == studies[0][0]


@pytest.mark.parametrize("choice", CHOICES)
def test_the_json_has_the_edges_of_the_studies(warehouse, choice):
    words, condition = CHOICES[choice]
    whole = json.loads((warehouse.export("rdf", *words) / "study_level_attribute_rdfgraphs.json").read_text())
    lines = polars.read_ndjson(warehouse.export("rdf", "--form", "jsonl", *words) / "study_level_attribute_rdfgraphs.jsonl", schema={"study_id": polars.Int64}, ignore_errors=True)
    studies = {str(study) for (study,) in warehouse.sql(f"select distinct study_id from cohort where {condition}")}
    assert set(whole) == studies == set(map(str, lines["study_id"]))
    edges = warehouse.sql(f"""
      select distinct study_id::varchar, subject, subject_type, object, object_type, relation from rdf_edges
      where study_id in (select study_id from cohort where {condition})""")
    found = [(study, *subject, *object_, relation) for study, own in whole.items() for subject, object_, relation in own]
    assert sorted(found) == sorted(edges) and len(found) == warehouse.figures("rdf", *words)["edges"] > 0


def test_concepts_of_umls_are_those_of_the_graphs(clean):
    answers = Answers(clean.export("rdf", "--form", "ntriples") / "studies.nt", "nt", pyoxigraph.RdfFormat.N_TRIPLES)
    found = answers(PREFIXES + "select distinct ?label ?umls { ?location ci:region ?region. ?region skos:prefLabel ?label; skos:closeMatch ?umls }")
    expected = clean.sql("select distinct bbox_name, 'https://identifiers.org/umls:' || unnest(cuis) from object_phrases")
    assert found == as_text(expected)
