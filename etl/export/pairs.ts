import { csvLine } from '../csv.js';
import type { ChosenSplit, ExportFormat, ExportRun, FormatValues } from './format.js';

/** Pairs of images with what has changed between them. */
export const pairs: ExportFormat = {
  name: 'pairs',
  summary: 'progressions between exams, with both images, by patient and split',
  clients: 'pandas, polars, pyarrow, datasets, CheXRelFormer, readers of MS-CXR-T',
  options: [
    {
      name: 'form',
      about:
        'jsonl: one pair per line and a table in Parquet; ms-cxr-t: a CSV of five findings; chexrelformer: lists and labels for its loader',
      words: ['jsonl', 'ms-cxr-t', 'chexrelformer'],
      unless: 'jsonl',
    },
    {
      name: 'classes',
      about:
        'of jsonl: five (new, worse, stable, improved, resolved) or three (improved, worsened, no change)',
      words: ['five', 'three'],
      unless: 'five',
    },
  ],
  threads: 1,
  textUse: () => 'none',
  rule: (values) => `${rules[String(values.form)]!(values)}

Both images of a pair are chosen, of one patient and in one split: no pair lies across two splits. What is left out by that is counted above. Pairs whose previous
exam is not the earlier one are kept, as the reports have them; \`is_earlier\` says so in the form jsonl.`,
  usage: ({ form }) => usages[String(form)]!,
  statements: ({ form, classes }) => {
    if (form === 'chexrelformer') return ['pair_chexrelformer'];
    if (form === 'ms-cxr-t') return ['pair_images', 'pair_leaks', 'pair_ms_cxr_t'];
    return [
      'pair_images',
      'pair_leaks',
      classes === 'five' ? 'pair_five' : 'pair_three',
      'pair_lines',
      'pair_rows',
    ];
  },
  async write(run) {
    if (run.values.form === 'chexrelformer') return writeChexrelformer(run);
    for (const split of run.splits) {
      if (run.values.form === 'ms-cxr-t') await writeMsCxrT(run, split);
      else await writeLines(run, split);
    }
  },
};

const rules: Readonly<Record<string, (values: FormatValues) => string>> = {
  jsonl: ({ classes }) =>
    classes === 'five'
      ? 'Five classes by the view `progressions`: presence decides first (new, resolved), else the strict majority of what reports compare (worse, stable, improved). Where neither says anything there is nothing.'
      : 'Three classes by the view `pair_progressions`: the comparison with more than half of the votes of a region and finding. Without a majority there is nothing.',
  'ms-cxr-t': () =>
    'The columns and words of MS-CXR-T: `improving`, `stable` or `worsening` of five findings where more than half of the votes of all regions say so, for pairs of frontal images (AP, PA) with at least one.',
  chexrelformer: () =>
    'One comparison per current image, as CheXRelFormer makes it: the last row of the table among 18 regions, findings and diseases with exactly one direction, kept where it is of one of the nine findings and both images have boxes. Its down-sampling to equal classes is not done. The column `sentence` is empty.',
};

const usages: Readonly<Record<string, string>> = {
  jsonl: `\`\`\`python
import pandas as pd
pairs = pd.read_json("train.jsonl", lines=True)   # one row per pair, both image paths
table = pd.read_parquet("train.parquet")          # one row per pair, region and finding
\`\`\`

Paths are below the root of MIMIC-CXR-JPG.`,
  'ms-cxr-t': `\`\`\`python
import pandas as pd
pairs = pd.read_csv("train.csv").dropna(subset=["edema_progression"])
\`\`\``,
  chexrelformer: `\`list/\` has the names of the pairs, \`label/\` the comparison of each, \`train.csv\`, \`val.csv\` and \`test.csv\` the rows that the loader asks for boxes. \`links.csv\` has
the place of each image in \`A/\` (current) and \`B/\` (previous), and its path below the root of MIMIC-CXR-JPG:

\`\`\`sh
mkdir -p A B
tail -n +2 links.csv | while IFS=, read -r place path; do ln -s "/path/to/mimic-cxr-jpg/$path" "$place"; done
\`\`\``,
};

