import { mkdir, rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { createTable, identifier, literal } from '../schema/ddl.js';
import type { Table } from '../schema/index.js';
import type { ExpectedTable } from '../text_tables/index.js';
import type { Part } from '../warehouse/files.js';
import { writeInputTables } from './index.js';
import { releaseTables } from './input_files.js';
import { createFromQuery } from './rows.js';

/** An optional input that was loaded where no scene graph was. */
export interface KeptInput {
  readonly table: Table;
  /** What it was written as, and below the folder where that is now. */
  readonly part: Part;
  readonly path: string;
}

/**
 * Creates the tables of optional inputs from the Parquet files of a database without images: columns that are looked up in these
 * are completed, and such a table is written anew. All others keep their files, which get their place.
 * @param folder the staging folder
 */
export async function createKeptInputs(
  connection: DuckDBConnection,
  inputs: readonly KeptInput[],
  folder: string,
): Promise<Part[]> {
  const parts: Part[] = [];
  for (const { table, part, path } of inputs) {
    const rows = `read_parquet(${literal(join(folder, path))}, hive_partitioning = false)`;
    const expected = withImages.get(table.name);
    if (expected) {
      await createFromQuery(connection, table, completedRows(table, expected, rows));
      parts.push(...(await writeInputTables(connection, [table], folder)));
      continue;
    }
    await connection.run(createTable(table, 'table if not exists'));
    await connection.run(`insert into ${identifier(table.name)} by name from ${rows}`);
    await mkdir(dirname(join(folder, part.path)), { recursive: true, mode: 0o700 });
    await rename(join(folder, path), join(folder, part.path));
    parts.push(part);
  }
  return parts;
}

/** What is looked up in `images`, by the name of the table. */
const withImages = new Map(
  Object.values(releaseTables)
    .filter(({ joined }) => joined)
    .map((expected) => [expected.table.name, expected]),
);

function completedRows(table: Table, { derived = {}, joined }: ExpectedTable, rows: string): string {
  const columns = table.columns.map(({ name }) => {
    const sql = derived[name];
    return `${sql && /\bown\./.test(sql) ? sql : `file.${identifier(name)}`} as ${identifier(name)}`;
  });
  return `select ${columns.join(', ')} from ${rows} as file ${joined}`;
}
