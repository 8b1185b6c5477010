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
import { readSemantics, type Semantics } from './semantics.js';
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

/** What stands around the scene graphs, as read: the tables of optional inputs are in the database. */
export interface Surroundings {
  readonly semantics: Semantics;
  /** The tables that were created, with the further columns of their files. */
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
  options: LoadOptions,
): Promise<LoadedTables> {
  const read = await readSurroundings(connection, diagnostics, options);
  const { folder, withText } = options;
  const ofInputs = await writeInputTables(connection, read.inputTables, folder);
  return completeSmallTables(connection, diagnostics, folder, withText, read, ofInputs);
}

/** Reads all that stands around the scene graphs. No scene graph needs to be loaded for it. */
export async function readSurroundings(
  connection: DuckDBConnection,
  diagnostics: DiagnosticsWriter,
  { tempFolder, release, mimic, withText, rdf, limits }: LoadOptions,
): Promise<Surroundings> {
  const semantics = await readSemantics(release, diagnostics.report);
  const sink = sinkOf(diagnostics);
  const options = { tempFolder, withText, sink, limits };
  const loaded = await createInputs(connection, inputFilesOf(release, mimic), options);
  if (rdf) {
    const { tables, facts } = await loadRdf(connection, release, options);
    loaded.tables.push(...tables);
    loaded.facts.push(...facts);
  }
  for (const { name, others } of release.files) {
    for (const other of others) sink.issue('further_copy', other, `not read: ${name} is`);
  }
  const inputs = withUnread(release, [...loaded.facts, ...semantics.facts]);
  return { semantics, inputTables: loaded.tables, inputs };
}

/** Writes the tables of optional inputs, each to its Parquet file. */
export function writeInputTables(
  connection: DuckDBConnection,
  inputTables: readonly Table[],
  folder: string,
): Promise<Part[]> {
  return writeSmall(connection, inputTables, folder);
}

/**
 * Creates and writes the small tables but for those of optional inputs: vocabularies, quarantine, data_issues, source_details.
 * @param ofInputs the files of the tables of optional inputs
 */
export async function completeSmallTables(
  connection: DuckDBConnection,
  diagnostics: DiagnosticsWriter,
  folder: string,
  withText: boolean,
  { semantics, inputTables, inputs }: Surroundings,
  ofInputs: readonly Part[],
): Promise<LoadedTables> {
  await createVocabularies(connection, semantics);
  await createInputFiles(connection, inputs);
  await diagnostics.finish();
  const { quarantine, data_issues, source_details } = metadataTables;
  const gathered = [quarantine, data_issues, ...(withText ? [source_details] : [])];
  const vocabularies = await writeSmall(connection, Object.values(vocabularyTables), folder);
  const others = await writeSmall(connection, gathered, folder);
  return { parts: [...vocabularies, ...ofInputs, ...others], inputTables, inputs };
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

async function writeSmall(
  connection: DuckDBConnection,
  tables: readonly Table[],
  folder: string,
): Promise<Part[]> {
  await mkdir(dirname(join(folder, smallTablePath('any'))), { recursive: true, mode: 0o700 });
  const written: Pick<Part, 'table' | 'path' | 'rows'>[] = [];
  for (const table of tables) {
    const path = smallTablePath(table.name);
    const query = `from ${identifier(table.name)} ${inKeyOrder(table)}`;
    const { rowsChanged } = await connection.run(copyTable({ table, query, path: join(folder, path) }));
    written.push({ table: table.name, path, rows: rowsChanged });
  }
  return Promise.all(written.map(async (part) => ({ ...part, ...(await finishFile(folder, part.path)) })));
}

/** Number of rows of a table. */
export async function countTable(connection: DuckDBConnection, table: string): Promise<number> {
  const answer = await connection.runAndReadAll(`select count(*)::integer from ${identifier(table)}`);
  return answer.getRows()[0]![0] as number;
}
