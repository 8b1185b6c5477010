import type { ExportFormat } from './format.js';

/** Files of the dataset's own utility, by name, and the statement of each. */
const files: readonly [path: string, statement: string, figure: string][] = [
  ['attribute_relations_tabular.txt', 'tsv_attributes', 'attribute_relations'],
  ['bbox_objects_tabular.txt', 'tsv_boxes', 'bbox_objects'],
  ['comparison_relations_tabular.txt', 'tsv_comparisons', 'comparison_relations'],
];

/** The three tables of the dataset's own utility, as text. */
export const tsv: ExportFormat = {
  name: 'tsv',
  summary: 'the three tables of the utility of the dataset, by name and column',
  clients: 'mimic-cxr-vqa, EHRXQA, CheXRelFormer, pandas',
  options: [],
  textUse: () => 'optional',
  rule: () => `The views of these names (docs/views.md), for the chosen images, separated by tabs, with a header; a field with a quote, a tab or a line break is in quotes, NULL is an
empty field. Columns are those that public readers use, by their names; patient_id and the columns of the order stand at the end where the original has none. Rows are
sorted by patient, study, image and their place in the scene graph, so that "the last row" is what a reader expects.`,
  usage: () => `Put the files where the utility would: \`silver_dataset/scene_tabular/\`.

\`\`\`python
import pandas as pd
attributes = pd.read_csv("attribute_relations_tabular.txt", sep="\\t")
\`\`\``,
  statements: () => files.map(([, statement]) => statement),
  async write(run) {
    for await (const slice of run.acrossSplits()) {
      for (const [path, statement, figure] of files) {
        run.figure(figure, await run.append(run.statement(statement), path), `rows of ${path}`);
      }
      run.advance(slice.images);
    }
  },
};
