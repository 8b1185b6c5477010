import type { ExportFormat, ExportRun } from './format.js';
import { namespace } from './rdf_iri.js';
import type { RdfStudy } from './rdf_study.js';
import { TripleText } from './rdf_text.js';

/** The file of each form. */
const paths: Readonly<Record<string, string>> = {
  json: 'study_level_attribute_rdfgraphs.json',
  jsonl: 'study_level_attribute_rdfgraphs.jsonl',
  ntriples: 'studies.nt',
  turtle: 'studies.ttl',
};

/** What studies affirm and deny of each region, as edges. */
export const rdf: ExportFormat = {
  name: 'rdf',
  summary: 'what studies affirm and deny of each region: enriched RDF as JSON, N-Triples, Turtle',
  clients: 'readers of study_level_attribute_rdfgraphs.json, rdflib, Oxigraph',
  options: [
    {
      name: 'form',
      about: 'json: one object of all studies; jsonl: one study per line; ntriples, turtle: with UMLS IRIs',
      words: Object.keys(paths),
      unless: 'json',
    },
  ],
  textUse: () => 'none',
  rule: ({ form }) =>
    `The edges of the view \`rdf_edges\`, by the last mention, of each study with a chosen image. ${
      form === 'json' || form === 'jsonl'
        ? `An edge is \`[[node, type], [node, type], relation]\`, a node \`name|CUI\`. How the dataset spells its relations is not public.`
        : `A study \`has_location\` for each region that it speaks of; that node has its \`region\`, and \`affirms\` or \`denies\` findings: two predicates, and what
has neither is not mentioned, which is no denial. Regions and findings are concepts with \`skos:prefLabel\`, \`skos:closeMatch\` to each UMLS concept that the graphs list for them, and \`skos:narrower\`
and \`skos:broader\` where a study affirms both parent and child. The prefix is \`${namespace}\`.`
    }`,
  usage: ({ form }) =>
    form === 'json' || form === 'jsonl'
      ? `\`\`\`python
import pandas as pd
studies = pd.read_json("${paths.jsonl}", lines=True)  # --form jsonl: study_id, edges
\`\`\``
      : `\`\`\`sparql
prefix ci: <${namespace}>
prefix skos: <http://www.w3.org/2004/02/skos/core#>
select (count(distinct ?study) as ?n) { ?study ci:has_location/ci:affirms/skos:prefLabel "pleural effusion" }
\`\`\``,
  statements: () => ['rdf_rows'],
  async write(run) {
    const form = String(run.values.form);
    const text = textOf(form);
    let [studies, edges] = [0, 0];
    await run.textFile(paths[form]!, async (file) => {
      await file.write(text.begin());
      for await (const slice of run.slices()) {
        for await (const study of studiesOf(run)) {
          await file.write(text.study(study));
          studies++;
          edges += study.edges.length;
        }
        run.advance(slice.images);
      }
      await file.write(text.end());
    });
    run.figure('studies', studies, 'studies with a chosen image');
    run.figure('edges', edges, 'edges of the enriched RDF');
  },
};

/** How a form writes studies. */
interface StudyText {
  begin(): string;
  study(study: RdfStudy): string;
  end(): string;
}

function textOf(form: string): StudyText {
  if (form === 'ntriples' || form === 'turtle') return new TripleText(form);
  if (form === 'jsonl') return { begin: () => '', study: (one) => `${JSON.stringify(one)}\n`, end: () => '' };
  let before = '\n';
  return {
    begin: () => '{',
    study({ study_id, edges }) {
      const line = `${before}"${study_id}": ${JSON.stringify(edges)}`;
      before = ',\n';
      return line;
    },
    end: () => '\n}\n',
  };
}

async function* studiesOf(run: ExportRun): AsyncIterable<RdfStudy> {
  let study: RdfStudy | undefined;
  for await (const rows of run.rows(run.statement('rdf_rows'))) {
    for (const [, study_id, subject, subject_type, object, object_type, relation] of rows) {
      if (study?.study_id !== Number(study_id)) {
        if (study) yield study;
        study = { study_id: Number(study_id), edges: [] };
      }
      if (relation === null) continue;
      study.edges.push([
        [String(subject), String(subject_type)],
        [String(object), String(object_type)],
        String(relation),
      ]);
    }
  }
  if (study) yield study;
}
