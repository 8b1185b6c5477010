import { edgeKinds, nodeKinds } from './graph_kinds.js';

/** How the graph comes to be, for the README of an export. */
export const rule = `A patient \`has\` studies, a study images, an image regions; a study leads to the \`next\` one. Regions are those of one image each: an object of the scene graph, or a
sentence, or a comparison. A region \`affirms\` or \`denies\` findings and verdicts by the last mention in the report (\`region_findings\`); what has no edge is not mentioned, which is
no denial. The report speaks of the study, so that its images repeat it: count studies, not images. Cues (severity, temporal, texture, comparison) are those of the sentence of the last mention, which \`phrase_id\`
names; they belong to the sentence, not to one finding alone. A region is \`compared_with\` the same region of a previous image, one edge per comparison and finding. \`parent\` leads
to the region of the same image, or the finding, that includes it: the nearest of \`ontology\`.

Ids of patients and studies are their folders in MIMIC-CXR, of images the image_id, of regions the object_id of the dataset, of findings \`category_id|label_name\`. Boxes are unions in the frame of 224 pixels.`;

const files = [
  ...nodeKinds.map(({ file }) => `--nodes=${file}.csv`),
  ...edgeKinds.map(({ file }) => `--relationships=${file}.csv`),
];

/** How each form is read. */
export const usages: Readonly<Record<string, string>> = {
  neo4j: `\`\`\`sh
neo4j-admin database import full neo4j --multiline-fields=true \\
  ${files.join(' \\\n  ')}
\`\`\`

Lists are divided by \`;\`. Images whose report affirms an opacity of the left lung:

\`\`\`cypher
MATCH (i:Image)-[:HAS]->(:Region {bbox_name: 'left lung'})-[:AFFIRMS]->(:Finding {label_name: 'lung opacity'})
RETURN count(DISTINCT i)
\`\`\``,
  graphml: `\`\`\`python
import networkx as nx
graph = nx.read_graphml("train/p10000032.graphml", force_multigraph=True)
affirmed = [(region, finding) for region, finding, type in graph.edges(data="type") if type == "affirms"]
\`\`\`

Times are text, lists are text divided by \`;\`: GraphML has neither.`,
  'node-link': `\`\`\`python
import json
import networkx as nx
with open("train.jsonl") as lines:
    graphs = {}
    for line in lines:
        graph = nx.node_link_graph(json.loads(line), edges="edges")
        graphs[graph.graph["name"]] = graph
\`\`\``,
};
