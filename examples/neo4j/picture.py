"""Draws a part of one patient's graph as SVG, from an export of `imagenome export graph --form node-link`.

python picture.py output/graphs p10000032 picture.svg "left lung" "right lung" …
"""

import json
import pathlib
import sys

import matplotlib
import networkx as nx

matplotlib.use("svg")
matplotlib.rcParams.update({"svg.hashsalt": "imagenome", "path.simplify": True})
import matplotlib.pyplot as plt  # noqa: E402

# Levels from top to bottom, and the color of each kind of node.
LEVELS = {"patient": 4.0, "study": 3.15, "image": 2.3, "region": 1.2, "finding": -0.75}
NODES = {"patient": "#6b4fa0", "study": "#3d6fb4", "image": "#4b9aa8", "region": "#5f7a4f", "finding": "#c0654a"}
EDGES = {"has": "#b8bec8", "next": "#6b4fa0", "affirms": "#2166ac", "denies": "#e08214"}
COMPARED = {"worsened": "#b2182b", "improved": "#1b7837", "no change": "#5c6270"}


def patient_graph(folder, patient):
    for path in sorted(pathlib.Path(folder).glob("*.jsonl")):
        with open(path) as lines:
            for line in lines:
                if f'"name":"{patient}"' in line[:200]:
                    return nx.node_link_graph(json.loads(line), edges="edges")
    raise SystemExit(f"{folder}: expected a graph of {patient}, found none")


def part_of(graph, regions):
    """Patient, studies, images, these regions of the first image of each study, and the findings that they affirm or deny."""
    kinds = nx.get_node_attributes(graph, "kind")
    studies = sorted((node for node in graph if kinds[node] == "study"), key=lambda node: graph.nodes[node]["sequence_number"])
    images = [min(target for _, target, type_ in graph.out_edges(study, data="type") if type_ == "has") for study in studies]
    chosen = [
        region
        for image in images
        for name in regions
        for _, region, type_ in graph.out_edges(image, data="type")
        if type_ == "has" and graph.nodes[region]["bbox_name"] == name
    ]
    findings = {
        target
        for _, target, edge in graph.out_edges(chosen, data=True)
        if edge["type"] in ("affirms", "denies") and edge["category_id"] != "nlp"
    }
    patient = [node for node in graph if kinds[node] == "patient"]
    return graph.subgraph([*patient, *studies, *images, *chosen, *findings]), studies, images, chosen


def places(part, studies, images, regions, width):
    """Where each node is: exams side by side, findings below where most of their regions are."""
    column, place = {}, {}
    for j, (study, image) in enumerate(zip(studies, images)):
        place[study], place[image] = (j * width, LEVELS["study"]), (j * width, LEVELS["image"])
        own = [region for region in regions if region.startswith(f"{image}_")]
        for i, region in enumerate(own):
            column[region] = j
            place[region] = (j * width + (i - (len(own) - 1) / 2) * 1.6, LEVELS["region"])
    patient = next(node for node, kind in part.nodes(data="kind") if kind == "patient")
    place[patient] = ((len(studies) - 1) * width / 2, LEVELS["patient"])
    findings = [node for node, kind in part.nodes(data="kind") if kind == "finding"]
    middle = {node: sum(place[region][0] for region, _ in part.in_edges(node) if region in column) / max(1, part.in_degree(node)) for node in findings}
    findings.sort(key=lambda node: (middle[node], node))
    step = ((len(studies) - 1) * width + 2.4) / max(1, len(findings) - 1)
    for i, node in enumerate(findings):
        place[node] = (-1.2 + i * step, LEVELS["finding"] - 0.5 * (i % 2))
    return place


def caption(part, node):
    found = part.nodes[node]
    return {
        "patient": f"Patient\n{found.get('patient_id')}",
        "study": f"Study {found.get('sequence_number')}\n{found.get('study_datetime', '')[:10]}",
        "image": f"Image\n{found.get('viewpoint', '')}",
        "region": str(found.get("bbox_name")).replace(" ", "\n", 1),
        "finding": str(found.get("label_name")).replace("/", "/\n").replace(" ", "\n", 1),
    }[found["kind"]]


