import { version } from '../../project.js';
import { tables as schema, type Table, withoutText } from '../../schema/index.js';
import { readViewFiles, type ViewFile } from '../../schema/view_file.js';
import { DATABASE } from '../../warehouse/layout.js';
import type { Described, Manifest, PublishedTable } from '../../warehouse/manifest.js';
import { type CheckResult, resultOf } from '../finding.js';
import type { CatalogEntry } from './catalog.js';

/** Writes the documents of a warehouse: path and text of each. */
export type WriteDocuments = (described: Described) => readonly (readonly [path: string, text: string])[];

/** The check that every document is the one that this version writes of these tables. */
export function checkDocuments(
  manifest: Manifest,
  tableOf: (table: Manifest['tables'][number]) => CatalogEntry | undefined,
  textOf: (path: string) => string | undefined,
  write: WriteDocuments,
): CheckResult {
  const { build, inputs, others } = manifest;
  const views = readViewFiles();
  const isOther = build.version !== version;
  const tables = manifest.tables.flatMap((table): PublishedTable[] => {
    const described = describe(table, tableOf(table), build.with_text, views);
    return described ? [{ table: described, rows: table.rows, files: table.files }] : [];
  });
  const database = others.find(({ path }) => path === DATABASE) ?? { path: DATABASE, bytes: 0, sha256: '' };
  const expected = write({ build, tables, inputs, database, created: new Date(manifest.created) });
  return resultOf(
    {
      name: 'other_documents',
      title: 'Documents that are not what this version writes of these tables',
      severity: isOther ? 'warning' : 'error',
      advice: isOther
        ? `the warehouse is of version ${build.version}, this is ${version}: check it with the version that built it`
        : 'the document, or the manifest or table that it describes, was changed: build the warehouse again',
    },
    expected.flatMap(([path, text]) => {
      const found = textOf(path);
      if (found === undefined || found === text) return [];
      return [
        { subject: path, expected: 'the text that this version writes', found: otherLine(text, found) },
      ];
    }),
  );
}

/** Where two texts begin to differ. */
function otherLine(expected: string, found: string): string {
  const lines = found.split('\n');
  const line = expected.split('\n').findIndex((text, i) => text !== lines[i]);
  return `another from line ${(line < 0 ? lines.length - 1 : line) + 1} on`;
}

/** A table as the documents describe it: by the schema, its further columns and those of stored views by the database. */
function describe(
  { name, kind }: Manifest['tables'][number],
  entry: CatalogEntry | undefined,
  withText: boolean,
  views: readonly ViewFile[],
): Table | undefined {
  const columns = entry?.columns.map((column) => ({
    name: column.name,
    type: column.type.replace(' not null', '') as Table['columns'][number]['type'],
    description: column.comment ?? '',
  }));
  if (kind === 'derived') {
    const view = views.find((file) => file.name === name);
    return view && columns && { name, kind, title: view.title, grain: view.grain, key: [], columns };
  }
  const whole = schema.find((table) => table.name === name);
  const table = whole && withoutText(whole, withText);
  return table && { ...table, columns: [...table.columns, ...(columns?.slice(table.columns.length) ?? [])] };
}
