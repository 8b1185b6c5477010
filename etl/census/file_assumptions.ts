import { type InputFileId, inputFiles } from '../discover/known_files.js';
import { type Assumption, every, mostly, numbers } from './assumption.js';
import { assumedLists } from './lists.js';
import type { Census } from './published.js';
import { assumedTables } from './tables.js';

/** How the columns and rows of a file are known. */
const evidence: Readonly<Partial<Record<InputFileId, string>>> = {
  split_train: 'certain: four public readers; rows counted on the real release',
  images_to_avoid:
    'certain: two public readers; 3,821 rows counted, although the page speaks of 1,000 patients',
  sentences: 'certain: two public readers; rows counted on the real release',
  gold_attribute_relations:
    'certain that the names occur (five readers); which of them all are there is not known',
  gold_object_attributes: 'certain that the names occur (three readers); rows counted',
  gold_baseline_object_attributes: 'guess: two readers use the file; its columns are taken from its siblings',
  gold_comparison_relations:
    'guess: readers use image_id, bbox, label_name and context; the rest is not known',
  gold_object_comparisons: 'certain: two public readers; rows counted',
  gold_sentences: 'certain that the names occur (two readers)',
  gold_auto_bboxes: 'one public reader; order and further columns are not known',
  gold_bboxes: 'certain: two public readers; rows counted',
  gold_scaling_factors: 'certain: two public readers',
  gold_annotator_bboxes_1_C: 'one public reader; rows counted',
  detectable_regions: 'inferred: the names joined by comma and line break have the size of the file',
  mentioned_regions: 'inferred: 29 regions and nine places without a box',
  attribute_relations: 'inferred: the file is larger than the 77 labels need, so it lists cues as well',
  comparison_relations: 'inferred: the three strings have the size of the file',
  ontology: 'certain: two keys that public readers use; the names of further keys are not known',
  rdf_graphs: 'certain: two public readers; one JSON object of 4.6 GB, a study per key',
};

/** Files that are alike: the evidence stands with the first of them. */
const alike: readonly [begins: string, first: InputFileId][] = [
  ['split_', 'split_train'],
  ['gold_annotator_', 'gold_annotator_bboxes_1_C'],
];

function evidenceOf(id: InputFileId): string {
  const first = alike.find(([begins]) => id.startsWith(begins))?.[1] ?? id;
  return evidence[first] ?? "the dataset's public page";
}

const described = (census: Census, path: string) => census.files.find(({ file }) => file === path);

/** What is assumed of the files around the graphs. */
export const fileAssumptions: readonly Assumption[] = inputFiles.flatMap(({ id, path }): Assumption[] => {
  const table = assumedTables[id];
  const list = assumedLists[id];
  const about = path;
  const shared = { about, evidence: evidenceOf(id) };
  if (list) {
    return [
      {
        ...shared,
        statement:
          id === 'ontology'
            ? `a JSON object with the keys ${list.join(' and ')}, and others`
            : `${list.length} values that ship with this project, joined by comma and line break`,
        otherwise: 'what the file says replaces what ships; a file of another kind is reported and left out',
        holds: (census) => {
          const missing = described(census, path)?.missing_values;
          return missing && missing.length === 0;
        },
      },
    ];
  }
  if (!table) {
    return [
      {
        ...shared,
        statement: 'a key per study_id, its value a list of edges',
        otherwise: 'the file is reported and left out',
      },
    ];
  }
  const columns = Object.keys(table.columns).map((column) => column || '(blank)');
  const further = Object.keys(table.possible ?? {}).filter((column) => !columns.includes(column));
  const perhaps = further.length === 0 ? '' : `, and perhaps ${further.join(', ')}`;
  const kind = table.delimiter === ',' ? 'commas' : 'tabs';
  const rows = table.rows === undefined ? '' : `; ${table.rows.toLocaleString('en-US')} rows`;
  return [
    {
      ...shared,
      statement: `UTF-8, ${kind}, quotes as RFC 4180 has them, a header of ${columns.join(', ')}${perhaps}${rows}`,
      otherwise:
        'columns are found by name, in any order and case; a missing one is NULL and reported, further ones are reported; every line that does not load is reported with its number',
      holds: every(
        (census) => {
          const file = described(census, path);
          return file?.columns && file.missing_columns?.length === 0 && file.further_columns?.length === 0;
        },
        mostly(id, 'as many fields as columns'),
        mostly(id, 'sound quotes'),
        ...(table.rows === undefined ? [] : [numbers(id, table.rows)]),
      ),
    },
  ];
});