def draw(part, place, path):
    xs = [x for x, _ in place.values()]
    figure, axes = plt.subplots(figsize=(0.92 * (max(xs) - min(xs)) + 1.2, 6.6))
    axes.set(xlim=(min(xs) - 0.75, max(xs) + 0.75), ylim=(-2.05, 4.3))
    boxes = {}
    for node, found in sorted(part.nodes(data=True)):
        (x, y), color = place[node], NODES[found["kind"]]
        shape = {"boxstyle": "round,pad=0.45,rounding_size=0.8", "facecolor": color, "edgecolor": "none"}
        text = axes.text(x, y, caption(part, node), ha="center", va="center", fontsize=8.5, color="white", zorder=6, linespacing=1.15, bbox=shape)
        boxes[node] = text.get_bbox_patch()
    figure.canvas.draw()

    def arrow(source, target, color, bend=0.0, dashed=False, zorder=1, lw=1.3):
        style = {"arrowstyle": "-|>,head_width=0.2,head_length=0.4", "color": color, "lw": lw, "shrinkA": 1, "shrinkB": 2}
        style |= {"patchA": boxes[source], "patchB": boxes[target], "connectionstyle": f"arc3,rad={bend}", "linestyle": (0, (4, 2)) if dashed else "solid"}
        axes.annotate("", place[target], place[source], arrowprops=style, zorder=zorder)

    compared = {}
    for source, target, edge in sorted(part.edges(data=True), key=lambda one: (one[0], one[1], one[2]["type"])):
        if edge["type"] == "compared_with":
            compared.setdefault((source, target), set()).add(edge.get("comparison"))
        elif edge["type"] in ("affirms", "denies"):
            arrow(source, target, EDGES[edge["type"]], dashed=edge["type"] == "denies", lw=1.2)
        elif edge["type"] in ("has", "next"):
            arrow(source, target, EDGES[edge["type"]], zorder=2)
            if edge["type"] == "next":
                (x, y), (x2, _) = place[source], place[target]
                axes.text((x + x2) / 2, y + 0.08, f"{edge['gap_days']} day{'' if edge['gap_days'] == 1 else 's'}", ha="center", va="bottom", fontsize=8.5, color=EDGES["next"])
    for (source, target), comparisons in sorted(compared.items()):
        for i, comparison in enumerate(sorted(comparisons & set(COMPARED))):
            arrow(source, target, COMPARED[comparison], bend=0.3 + 0.06 * i, zorder=3, lw=1.9)
    legend = [(name.upper(), EDGES[name], name == "denies") for name in EDGES]
    legend += [(name, color, False) for name, color in COMPARED.items()]
    x = min(xs) - 0.65
    for name, color, dashed in legend:
        if name == next(iter(COMPARED)):
            axes.text(x, -1.9, "COMPARED_WITH", va="center", fontsize=8, color="#333333")
            x += 1.32
        axes.plot([x, x + 0.32], [-1.9, -1.9], color=color, lw=1.9, ls=(0, (3, 1.5)) if dashed else "solid")
        axes.text(x + 0.4, -1.9, name, va="center", fontsize=8, color="#333333")
        x += 0.4 + 0.095 * len(name) + 0.22
    axes.axis("off")
    figure.tight_layout(pad=0.2)
    figure.savefig(path, metadata={"Date": None}, facecolor="white")
    text = pathlib.Path(path).read_text()
    end = text.index(">", text.index("<svg ")) + 1
    pathlib.Path(path).write_text(f"{text[:end]}\n <title>Exams of one patient as a graph</title>{text[end:]}")


def main(folder, patient, path, *regions):
    part, studies, images, chosen = part_of(patient_graph(folder, patient), regions)
    draw(part, places(part, studies, images, chosen, 1.6 * len(regions) + 0.5), path)


if __name__ == "__main__":
    main(*sys.argv[1:])
