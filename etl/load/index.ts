import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { Release } from '../discover/release.js';
import type { Limits } from '../limits.js';
import { identifier, inKeyOrder } from '../schema/ddl.js';
import { metadataTables, type Table, vocabularyTables } from '../schema/index.js';
import type { DiagnosticsSink } from '../text_tables/index.js';
import type { Part } from '../warehouse/files.js';
import { finishFile } from '../warehouse/files.js';
import { smallTablePath } from '../warehouse/layout.js';
import type { InputFacts } from '../warehouse/manifest.js';
import type { DiagnosticsWriter } from '../write/diagnostics_writer.js';
import { copyTable } from '../write/part.js';
import { createInputFiles } from './input_facts.js';
import { releaseTables } from './input_files.js';
import { createInputs, type InputFile } from './inputs.js';
import { type MimicPaths, mimicFiles } from './mimic_files.js';
import { loadRdf } from './rdf_file.js';
import { readSemantics } from './semantics.js';
import { createVocabularies } from './vocabularies.js';

/** What the load stage works with. */
export interface LoadOptions {
  /** The staging folder. */
  readonly folder: string;
  /** Folder for what is read before it is loaded. */
  readonly tempFolder: string;
  readonly release: Release;
  readonly mimic: MimicPaths;
  readonly withText: boolean;
  /** True: the RDF file of the release is loaded too. */
  readonly rdf: boolean;
  readonly limits: Limits;
}

/** What the load stage has done. */
export interface LoadedTables {
  readonly parts: readonly Part[];
  /** The tables of optional inputs that were created, with the further columns of their files. */
  readonly inputTables: readonly Table[];
  /** Every known input file, found or not. */
  readonly inputs: readonly InputFacts[];
}

/**
 * Completes the warehouse around the per-image tables: vocabularies, optional inputs, quarantine and data_issues,
 * each as a DuckDB table and a Parquet file.
 */
export async function loadSmallTables(
  connection: DuckDBConnection,
  diagnostics: DiagnosticsWriter,
  { folder, tempFolder, release, mimic, withText, rdf, limits }: LoadOptions,
): Promise<LoadedTables> {
  await mkdir(dirname(join(folder, smallTablePath('any'))), { recursive: true, mode: 0o700 });
  const semantics = await readSemantics(release, diagnostics.report);
  await createVocabularies(connection, semantics);
  const sink = sinkOf(diagnostics);
  const files = inputFilesOf(release, mimic);
  const options = { tempFolder, withText, sink, limits };
  const loaded = await createInputs(connection, files, options);
  if (rdf) {
    const { tables, facts } = await loadRdf(connection, release, options);
    loaded.tables.push(...tables);
    loaded.facts.push(...facts);
  }
  for (const { name, others } of release.files) {
    for (const other of others) sink.issue('further_copy', other, `not read: ${name} is`);
  }
  const inputs = withUnread(release, [...loaded.facts, ...semantics.facts]);
  await createInputFiles(connection, inputs);
  await diagnostics.finish();
  const { quarantine, data_issues, source_details } = metadataTables;
  const gathered = [quarantine, data_issues, ...(withText ? [source_details] : [])];
  const written: Pick<Part, 'table' | 'path' | 'rows'>[] = [];
  for (const table of [...Object.values(vocabularyTables), ...loaded.tables, ...gathered])
    written.push(await writeSmall(connection, table, folder));
  const parts = await Promise.all(
    written.map(async (part) => ({ ...part, ...(await finishFile(folder, part.path)) })),
  );
  return { parts, inputTables: loaded.tables, inputs };
}

/** Adds the known files that nothing reads. */
function withUnread(release: Release, facts: readonly InputFacts[]): InputFacts[] {
  const known = new Set(facts.map(({ input }) => input));
  const unread = release.files.filter(({ id }) => !known.has(id));
  return [
    ...facts,
    ...unread.map(({ id, name, path }) => ({
      ...{ input: id, path: name, table: null, is_found: path !== undefined },
      ...{ rows: null, rejected: null, lines: null },
    })),
  ];
}

function inputFilesOf(release: Release, mimic: MimicPaths): InputFile[] {
  const ofRelease = release.files.flatMap(({ id, path, name }) => {
    const expected = releaseTables[id];
    return expected ? [{ id, path, name, expected }] : [];
  });
  const ofOptions = mimicFiles.map(({ id, key, option, expected }) => ({
    id,
    path: mimic[key],
    name: option,
    expected,
  }));
  return [...ofRelease, ...ofOptions];
}

function sinkOf(diagnostics: DiagnosticsWriter): DiagnosticsSink {
  return {
    issue: diagnostics.report,
    reject(code, source, line, message) {
      const member = line === null ? null : String(line);
      diagnostics.reject({ source, member }, 'load', { code, pointer: '', message, image_id: null });
    },
  };
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
