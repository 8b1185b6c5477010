import { statSync } from 'node:fs';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { Limits } from '../limits.js';
import { identifier } from '../schema/ddl.js';
import { type Column, type Table, withoutText } from '../schema/index.js';
import {
  type DiagnosticsSink,
  type ExpectedTable,
  furtherColumns,
  type ReadTable,
  readTextTable,
  tableRows,
} from '../text_tables/index.js';
import type { InputFacts } from '../warehouse/manifest.js';
import { createFromQuery } from './rows.js';

/** A text table that a build may be given. */
export interface InputFile {
  /** What it is, e.g. split_valid. */
  readonly id: string;
  /** Path to open; undefined where it was not found. */
  readonly path: string | undefined;
  /** What messages and tables call the file: its path within the release, or the name of its option. */
  readonly name: string;
  readonly expected: ExpectedTable;
}

/** What the load of the text tables needs. */
export interface InputOptions {
  /** Folder for what is read before it is loaded. */
  readonly tempFolder: string;
  readonly withText: boolean;
  readonly sink: DiagnosticsSink;
  readonly limits?: Limits;
}

/** What became of the text tables: the tables that were created, and one fact per file. */
export interface LoadedInputs {
  readonly tables: Table[];
  readonly facts: InputFacts[];
}

/** Creates the tables of the text tables that were found. What is wrong with them goes to the sink. */
export async function createInputs(
  connection: DuckDBConnection,
  files: readonly InputFile[],
  options: InputOptions,
): Promise<LoadedInputs> {
  const tables: Table[] = [];
  const facts: InputFacts[] = [];
  for (const original of new Set(files.map(({ expected }) => expected.table))) {
    const own = files.filter(({ expected }) => expected.table === original);
    const reads: ReadTable[] = [];
    for (const file of own) {
      const read = await readInput(file, options);
      if (read) reads.push(read);
      facts.push(factsOf(file, read));
    }
    if (reads.length === 0) continue;
    const table = withFurther(withoutText(original, options.withText)!, options.withText ? reads : []);
    await createFromQuery(connection, table, reads.map((read) => tableRows(read, table)).join(' union all '));
    for (const { spool } of reads) spool.remove();
    tables.push(table);
  }
  return { tables, facts };
}

async function readInput(
  { path, name, expected }: InputFile,
  { tempFolder, withText, sink, limits }: InputOptions,
): Promise<ReadTable | undefined> {
  if (path === undefined) return undefined;
  if (!statSync(path).isFile()) {
    sink.issue('unreadable_input', name, 'expected a text table, found no file');
    return undefined;
  }
  return readTextTable(path, expected, {
    ...{ name, tempFolder, sink, withText },
    ...(limits && { limits }),
  });
}

function factsOf({ id, path, name, expected }: InputFile, read: ReadTable | undefined): InputFacts {
  return {
    ...{ input: id, path: name, table: expected.table.name, is_found: path !== undefined },
    ...{ rows: null, rejected: null, lines: null },
    ...(read && { rows: read.spool.rows, rejected: read.diagnostics.rejected, lines: read.counts }),
  };
}

/** The table with the columns that its files have beyond it. */
function withFurther(table: Table, reads: readonly ReadTable[]): Table {
  const further = new Map<string, Column>();
  for (const { name, type, description } of reads.flatMap(furtherColumns)) {
    further.set(identifier(name), { name, type, description });
  }
  return further.size === 0 ? table : { ...table, columns: [...table.columns, ...further.values()] };
}
