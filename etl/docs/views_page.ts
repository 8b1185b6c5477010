import type { DuckDBConnection } from '@duckdb/node-api';
import { plain, tableOf } from '../markdown.js';
import { identifier } from '../schema/ddl.js';
import { readViewFiles, signatureOf, type ViewFile } from '../schema/view_file.js';

/** `docs/views.md`: every view and macro with grain, rule, tie-break, source and columns. */
export async function viewsPage(connection: DuckDBConnection): Promise<string> {
  const all = readViewFiles();
  const isPart = ({ kind }: ViewFile) => kind === 'scalar macro';
  const files = [...all.filter((file) => !isPart(file)), ...all.filter(isPart)];
  const sections: string[] = [];
  for (const group of new Set(files.map((file) => file.group))) {
    sections.push(`## ${group}`);
    for (const file of files.filter((one) => one.group === group)) {
      sections.push(await viewSection(connection, file));
    }
  }
  return `# Views

What stands on top of the [tables](dictionary.md): each view states its grain, its rule, how it breaks ties and who computes it so, so that
a paper can cite it. [rules.md](rules.md) compares them with what papers have done. In a warehouse the same text is the comment on each
view and column. Written by \`npm run docs\` from the headers of \`views/*.sql\`; a test fails when it is stale.

A filter on \`patient_id\` reaches the tables in every view that has the column: asking for one patient does not compute the others
(a test looks at the plans). The one look beyond the patient is for the image that a comparison points to, as it may be anybody's.

Views answer in an attached database too (\`from imagenome.report_findings\`); for a macro, \`use imagenome\` first.

${contents(files)}

${sections.join('\n\n')}
`;
}

function contents(files: readonly ViewFile[]): string {
  const rows = files.map((file) => [
    `[\`${file.name}\`](#${file.name})`,
    plain(file.title),
    plain(file.grain),
  ]);
  return tableOf(['view or macro', '', 'one row per'], rows);
}

async function viewSection(connection: DuckDBConnection, file: ViewFile): Promise<string> {
  const { name, title, grain, rule, tieBreak, source } = file;
  const parts = [
    `### ${name}`,
    `${plain(title)}.${file.kind === 'view' ? '' : ` \`${signatureOf(file)}\``}`,
    [
      `- grain: ${plain(grain)}`,
      `- rule: ${plain(rule)}`,
      `- tie-break: ${plain(tieBreak)}`,
      `- source: ${plain(source)}`,
    ].join('\n'),
  ];
  if (file.columns.length > 0) {
    const types = await typesOf(connection, file);
    const rows = file.columns.map((column) => [
      `\`${column.name}\``,
      types.get(column.name) ?? '',
      plain(column.description),
    ]);
    parts.push(tableOf(['column', 'type', ''], rows));
  }
  return parts.join('\n\n');
}

async function typesOf(connection: DuckDBConnection, file: ViewFile): Promise<Map<string, string>> {
  const read = await connection.runAndReadAll(`describe from ${called(file)}`);
  return new Map(read.getRowObjectsJson().map((row) => [String(row.column_name), String(row.column_type)]));
}

/** The view, or the macro with its defaults, and NULL for what has none. */
function called(file: ViewFile): string {
  if (file.kind === 'view') return identifier(file.name);
  const [name, parameters = ''] = signatureOf(file).slice(0, -1).split('(');
  const required = parameters.split(', ').filter((parameter) => !parameter.includes(':='));
  return `${name}(${required.map(() => 'null').join(', ')})`;
}
