import type { DuckDBConnection } from '@duckdb/node-api';
import { metadataTables } from '../schema/index.js';
import type { InputFacts } from '../warehouse/manifest.js';
import { createFrom, type Row } from './rows.js';

/** The rows of `input_files`: which known files were found, and how their lines became rows. */
export function inputFileRows(inputs: readonly InputFacts[]): Row[] {
  return inputs.map(({ input, path, table, is_found, rows, rejected, lines }) => ({
    ...{ input, path, table_name: table, is_found, n_rows: rows, n_rejected: rejected },
    n_lines: lines?.lines ?? null,
    n_header_lines: lines?.header ?? null,
    n_blank_lines: lines?.blank ?? null,
    n_continuation_lines: lines?.continuation ?? null,
  }));
}

/** Fills `input_files`. */
export async function createInputFiles(
  connection: DuckDBConnection,
  inputs: readonly InputFacts[],
): Promise<void> {
  await createFrom(connection, metadataTables.input_files, inputFileRows(inputs));
}
