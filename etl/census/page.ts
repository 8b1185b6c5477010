import { tableOf } from '../markdown.js';
import type { Assumption } from './assumption.js';
import { fileAssumptions } from './file_assumptions.js';
import { graphAssumptions } from './graph_assumptions.js';
import type { Census, PublishedFile } from './published.js';

/** Everything that is assumed of a release. */
export const assumptions: readonly Assumption[] = [...graphAssumptions, ...fileAssumptions];

const answers = new Map<boolean | undefined, string>([
  [true, 'holds'],
  [false, '**does not hold**'],
  [undefined, 'not seen'],
]);

/** A census as a Markdown page. */
export function censusPage(census: Census): string {
  const { least_patients: least, patients, studies, fields, rejected_percent: percent } = census;
  return [
    '# Census of a Chest ImaGenome release',
    `It names what the format documents and what ships with the project, and counts everything else. No id, text or date of the data is in it, and nothing that occurs for fewer than ${least} patients: what is not listed occurs for fewer, or not at all. Counts have three significant digits, those called *all* are exact. Letters stand for characters: \`9{8}\` eight digits, \`h{8}\` eight hexadecimal ones, \`A\` capitals, \`a+\` small letters, \`x+\` others.`,
    `Graphs: ${shown(fields.graph?.all)} · patients: ${shown(patients)} · studies: ${shown(studies)} · read as: ${census.graphs_are} · rejected: ${percent === null ? 'below 1 %, or not shown' : `${percent} %`}`,
    '## Assumptions',
    tableOf(
      ['about', 'assumption', 'in this release'],
      assumptions
        .filter(({ holds }) => holds)
        .map(({ about, statement, holds }) => [about, statement, answers.get(holds!(census))!]),
    ),
    '## Files',
    tableOf(['file', 'found', 'what differs'], census.files.map(fileRow)),
    '## Fields',
    ...Object.entries(fields).map(([field, counts]) => {
      const rows = Object.entries(counts).map(([what, n]) => [`\`${what}\``, n.toLocaleString('en-US')]);
      return `### ${field}\n\n${tableOf(['what', 'times'], rows, ['', 'r'])}`;
    }),
  ]
    .join('\n\n')
    .concat('\n');
}

const shown = (n: number | null | undefined) => n?.toLocaleString('en-US') ?? 'too few to be shown';

function fileRow(file: PublishedFile): string[] {
  const differs = [
    file.is_renamed && 'another name, or packed',
    file.is_broken && 'does not read',
    file.missing_columns?.length && `without ${file.missing_columns.join(', ')}`,
    file.further_columns?.length && `${file.further_columns.length} further columns`,
    file.missing_values?.length && `without ${file.missing_values.join('; ')}`,
    file.other_values && `${file.other_values} other values`,
  ].filter(Boolean);
  return [file.file, file.is_found ? 'yes' : 'no', differs.join(' · ')];
}

/** The page that lists all assumptions, for the documentation. */
export function assumptionsPage(): string {
  const table = (list: readonly Assumption[]) =>
    tableOf(
      ['about', 'assumption', 'evidence', 'where it is wrong'],
      list.map(({ about, statement, evidence, otherwise }) => [about, statement, evidence, otherwise]),
    );
  return [
    '# Assumptions about the release',
    'The files of the release are credentialed, so nobody who wrote this project has copied from them: what they look like is known from the public page of the dataset and from public programs that read them. This page lists all that is assumed, how it is known, and what happens where it is wrong. `imagenome census INPUT` compares a release with it, and gives nothing of the data away; its result may be sent to the project.',
    'It is generated from `etl/census/`; change it there.',
    '## Scene graphs',
    table(graphAssumptions),
    '## Files around them',
    table(fileAssumptions),
  ]
    .join('\n\n')
    .concat('\n');
}
