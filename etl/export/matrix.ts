import { tableOf } from '../markdown.js';
import { identifier, literal } from '../schema/ddl.js';
import { reportLabels } from '../schema/report_labels.js';
import type { ExportFormat, ExportRun, FormatValues } from './format.js';
import { type MatrixPreset, type MatrixRegions, matrixPresets, regionNames } from './matrix_presets.js';
import { snakeCase } from './snake_case.js';

/** A matrix of regions and findings for models, and its mask. */
export const matrix: ExportFormat = {
  name: 'matrix',
  summary: 'region × finding as 1, 0 and NULL with a mask, one file per split',
  clients: 'pandas, polars, pyarrow',
  options: [
    {
      name: 'preset',
      about: 'anaxnet: 18 regions × 9 findings; medvqa: 36 × all; chexpert-14: 29 × the classes of CheXpert',
      words: Object.keys(matrixPresets),
      unless: 'anaxnet',
    },
    {
      name: 'regions',
      about: 'other regions than those of the preset; whole: the image as one',
      words: ['preset', '18', '26', '29', '36', 'whole'],
      unless: 'preset',
    },
    {
      name: 'rule',
      about: 'which mention decides, unless the rule of the preset',
      words: ['preset', 'last_mention', 'last_mention_final', 'any_yes'],
      unless: 'preset',
    },
    { name: 'per', about: 'what a row stands for', words: ['image', 'study'], unless: 'image' },
    {
      name: 'layout',
      about: 'wide: a column per region and finding; long: a row per region, a column per finding',
      words: ['wide', 'long'],
      unless: 'wide',
    },
    { name: 'as', about: 'kind of file', words: ['parquet', 'csv'], unless: 'parquet' },
  ],
  threads: 1,
  textUse: () => 'none',
  rule: (values) => ruleWords(values),
  usage: (values) => `\`\`\`python
import pandas as pd
matrix = pd.read_${values.as}("train.${values.as}")
mask = pd.read_${values.as}("train_mask.${values.as}")
\`\`\`

\`columns.json\` says which region and finding each column is. NULL is not mentioned: fill it with 0 only where silence may be read as no, and say so.`,
  statements: () => ['matrix_cells', 'matrix_values'],
  async write(run) {
    const shape = shapeOf(run.values);
    await run.run(tablesOf(shape));
    for (const split of run.splits) {
      await run.whole(split);
      await run.run(cellsStatement(run, shape));
      // Two thousand columns of one small table: to look for a better plan takes as long as to write them.
      await run.run('pragma disable_optimizer');
      const rows = await run.copy(valuesStatement(run, shape, 'value'), `${split.name}.${run.values.as}`);
      await run.copy(valuesStatement(run, shape, 'mask'), `${split.name}_mask.${run.values.as}`);
      await run.run('pragma enable_optimizer');
      run.figure('rows', rows, `rows of all splits: one per ${rowWords(run.values)}`);
      run.advance(split.images);
    }
    await run.textFile('columns.json', (file) =>
      file.write(`${JSON.stringify(columnsOf(shape), null, 2)}\n`),
    );
  },
};

/** Regions and findings of a matrix. */
interface Shape {
  readonly preset: MatrixPreset;
  readonly which: MatrixRegions;
  readonly regions: readonly string[];
  readonly isLong: boolean;
  readonly isStudy: boolean;
  readonly rule: string;
}

function shapeOf({ preset, regions, layout, per, rule }: FormatValues): Shape {
  const chosen = matrixPresets[String(preset)]!;
  const which = regions === 'preset' ? chosen.regions : (regions as MatrixRegions);
  return {
    ...{ preset: chosen, which, regions: regionNames(which) },
    ...{ isLong: layout === 'long', isStudy: per === 'study' },
    rule: rule === 'preset' ? chosen.rule : String(rule),
  };
}

const rowWords = ({ per, layout }: FormatValues) => (layout === 'long' ? `${per} and region` : String(per));

/** The tables that say which label counts for which cell. */
function tablesOf({ preset, regions }: Shape): string {
  const named = preset.findings.flatMap(({ labels, inverse = [] }, column) => [
    ...labels.map((label) => `(${literal(label)}, ${column}, false)`),
    ...inverse.map((label) => `(${literal(label)}, ${column}, true)`),
  ]);
  const against = preset.findings.flatMap(({ name, labels }) => (name === 'Support Devices' ? [] : labels));
  const verdicts = preset.hasNoFinding
    ? [...new Set(against)]
        .map((label) => `(${literal(label)}, true)`)
        .concat("('abnormal', true)", "('normal', false)")
    : [];
  const rows = (values: readonly string[], none: string) =>
    values.length > 0 ? `from (values ${values.join(', ')})` : none;
  return [
    `create or replace temp table matrix_labels as ${rows(named, '')} as one (label_name, column_number, is_inverse)`,
    `create or replace temp table matrix_verdicts as ${rows(verdicts, 'from (values (null::varchar, false))')} as one (label_name, is_against)`,
    `create or replace temp table matrix_regions as ${rows(
      regions.map((name, i) => `(${literal(name)}, ${i})`),
      '',
    )} as one (region_name, region_number)`,
  ].join(';\n');
}

