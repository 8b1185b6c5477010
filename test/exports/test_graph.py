"""The graph of each patient in NetworkX and in Neo4j: three questions, answered as SQL answers them."""

import collections
import json
import pathlib
import re

import networkx as nx
import pytest
from neo4j_database import LIBRARIES, Neo4j

RECIPE = (pathlib.Path(__file__).resolve().parents[2] / "docs" / "recipes" / "neo4j.md").read_text()

# The questions of the recipe, in their order, and the same in SQL.
QUESTIONS = re.findall(r"```cypher\n(.*?)```", RECIPE, re.S)
OPACITY = "select image_id from region_findings where bbox_name = 'left lung' and label_name = 'lung opacity' and last_mention = 'yes'"
WORSENED = """
select label_name, count(distinct (image_id, bbox_name))
from comparisons
join cohort as current_image using (image_id)
join cohort as previous on previous.image_id = previous_image_id and previous.patient_id = current_image.patient_id
  and previous.split is not distinct from current_image.split
where comparison = 'worsened' and relation = 'yes'
group by label_name"""
RESOLVED = """
select distinct sequences.patient_id
from patient_sequences as sequences
join study_findings as earlier on earlier.study_id = previous_study_id and earlier.label_name = 'pleural effusion'
join study_findings as later on later.study_id = sequences.study_id and later.label_name = 'pleural effusion'
where earlier.relation = 'yes' and later.relation = 'no' and (
  select count(distinct coalesce(split, '')) from cohort where study_id in (sequences.study_id, previous_study_id)
) = 1"""


def graphml(warehouse, *words):
    """Graphs by split and patient."""
    folder = warehouse.export("graph", "--form", "graphml", *words)
    return {(path.parent.name, path.stem): nx.read_graphml(path, force_multigraph=True) for path in folder.glob("*/*.graphml")}


def node_link(warehouse, *words):
    """Graphs by split and patient."""
    graphs = {}
    for path in warehouse.export("graph", "--form", "node-link", *words).glob("*.jsonl"):
        with open(path) as lines:
            for line in lines:
                graph = nx.node_link_graph(json.loads(line), edges="edges")
                graphs[path.stem, graph.graph["name"]] = graph
    return graphs


def reached(graph, node, *types):
    """Nodes that edges of these types lead to, one after the other."""
    nodes = {node}
    for type_ in types:
        nodes = {target for _, target, found in graph.out_edges(nodes, data="type") if found == type_}
    return nodes


def opacity(graphs):
    return {
        image
        for graph in graphs
        for image, kind in graph.nodes(data="kind")
        if kind == "image"
        for region in reached(graph, image, "has")
        if graph.nodes[region]["bbox_name"] == "left lung" and "anatomicalfinding|lung opacity" in reached(graph, region, "affirms")
    }


def worsened(graphs):
    compared = {
        (edge["label_name"], region)
        for graph in graphs
        for region, _, edge in graph.edges(data=True)
        if edge["type"] == "compared_with" and edge.get("comparison") == "worsened" and edge.get("relation") == "yes"
    }
    return dict(collections.Counter(label_name for label_name, _ in compared))


def resolved(graphs):
    effusion = "anatomicalfinding|pleural effusion"
    return {
        int(graph.nodes[patient]["patient_id"])
        for graph in graphs
        for patient, kind in graph.nodes(data="kind")
        if kind == "patient"
        for earlier in reached(graph, patient, "has")
        for later in reached(graph, earlier, "next")
        if effusion in reached(graph, earlier, "has", "has", "affirms")
        and effusion in reached(graph, later, "has", "has", "denies")
        and effusion not in reached(graph, later, "has", "has", "affirms")
    }


@pytest.mark.parametrize("read", [graphml, node_link])
def test_networkx_answers_three_questions_as_sql_does(warehouse, read):
    graphs = read(warehouse).values()
    assert opacity(graphs) == {image for (image,) in warehouse.sql(OPACITY)} != set()
    assert worsened(graphs) == dict(warehouse.sql(WORSENED)) != {}
    assert resolved(graphs) == {patient for (patient,) in warehouse.sql(RESOLVED)}
    figures = warehouse.figures("graph", "--form", {graphml: "graphml", node_link: "node-link"}[read])
    assert sum(map(len, graphs)) == figures["nodes"]
    assert sum(graph.number_of_edges() for graph in graphs) == figures["edges"]


def test_both_forms_are_the_same_graphs(warehouse):
    """Lists and times are text in GraphML, and elements without a value have no attribute in either."""
    ours, theirs = graphml(warehouse), node_link(warehouse)
    assert set(ours) == set(theirs) != set()

    def plain(attributes):
        return {name: ";".join(value) if isinstance(value, list) else value for name, value in attributes.items() if name != "id"}

    def edges(graph):
        return sorted(json.dumps([source, target, plain(edge)], sort_keys=True) for source, target, edge in graph.edges(data=True))

    for key, graph in ours.items():
        assert {node: plain(found) for node, found in graph.nodes(data=True)} == {node: plain(found) for node, found in theirs[key].nodes(data=True)}
        assert edges(graph) == edges(theirs[key])


def test_a_patient_is_one_graph_in_one_piece(clean):
    for graph in graphml(clean, "--split", "train").values():
        assert nx.is_directed(graph) and nx.is_weakly_connected(graph)
        assert [kind for _, kind in graph.nodes(data="kind")].count("patient") == 1


def test_the_code_of_the_readme_reads_the_graphs(clean, monkeypatch):
    folder = clean.export("graph", "--form", "node-link")
    (code,) = re.findall(r"```python\n(.*?)```", (folder / "README.md").read_text(), re.S)
    monkeypatch.chdir(folder)
    names = {}
    exec(code, names)
    assert len(names["graphs"]) == clean.value("select count(distinct patient_id) from cohort where split = 'train'")


@pytest.mark.skipif(not LIBRARIES, reason="no Java or no Maven")
def test_neo4j_imports_the_graph_and_answers_three_questions_as_sql_does(faulty, tmp_path):
    export = faulty.export("graph")
    database = Neo4j(export, tmp_path)
    assert database.command in RECIPE
    figures = faulty.figures("graph")
    assert (database.imported("nodes"), database.imported("relationships")) == (figures["nodes"], figures["edges"])
    types = """
match (study:Study)-[:HAS]->(:Image)-[:HAS]->(region:Region)-[said:AFFIRMS]->(:Finding)
where region.x1 + 0 = region.x1 and size(said.severity) > 0 and study.study_datetime.year > 1900 and said.n_yes > 0
return count(*) > 0"""
    *found, typed = database.answers(*QUESTIONS, types)
    assert typed == [(True,)]
    for answer, query in zip(found, [OPACITY, WORSENED, RESOLVED], strict=True):
        assert sorted(answer, key=str) == sorted(faulty.sql(query), key=str) != []
