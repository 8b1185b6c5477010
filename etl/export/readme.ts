import { plain, tableOf } from '../markdown.js';
import { CITATION, licenseOf } from '../publish/terms.js';
import type { ExportFormat, FormatValues } from './format.js';
import type { ExportRecord } from './record.js';
import { statementText } from './statement.js';

/** What a README is written from. */
export interface ReadmeFacts {
  readonly format: ExportFormat;
  readonly values: FormatValues;
  readonly record: ExportRecord;
  /** The statement that chose the images. */
  readonly chosen: string;
}

/** `README.md` of an export: what it holds, by which rule and SQL, how to use it, how to cite it and what its license is. */
export function readmeText({ format, values, record, chosen }: ReadmeFacts): string {
  const { warehouse } = record;
  const license = licenseOf(warehouse);
  return `# Export \`${format.name}\`: ${format.summary}

${warehouse.is_synthetic ? 'Made from a **synthetic** release: nothing in it is real.' : 'Derived from credentialed data: see NOTICE.txt before you share anything.'}
${textWords(format.textUse(values), warehouse.with_text)}

\`${record.command}\`

Read by: ${format.clients}.

## What it holds

${tableOf(
  ['split', 'images'],
  record.splits.map(({ name, images }) => [name, String(images)]),
  ['', 'r'],
)}

${choiceWords(record)}
${figureLines(record)}
${tableOf(
  ['file', 'bytes'],
  record.files.map(({ path, bytes, files }) => [
    files === undefined ? `\`${path}\`` : `\`${path}\` (${files} files)`,
    String(bytes),
  ]),
  ['', 'r'],
)}

\`export.json\` has the same for machines, with a SHA-256 of each file. The same warehouse and options give the same bytes.

## Rule

${format.rule(values)}

## Use

${format.usage(values)}

## How to cite

Cite the dataset, and this export by its name, its rule and the versions below.

> ${plain(CITATION)}

Export \`${format.name}\` of chest-imagenome-warehouse ${warehouse.version} (DuckDB ${warehouse.duckdb_version}), from the release with the fingerprint
\`${warehouse.input_fingerprint}\`.

## License

${license.title}: ${license.url}. NOTICE.txt says what that means for whoever holds these files.

## SQL

The statements are run in this order, against the warehouse. What stands in \`{{…}}\` is filled in by the options.

${[
  ['chosen_images', chosen],
  ...['chosen', ...format.statements(values)].map((name) => [name, rawText(name)]),
]
  .map(([name, text]) => `### ${name}\n\n\`\`\`sql\n${text!.trim()}\n\`\`\``)
  .join('\n\n')}
`;
}

/** The text of an SQL file as it is, holes included. */
function rawText(name: string): string {
  return statementText(name, new Proxy({}, { get: (_, key) => `{{${String(key)}}}` }));
}

function textWords(use: string, withText: boolean): string {
  if (use === 'none') return 'It holds no text of reports.';
  return withText
    ? '**It holds text of reports**: sentences, reasons for exams.'
    : 'The warehouse was built with --no-text: where text of reports would stand there is none.';
}

function choiceWords({ where, subset, is_all }: ExportRecord): string {
  const words = [
    ...(where === null
      ? []
      : [`The condition over \`cohort\`: \`${where.replaceAll(/\s+/g, ' ').replaceAll('`', "'")}\`.`]),
    ...(subset === null
      ? []
      : [
          `Subset ${subset}: of the patients that are left, those with the least MD5 of \`chest-imagenome PATIENT_ID\`; the same in every warehouse.`,
        ]),
    ...(is_all ? ['No image was left out.'] : []),
    'Gold patients and `images_to_avoid` are among the images unless the condition leaves them out (`to_avoid is not true`).',
  ];
  return words.join('\n');
}

function figureLines({ figures }: ExportRecord): string {
  if (figures.length === 0) return '';
  return `\n${tableOf(
    ['figure', 'value', ''],
    figures.map(({ name, value, about }) => [name, String(value), about]),
    ['', 'r', ''],
  )}\n`;
}