function cellsStatement(run: ExportRun, { preset, which, regions, isStudy, rule }: Shape): string {
  const width = preset.findings.length;
  const cells = {
    last_mention: ['true', "last_mention = 'yes'", "last_mention = 'no'"],
    last_mention_final: [
      'last_mention_final is not null',
      "last_mention_final = 'yes'",
      "last_mention_final = 'no'",
    ],
    any_yes: ['true', 'any_yes', "state <> 'yes'"],
  }[rule]!;
  return run.statement('matrix_cells', {
    ...{ unit: isStudy ? 'study' : 'image', rule, width: String(width) },
    key: isStudy ? 'study_id, patient_id' : 'image_id, study_id, patient_id',
    region: which === 'whole' ? "'image'" : 'bbox_name',
    ...{ said: cells[0]!, yes: cells[1]!, no: cells[2]! },
    no_finding: String(preset.findings.findIndex(({ name }) => name === 'No Finding')),
    last: String(width * regions.length - 1),
  });
}

/** @param what the values, or the mask */
function valuesStatement(run: ExportRun, shape: Shape, what: 'value' | 'mask'): string {
  const { preset, isLong, isStudy } = shape;
  const width = preset.findings.length;
  // What is divided by 0 is NULL: `case` says the same, and DuckDB takes ten times as long to plan two thousand of them.
  const cell = (at: string) =>
    what === 'mask'
      ? `get_bit(is_said, ${at})::tinyint`
      : `(get_bit(is_yes, ${at}) // get_bit(is_said, ${at}))::tinyint`;
  const keys = [...(isStudy ? [] : ['image_id']), 'study_id', 'patient_id'];
  const values = isLong
    ? preset.findings.map(
        ({ column }, i) => `${cell(`region_number * ${width} + ${i}`)} as ${identifier(column)}`,
      )
    : columnsOf(shape).map(({ column }, i) => `${cell(String(i))} as ${identifier(column)}`);
  return run.statement('matrix_values', {
    row: rowWords(run.values),
    columns: [...keys, ...(isLong ? ['region_name as bbox_name'] : []), ...values].join(',\n  '),
    regions: isLong ? 'cross join matrix_regions' : '',
    order: isLong ? 'order by place, region_number' : '',
  });
}

/** Which region and finding each column is: `right_lung__pneumothorax`; of the whole image, and in the long layout, the finding alone. */
function columnsOf({ preset, which, regions, isLong }: Shape) {
  const list = isLong ? [undefined] : regions;
  return list.flatMap((region) =>
    preset.findings.map(({ column, name, labels, inverse = [] }) => ({
      column: region === undefined || which === 'whole' ? column : `${snakeCase(region)}__${column}`,
      bbox_name: which === 'whole' ? null : (region ?? null),
      finding: name,
      label_names: labels,
      inverse_label_names: inverse,
    })),
  );
}

function ruleWords(values: FormatValues): string {
  const shape = shapeOf(values);
  const { preset, regions, which, rule } = shape;
  const size = `${which === 'whole' ? 'the whole image' : `${regions.length} regions`} × ${preset.findings.length} findings`;
  const mention = {
    last_mention: 'the last mention in the report decides (`last_mention` of `region_findings`)',
    last_mention_final: 'the last mention in section `finalreport` decides',
    any_yes: 'any affirmation wins (`any_yes` of `region_findings`)',
  }[rule];
  return `Preset \`${values.preset}\`: ${size}. 1 is affirmed, 0 denied, NULL not mentioned, which is no denial; ${mention}. The mask has 1 where the value is not NULL.
One row per chosen ${rowWords(values)}, in the order of the warehouse, mentioned or not; of a study the chosen images count together. A column of several labels is
1 where one of them is, else 0.
${presetWords(values)}`;
}

function presetWords({ preset }: FormatValues): string {
  if (preset === 'anaxnet') {
    return 'The nine findings and 18 regions are those of AnaXNet, which itself lets the attribute that its loop reads last decide (docs/rules.md).';
  }
  if (preset === 'medvqa') {
    return 'As MedVQA does, `normal` is the inverse of `abnormal`, and temporal, severity and laterality are left out; its drop of rare labels is not done (docs/rules.md).';
  }
  return `The classes are those of the CheXpert labeler, by this crosswalk; labels that are not in it count for none. No Finding is 0 where one of the others but
Support Devices is 1 or the region is called abnormal, else 1 where it is called normal.

${tableOf(['class', 'labels of the graphs'], crosswalkRows())}`;
}

/** The crosswalk as a table: class, labels. */
export function crosswalkRows(): string[][] {
  const { findings } = matrixPresets['chexpert-14']!;
  return reportLabels.map((name) => {
    const { labels = [] } = findings.find((one) => one.name === name) ?? {};
    return [name, labels.join(', ') || '(worked out)'];
  });
}