/** Slices of a split, each with its pairs in `pair_images`; pairs that are left out are counted. */
async function* pairSlices(run: ExportRun, split: ChosenSplit, view: string) {
  for await (const slice of run.slices(split)) {
    await run.run(run.statement('pair_images', { view }));
    const [leaks] = await run.all(run.statement('pair_leaks', { view }));
    run.figure(
      'pairs_left_out',
      Number(leaks!.pairs),
      'pairs whose previous image is not chosen, not there, of another patient or in another split',
    );
    yield slice;
    run.advance(slice.images);
  }
}

async function writeLines(run: ExportRun, split: ChosenSplit): Promise<void> {
  const [statement, view] =
    run.values.classes === 'five' ? ['pair_five', 'progressions'] : ['pair_three', 'pair_progressions'];
  let isFirst = true;
  await run.textFile(`${split.name}.jsonl`, async (file) => {
    for await (const _ of pairSlices(run, split, view)) {
      await run.run(`create or replace temp table pair_progressions_chosen as ${run.statement(statement)}`);
      for await (const rows of run.rows(run.statement('pair_lines'))) {
        await file.write(rows.map(([line]) => `${line}\n`).join(''));
        run.figure('pairs', rows.length, 'lines of all files in JSON');
      }
      const own = run.statement('pair_rows');
      await run.run(
        isFirst ? `create or replace temp table pair_table as ${own}` : `insert into pair_table ${own}`,
      );
      isFirst = false;
    }
  });
  const rows = await run.copy('from pair_table', `${split.name}.parquet`);
  run.figure('progressions', rows, 'rows of all tables: one per pair, region and finding');
}

async function writeMsCxrT(run: ExportRun, split: ChosenSplit): Promise<void> {
  await run.textFile(`${split.name}.csv`, async (file) => {
    await file.write(csvLine(columnsOfMsCxrT));
    for await (const _ of pairSlices(run, split, 'pair_progressions')) {
      for await (const rows of run.rows(run.statement('pair_ms_cxr_t'))) {
        await file.write(rows.map((row) => csvLine(row as (string | number | null)[])).join(''));
        run.figure('pairs', rows.length, 'rows of all files');
      }
    }
  });
}

const findings = ['consolidation', 'edema', 'pleural_effusion', 'pneumonia', 'pneumothorax'];
const columnsOfMsCxrT = [
  ...['dicom_id', 'study_id', 'subject_id', 'previous_dicom_id', 'previous_study_id'],
  ...findings.map((name) => `${name}_progression`),
];

/** Columns of the table that CheXRelFormer joins; it finds a pair by current_image_id and previous_image_id. */
const columnsOfChexrelformer = [
  ...['relationship_id', 'subject_id', 'object_id', 'bbox', 'comparison', 'attribute', 'sentence'],
  ...[
    'bbox_coord_224_subject',
    'bbox_coord_224_object',
    'bbox_coord_original_subject',
    'bbox_coord_original_object',
  ],
  ...['current_image_id', 'previous_image_id', 'label_name', 'category_ID'],
];

async function writeChexrelformer(run: ExportRun): Promise<void> {
  const [current, previous, comparison] = ['current_image_id', 'previous_image_id', 'comparison'].map(
    (name) => columnsOfChexrelformer.indexOf(name),
  ) as [number, number, number];
  await run.textFile('links.csv', async (links) => {
    await links.write(csvLine(['place', 'path']));
    for (const split of run.splits) {
      const name = split.name === 'valid' ? 'val' : split.name;
      await run.textFile(`list/${name}.txt`, (list) =>
        run.textFile(`${name}.csv`, async (table) => {
          await table.write(csvLine(columnsOfChexrelformer));
          for await (const slice of run.slices(split)) {
            for await (const rows of run.rows(run.statement('pair_chexrelformer'))) {
              for (const row of rows) {
                const pair = `${row[current]}_${row[previous]}`;
                const [currentPath, previousPath] = row.slice(-2).map(String);
                await list.write(`${pair}.jpg\n`);
                await table.write(csvLine(row.slice(0, -2) as (string | null)[]));
                await run.smallFile('label/*.txt', `label/${pair}.txt`, String(row[comparison]));
                await links.write(
                  csvLine([`A/${pair}.jpg`, currentPath!]) + csvLine([`B/${pair}.jpg`, previousPath!]),
                );
              }
              run.figure('pairs', rows.length, 'names of all lists');
            }
            run.advance(slice.images);
          }
        }),
      );
    }
  });
}
