import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import type { ExecutionContext } from 'ava';
import { releaseTables } from '../../etl/load/input_files.js';
import { createInputs } from '../../etl/load/inputs.js';
import type { ExpectedTable } from '../../etl/text_tables/index.js';
import type { InputFacts } from '../../etl/warehouse/manifest.js';
import { temporaryFolder } from '../helpers/temporary_folder.js';
import type { Row } from '../helpers/warehouse.js';

/** What became of a text table. */
export interface Read {
  readonly rows: Row[];
  readonly fact: InputFacts;
  /** `code line N: detail`, and `code N message` for what was rejected. */
  readonly issues: string[];
  readonly rejected: string[];
}

/** The documented sentences file. */
export const sentences = releaseTables.sentences!;
/** The documented list of a split. */
export const split = releaseTables.split_train!;

/** Reads tables as a build does, one after the other, with one DuckDB in memory. */
export async function reader(t: ExecutionContext) {
  const folder = await temporaryFolder(t);
  const instance = await DuckDBInstance.create(':memory:', { threads: '1', memory_limit: '256MB' });
  const connection = await instance.connect();
  t.teardown(() => {
    connection.closeSync();
    instance.closeSync();
  });
  return async (
    bytes: string | Uint8Array,
    expected: ExpectedTable = sentences,
    withText = true,
  ): Promise<Read> => {
    const path = join(folder, 'table');
    await writeFile(path, bytes);
    const issues: string[] = [];
    const rejected: string[] = [];
    const loaded = await createInputs(connection, [{ id: 'table', path, name: 'table', expected }], {
      tempFolder: folder,
      withText,
      sink: {
        issue: (code, _, detail) => issues.push(`${code} ${detail}`),
        reject: (code, _, line, message) => rejected.push(`${code} ${line} ${message}`),
      },
    });
    const [table] = loaded.tables;
    const rows = table ? (await connection.runAndReadAll(`from "${table.name}"`)).getRowObjectsJson() : [];
    if (table) await connection.run(`drop table "${table.name}"`);
    return { rows, fact: loaded.facts[0]!, issues, rejected };
  };
}

/** Whether every physical line is accounted for, and every row that was counted is there. */
export function isReconciled({ rows, fact }: Read): boolean {
  if (!fact.lines) return rows.length === 0;
  const { lines, header, blank, continuation } = fact.lines;
  return fact.rows === rows.length && lines === header + blank + continuation + fact.rows + fact.rejected!;
}
