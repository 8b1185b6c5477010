import { posix } from 'node:path';
import { buildInfoRows } from '../load/build_info.js';
import { inputFileRows } from '../load/input_facts.js';
import { optionalInputStatements } from '../load/optional_inputs.js';
import { viewComments, viewStatements } from '../load/views.js';
import { comments, identifier, literal } from '../schema/ddl.js';
import { inputTables, metadataTables } from '../schema/index.js';
import { readViewFiles } from '../schema/view_file.js';
import type { BuildInfo, InputFacts, PublishedTable } from '../warehouse/manifest.js';

/** The folder of the warehouse, or the current one. */
const folder = "coalesce(getvariable('imagenome') || '/', '')";

const header = `-- Every table, view and macro of this warehouse over its Parquet files, in any DuckDB from 1.4.4 on; imagenome.duckdb is not needed.
-- Say where the warehouse is, then read this file:
--   set variable imagenome = '/path/to/warehouse';
--   .read /path/to/warehouse/attach.sql
-- Without the variable the files are those below the current folder. The variable has to be set in each session that uses the views.
`;

/** `attach.sql`: statements that give a DuckDB all that imagenome.duckdb has, as views over the Parquet files. */
export function attachSql(
  tables: readonly PublishedTable[],
  build: BuildInfo,
  inputs: readonly InputFacts[],
): string {
  const inputNames = new Set<string>(Object.values(inputTables).map(({ name }) => name));
  const given = new Set(tables.map(({ table }) => table.name).filter((name) => inputNames.has(name)));
  const statements = [
    'begin transaction',
    'create schema if not exists derived',
    ...tables.flatMap(parquetView),
    ...buildInfoView(build, tables),
    ...inputFilesView(inputs),
    ...optionalInputStatements(build.with_text, given),
    ...readViewFiles().flatMap((file) => {
      const isStored = tables.some(({ table }) => table.kind === 'derived' && table.name === file.name);
      return isStored ? storedView(file) : viewStatements(file);
    }),
    'commit',
  ];
  return `${header}\n${statements.join(';\n')};\n`;
}

/** A table as a view over its file, or over the files of its tree. */
function parquetView({ table, files }: PublishedTable): string[] {
  const [first] = files;
  const isTree = first!.path.includes('/patient_group=');
  const path = isTree ? posix.join(posix.dirname(posix.dirname(first!.path)), '*', '*.parquet') : first!.path;
  const name = qualifiedName(table.kind === 'derived' ? 'derived' : 'main', table.name);
  return [
    `create or replace view ${name} as select * from read_parquet(${folder} || ${literal(path)}, hive_partitioning = false)`,
    ...(table.kind === 'derived' ? [] : comments(table, 'view')),
  ];
}

function buildInfoView(build: BuildInfo, tables: readonly PublishedTable[]): string[] {
  const table = metadataTables.build_info;
  const counts = Object.fromEntries(tables.map(({ table, rows }) => [table.name, rows]));
  const values = buildInfoRows(build, counts).map(({ key, value }) => `(${literal(key)}, ${literal(value)})`);
  return [
    `create or replace view main.${identifier(table.name)} as from (values ${values.join(', ')}) as rows (key, value)`,
    ...comments(table, 'view'),
  ];
}

function inputFilesView(inputs: readonly InputFacts[]): string[] {
  const table = metadataTables.input_files;
  const rows = inputFileRows(inputs).map(
    (row) => `(${table.columns.map(({ name }) => sqlValue(row[name])).join(', ')})`,
  );
  const columns = table.columns.map(
    ({ name, type }) => `${identifier(name)}::${type} as ${identifier(name)}`,
  );
  const names = table.columns.map(({ name }) => identifier(name));
  return [
    `create or replace view main.${identifier(table.name)} as
      select ${columns.join(', ')} from (values ${rows.join(', ')}) as rows (${names.join(', ')}) order by input`,
    ...comments(table, 'view'),
  ];
}

const sqlValue = (value: unknown) => (typeof value === 'string' ? literal(value) : String(value));

function storedView(file: ReturnType<typeof readViewFiles>[number]): string[] {
  const name = qualifiedName('main', file.name);
  return [
    `create or replace view ${name} as select * from ${qualifiedName('derived', file.name)}`,
    ...viewComments(file, 'view', name),
  ];
}

const qualifiedName = (schema: string, name: string) => `${schema}.${identifier(name)}`;
