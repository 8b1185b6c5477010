import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { inputTables, type Table, tables, withoutText } from '../../schema/index.js';
import { describeView, readViewFiles, type ViewFile } from '../../schema/view_file.js';
import type { Manifest } from '../../warehouse/manifest.js';
import { type Catalog, type CatalogColumn, type CatalogEntry, keyOf, readCatalog } from './catalog.js';
import { tableName } from './database.js';

/** What decides which tables and views a warehouse has. */
export interface Contents {
  readonly withText: boolean;
  /** Names of the optional tables that it has. */
  readonly inputs: ReadonlySet<string>;
  /** False: views are not stored. */
  readonly isDerived: boolean;
}

const optional = new Set<string>(Object.values(inputTables).map(({ name }) => name));

/** What the warehouse of a manifest should have. */
export function contentsOfManifest({ build, tables }: Manifest): Contents {
  return {
    withText: build.with_text,
    inputs: new Set(tables.map(({ name }) => name).filter((name) => optional.has(name))),
    isDerived: tables.some(({ kind }) => kind === 'derived'),
  };
}

/** The tables that a warehouse should have but for those of stored views, in the order of the schema. */
export function expectedTables({ withText, inputs }: Contents): Table[] {
  return tables.flatMap((whole) => {
    const table = withoutText(whole, withText);
    return table === undefined || (optional.has(whole.name) && !inputs.has(whole.name)) ? [] : [table];
  });
}

/** Storage version of a warehouse, by the contract. */
const STORAGE_VERSION = 'v1.4.0';

/**
 * The catalog that a warehouse should have. DuckDB itself says how it writes the views of `views/` and which types they have: they
 * are created in an empty database, and read from its file again, which changes how. Comments are those of schema and view files.
 * @param tempFolder folder for that file
 */
export function expectedCatalog(contents: Contents, tempFolder: string): Promise<Catalog> {
  const key = JSON.stringify({ ...contents, inputs: [...contents.inputs] });
  const made = catalogs.get(key) ?? makeCatalog(contents, tempFolder);
  catalogs.set(key, made);
  return made;
}

/** Catalogs that were made: most warehouses have the same. */
const catalogs = new Map<string, Promise<Catalog>>();

async function makeCatalog(contents: Contents, tempFolder: string): Promise<Catalog> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  try {
    const path = text(join(tempFolder, 'expected.duckdb'));
    const files = readViewFiles();
    const statements = [
      `attach ${path} as expected (storage_version ${text(STORAGE_VERSION)})`,
      'use expected',
      'begin transaction',
      ...expectedTables(contents).map(createTable),
      ...inputViews(contents),
      ...(contents.isDerived ? ['create schema derived'] : []),
      ...files.flatMap((file) => createView(file, contents)),
      'commit',
      'use memory',
      'detach expected',
      `attach ${path} as expected (read_only)`,
      'use expected',
    ];
    await connection.run(statements.join(';\n'));
    const found = await readCatalog(async (query) =>
      (await connection.runAndReadAll(query)).getRowObjectsJson(),
    );
    return withComments(found, files, contents);
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

const quoted = (name: string) => `"${name}"`;
const text = (value: string) => `'${value.replaceAll("'", "''")}'`;

function createTable({ name, columns }: Table): string {
  const lines = columns.map(
    (column) => `${quoted(column.name)} ${column.type}${column.required ? ' not null' : ''}`,
  );
  return `create table ${quoted(name)} (${lines.join(', ')})`;
}

function createView(file: ViewFile, { isDerived }: Contents): string[] {
  if (file.kind !== 'view') return [file.sql];
  const view = `create view main.${quoted(file.name)} as ${file.sql}`;
  if (!file.stored || !isDerived) return [view];
  const stored = tableName({ name: file.name, kind: 'derived' });
  const columns = file.columns.map(({ name }) => quoted(name)).join(', ');
  return [
    view,
    `create table ${stored} as from main.${quoted(file.name)} limit 0`,
    `create or replace view main.${quoted(file.name)} as select ${columns} from ${stored}`,
  ];
}

/** Through the schema `optional_inputs` views read what a build may lack: what is absent is NULL, or no rows. */
function inputViews(contents: Contents): string[] {
  const own = new Map(expectedTables(contents).map((table) => [table.name, table]));
  const isText = (table: Table) =>
    table.freeText || table.columns.some(({ freeText }) => freeText === 'absent');
  const views = tables.flatMap((table) => {
    if (!optional.has(table.name) && !isText(table)) return [];
    const there = own.get(table.name);
    const names = new Set(there?.columns.map(({ name }) => name));
    const columns = table.columns.map(({ name, type }) =>
      names.has(name) ? quoted(name) : `null::${type} as ${quoted(name)}`,
    );
    const from = there ? `from main.${quoted(table.name)}` : 'where false';
    return [
      `create view optional_inputs.${quoted(`${table.name}_if_given`)} as select ${columns.join(', ')} ${from}`,
    ];
  });
  const provided = tables
    .filter(({ name }) => optional.has(name))
    .map(({ name }) => `(${text(name)}, ${contents.inputs.has(name)})`);
  return [
    'create schema optional_inputs',
    ...views,
    `create view optional_inputs.provided as from (values ${provided.join(', ')}) as provided (table_name, is_provided)`,
  ];
}

/** The catalog with the comments that there should be. */
function withComments(catalog: Catalog, files: readonly ViewFile[], contents: Contents): Catalog {
  const commented = new Map<string, [comment: string, columns: ReadonlyMap<string, string>]>();
  for (const { name, title, grain, columns } of expectedTables(contents)) {
    commented.set(`table main.${name}`, [`${title}: ${grain}`, described(columns)]);
  }
  for (const file of files) {
    const about = [describeView(file), described(file.columns)] as const;
    commented.set(`${file.kind === 'view' ? 'view' : 'macro'} main.${file.name}`, [...about]);
    if (file.stored && contents.isDerived) commented.set(`table derived.${file.name}`, [...about]);
  }
  for (const { name, title } of tables) {
    commented.set(`view optional_inputs.${name}_if_given`, [
      `${title}, where the build has them; what it lacks is NULL, or no rows. Other views read it`,
      new Map(),
    ]);
  }
  commented.set('view optional_inputs.provided', [
    'Optional tables, and whether the build was given them',
    new Map(),
  ]);
  return new Map(
    [...catalog.values()].map((entry): [string, CatalogEntry] => {
      const [comment = null, columns] = commented.get(keyOf(entry)) ?? [];
      const withComment = (column: CatalogColumn) => ({
        ...column,
        comment: columns?.get(column.name) ?? null,
      });
      return [keyOf(entry), { ...entry, comment, columns: entry.columns.map(withComment) }];
    }),
  );
}

function described(columns: readonly { readonly name: string; readonly description: string }[]) {
  return new Map(columns.map(({ name, description }) => [name, description]));
}
