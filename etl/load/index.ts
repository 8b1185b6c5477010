import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { identifier, inKeyOrder } from '../schema/ddl.js';
import { delivered, metadataTables, type Table, tables, vocabularyTables } from '../schema/index.js';
import type { Part } from '../warehouse/files.js';
import { finishFile } from '../warehouse/files.js';
import { smallTablePath } from '../warehouse/layout.js';
import type { DiagnosticsWriter } from '../write/diagnostics_writer.js';
import { copyTable } from '../write/part.js';
import { createInputs, findInputFiles } from './inputs.js';
import { readSemantics } from './semantics.js';
import { createVocabularies } from './vocabularies.js';

/** What the load stage works with. */
export interface LoadOptions {
  /** The staging folder. */
  readonly folder: string;
  /** Root of the release; undefined when INPUT is none. */
  readonly release: string | undefined;
  readonly mimicMetadata: string | undefined;
  readonly withText: boolean;
}

/**
 * Completes the warehouse around the per-image tables: vocabularies, optional inputs, quarantine and data_issues,
 * each as a DuckDB table and a Parquet file. Gives the files it wrote.
 */
export async function loadSmallTables(
  connection: DuckDBConnection,
  notes: DiagnosticsWriter,
  { folder, release, mimicMetadata, withText }: LoadOptions,
): Promise<Part[]> {
  await mkdir(dirname(join(folder, smallTablePath('any'))), { recursive: true, mode: 0o700 });
  await createVocabularies(connection, release ? await readSemantics(release, notes.report) : {});
  const files = findInputFiles(release, mimicMetadata);
  const inputs = await createInputs(connection, files, withText, notes.report);
  const names = new Set([...Object.keys(vocabularyTables), ...inputs]);
  await notes.finish();
  const { quarantine, data_issues } = metadataTables;
  const small = tables.filter(({ name }) => names.has(name)).map((table) => delivered(table, withText)!);
  const written: Pick<Part, 'table' | 'path' | 'rows'>[] = [];
  for (const table of [...small, quarantine, data_issues])
    written.push(await writeSmall(connection, table, folder));
  return Promise.all(written.map(async (part) => ({ ...part, ...(await finishFile(folder, part.path)) })));
}

async function writeSmall(connection: DuckDBConnection, table: Table, folder: string) {
  const path = smallTablePath(table.name);
  const query = `from ${identifier(table.name)} ${inKeyOrder(table)}`;
  const { rowsChanged } = await connection.run(copyTable({ table, query, path: join(folder, path) }));
  return { table: table.name, path, rows: rowsChanged };
}

/** Number of rows of a table. */
export async function countTable(connection: DuckDBConnection, table: string): Promise<number> {
  const answer = await connection.runAndReadAll(`select count(*)::integer from ${identifier(table)}`);
  return answer.getRows()[0]![0] as number;
}
