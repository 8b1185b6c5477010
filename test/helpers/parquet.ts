import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { asyncBufferFromFile, type FileMetaData, parquetMetadataAsync, parquetReadObjects } from 'hyparquet';
import { compressors } from 'hyparquet-compressors';

/** Rows by column name. */
export type ParquetRow = Record<string, unknown>;

/** Paths of the parts of a table below a warehouse, in the order of the contract. */
export async function partsOf(warehouse: string, table: string): Promise<string[]> {
  const folder = join('parquet', table);
  if (!existsSync(join(warehouse, folder))) {
    return existsSync(join(warehouse, `${folder}.parquet`)) ? [`${folder}.parquet`] : [];
  }
  const parts: string[] = [];
  for (const group of (await readdir(join(warehouse, folder))).sort()) {
    const names = await readdir(join(warehouse, folder, group));
    const number = (name: string) => Number(/^part-(\d+)\.parquet$/.exec(name)![1]);
    parts.push(...names.sort((a, b) => number(a) - number(b)).map((name) => join(folder, group, name)));
  }
  return parts;
}

/** Rows of a table as hyparquet, a reader that shares no code with the writer, reads them from Parquet. */
export async function parquetRows(warehouse: string, table: string): Promise<ParquetRow[]> {
  const rows: ParquetRow[] = [];
  for (const part of await partsOf(warehouse, table)) {
    const file = await asyncBufferFromFile(join(warehouse, part));
    rows.push(...(await parquetReadObjects({ file, compressors })).map(plain));
  }
  return rows;
}

/** Footer of a Parquet file. */
export async function footerOf(path: string): Promise<FileMetaData> {
  return parquetMetadataAsync(await asyncBufferFromFile(path));
}

/** Timestamps as DuckDB writes them, and 64-bit integers as its JSON has them. */
function plain(row: ParquetRow): ParquetRow {
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [name, plainValue(value)]));
}

function plainValue(value: unknown): unknown {
  if (typeof value === 'bigint') return String(value);
  if (!(value instanceof Date)) return value ?? null;
  return value
    .toISOString()
    .replace('T', ' ')
    .replace(/\.?0*Z$/, '');
}
