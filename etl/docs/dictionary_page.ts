import { issueCodes, quarantineCodes } from '../diagnostics/codes.js';
import { plain, tableOf } from '../markdown.js';
import { type Table, tables } from '../schema/index.js';
import type { TableKind } from '../schema/table.js';

const kinds: Partial<Record<TableKind, string>> = {
  graph: 'One scene graph each',
  vocabulary: 'Vocabularies',
  input: 'Only where the input was given',
  metadata: 'About the build',
};

/** `docs/dictionary.md`: every table and column. */
export function dictionaryPage(): string {
  const parts = Object.entries(kinds).flatMap(([kind, heading]) => [
    `## ${heading}`,
    ...tables.filter((table) => table.kind === kind).map(tableSection),
  ]);
  return `# Dictionary

Every table of a warehouse with its columns, in DuckDB's types. [contract.md](contract.md) has the rules that hold for all of
them, [views.md](views.md) the views on top. Written by \`npm run docs\` from \`etl/schema\`; a test fails when it is stale.

${parts.join('\n\n')}

${codesSection()}
`;
}

function codesSection(): string {
  const code = (name: string) => `\`${name}\``;
  const rejections = Object.entries(quarantineCodes).map(([name, meaning]) => [code(name), plain(meaning)]);
  const issues = Object.entries(issueCodes).map(([name, [severity, meaning]]) => [
    code(name),
    severity,
    plain(meaning),
  ]);
  return [
    '## Codes',
    'Why something is in `quarantine`:',
    tableOf(['code', 'meaning'], rejections),
    'What is reported in `data_issues`:',
    tableOf(['code', 'severity', 'meaning'], issues),
  ].join('\n\n');
}

function tableSection({ name, title, grain, key, columns, references = [], ...table }: Table): string {
  const facts = [
    `${plain(title)}: ${plain(grain)}.`,
    ...(key.length > 0 ? [`Key: ${list(key)}.`] : []),
    ...references.map(
      (to) => `${list(to.columns)} ${to.optional ? 'may point' : 'points'} to \`${to.table}\`.`,
    ),
    ...(table.freeText ? ['Absent from a build without text.'] : []),
    ...(table.unpublished ? ['In the DuckDB file only.'] : []),
  ];
  const rows = columns.map((column) => [
    `\`${column.name}\``,
    `${column.type}${column.required ? ' NOT NULL' : ''}`,
    plain(column.description) + (column.freeText ? `; ${withoutText[column.freeText]}` : ''),
  ]);
  return `### ${name}\n\n${facts.join(' ')}\n\n${tableOf(['column', 'type', ''], rows)}`;
}

const withoutText = {
  absent: 'absent from a build without text',
  nulled: 'NULL in a build without text',
};

const list = (names: readonly string[]) => names.map((name) => `\`${name}\``).join(', ');
