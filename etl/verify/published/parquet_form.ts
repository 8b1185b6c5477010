import { literal } from '../../schema/ddl.js';
import type { ColumnType } from '../../schema/index.js';
import type { CatalogColumn } from './catalog.js';
import { failureOf, type Published, patternOf, type Row } from './database.js';

/** What the footer of a Parquet file says. */
export interface Footer {
  readonly path: string;
  readonly rows: number;
  /** Columns in their order, each with its type in one line. */
  readonly columns: readonly string[];
}

/** The form that each type has in a Parquet file. */
const forms: Record<ColumnType, string> = {
  VARCHAR: 'BYTE_ARRAY UTF8',
  INTEGER: 'INT32 INT_32',
  BIGINT: 'INT64 INT_64',
  DOUBLE: 'DOUBLE',
  BOOLEAN: 'BOOLEAN',
  TIMESTAMP: 'INT64 TIMESTAMP_MICROS',
  'VARCHAR[]': 'LIST of BYTE_ARRAY UTF8',
  'DOUBLE[]': 'LIST of DOUBLE',
  'INTEGER[]': 'LIST of INT32 INT_32',
};

/** How the footer of a Parquet file should list the columns of a table. */
export function parquetColumns(columns: readonly CatalogColumn[]): string[] {
  return columns.map(
    ({ name, type }) => `${name} ${forms[type.replace(' not null', '') as ColumnType] ?? type}`,
  );
}

/** Reads footers: those of many files at once, and where that fails one by one, to find which cannot be read. */
export async function readFooters(
  database: Published,
  paths: readonly string[],
): Promise<{ footers: Footer[]; unreadable: { path: string; failure: string }[] }> {
  try {
    return { footers: await footersOf(database, paths), unreadable: [] };
  } catch {
    const footers: Footer[] = [];
    const unreadable: { path: string; failure: string }[] = [];
    for (const path of paths) {
      try {
        footers.push(...(await footersOf(database, [path])));
      } catch (error) {
        unreadable.push({ path, failure: failureOf(error) });
      }
    }
    return { footers, unreadable };
  }
}

async function footersOf(database: Published, paths: readonly string[]): Promise<Footer[]> {
  if (paths.length === 0) return [];
  const files = fileList(database, paths);
  const rows = await database.rows(`select file_name, num_rows from parquet_file_metadata(${files})`);
  const fields = await database.rows(`
    select file_name, name, type, num_children, converted_type, logical_type
    from parquet_schema(${files})`);
  const counts = new Map(rows.map(({ file_name, num_rows }) => [file_name, Number(num_rows)]));
  const byFile = new Map<unknown, Row[]>(rows.map(({ file_name }) => [file_name, []]));
  for (const field of fields) byFile.get(field.file_name)?.push(field);
  return paths.map((path) => {
    const name = database.pathOf(path);
    return { path, rows: counts.get(name) ?? 0, columns: columnsOf(byFile.get(name) ?? []) };
  });
}

/** The columns of a footer: behind the root, a list takes three fields. */
function columnsOf(fields: readonly Row[]): string[] {
  const columns: string[] = [];
  for (let i = 1; i < fields.length; i++) {
    const field = fields[i]!;
    const isList = Number(field.num_children) > 0;
    const value = isList ? fields[i + 2] : field;
    const { type, converted_type, logical_type } = value ?? {};
    const isUtc = String(logical_type).includes('isAdjustedToUTC=1') ? ' adjusted to UTC' : '';
    columns.push(
      `${field.name} ${isList ? 'LIST of ' : ''}${[type, converted_type].filter(Boolean).join(' ')}${isUtc}`,
    );
    if (isList) i += 2;
  }
  return columns;
}

/** Paths below the folder as a list in SQL, which takes each for a pattern. */
export function fileList(database: Published, paths: readonly string[]): string {
  const patterns = paths.map((path) => patternOf(database.pathOf(path)));
  return `[${patterns.map(literal).join(', ')}]`;
}
