import type { ChosenSplit, ExportFormat, ExportRun } from './format.js';
import { nodeLink } from './graph_json.js';
import { graphml } from './graph_ml.js';
import { neo4j, writeNeo4j } from './graph_neo4j.js';
import { patientGraphs } from './graph_patients.js';
import { beginGraphs, statements } from './graph_rows.js';
import { rule, usages } from './graph_words.js';

/** The sequence of each patient as a graph. */
export const graph: ExportFormat = {
  name: 'graph',
  summary: 'the sequence of a patient as a graph: Neo4j, GraphML, node-link JSON',
  clients: 'Neo4j, NetworkX',
  options: [
    {
      name: 'form',
      about:
        'neo4j: CSV of all patients for its bulk import; graphml: one file per patient; node-link: JSON of NetworkX, one patient per line',
      words: ['neo4j', 'graphml', 'node-link'],
      unless: 'neo4j',
    },
  ],
  textUse: () => 'none',
  rule: () => rule,
  usage: ({ form }) => usages[String(form)]!,
  statements: () => statements,
  async write(run) {
    const { form } = run.values;
    await beginGraphs(run, form === 'neo4j' ? neo4j : form === 'graphml' ? graphml : nodeLink);
    if (form === 'neo4j') return writeNeo4j(run);
    for (const split of run.splits) {
      if (form === 'graphml') await writeGraphml(run, split);
      else await writeNodeLink(run, split);
    }
  },
};

async function writeGraphml(run: ExportRun, split: ChosenSplit): Promise<void> {
  for await (const { patient, text } of patientGraphs(run, split, graphml))
    await run.smallFile(`${split.name}/*.graphml`, `${split.name}/${patient}.graphml`, text);
}

async function writeNodeLink(run: ExportRun, split: ChosenSplit): Promise<void> {
  await run.textFile(`${split.name}.jsonl`, async (file) => {
    for await (const { text } of patientGraphs(run, split, nodeLink)) await file.write(text);
  });
}
