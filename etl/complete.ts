import { rm } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { deriveViews, nothingDerived } from './derive/index.js';
import { createBuildInfo } from './load/build_info.js';
import { completeCatalog } from './load/catalog.js';
import type { LoadedTables } from './load/index.js';
import type { PatientRange } from './plan/chunks.js';
import type { PlanCounts } from './plan/counts.js';
import type { Progress } from './progress.js';
import { writeDistribution } from './publish/index.js';
import type { Staging } from './publish/staging.js';
import { KEPT } from './reuse/journal.js';
import type { KeptRollUps } from './reuse/roll_ups.js';
import { verifyBuild } from './verify/checks.js';
import { proveConservation } from './verify/conservation.js';
import { expectGraphs, MAX_REJECTED } from './verify/rejected_graphs.js';
import type { ChunkRecord, ChunksFile } from './warehouse/chunk_record.js';
import { type Part, rowsByTable } from './warehouse/files.js';
import type { BuildInfo, InputFacts } from './warehouse/manifest.js';
import type { TempFolder } from './warehouse/temp_folder.js';
import type { Database } from './write/database.js';
import type { ChunkWriter } from './write/writer.js';

/** A warehouse whose per-image tables are complete, and what its other stages need. */
export interface Flattened {
  readonly stage: Progress['stage'];
  readonly staging: Staging;
  readonly temp: TempFolder;
  readonly database: Database;
  readonly info: BuildInfo;
  readonly counts: PlanCounts;
  readonly ranges: readonly PatientRange[];
  /** False: views have no stored rows. */
  readonly withStored: boolean;
  /** Creates and writes the small tables. */
  load(connection: DuckDBConnection): Promise<LoadedTables>;
  /** What there is of the stored views, once the small tables are there. */
  rollUps(connection: DuckDBConnection, small: readonly Part[]): Promise<KeptRollUps>;
  /** `chunks.json`. */
  describe(records: readonly ChunkRecord[], small: readonly Part[]): ChunksFile;
  readonly signal?: AbortSignal | undefined;
  readonly onPublished?: (() => void) | undefined;
}

/** What the stages behind flatten have done. */
export interface Completed {
  readonly rows: Readonly<Record<string, number>>;
  readonly inputs: readonly InputFacts[];
}

/** The stages from load to publish: the same for a build of an input and for one of shards. */
export async function completeWarehouse(flattened: Flattened): Promise<Completed> {
  const { stage, staging, temp, database, info, counts, ranges } = flattened;
  const { folder } = staging;
  const { writer } = database;
  const connection = await database.instance.connect();
  const loaded = await stage('load', async () => {
    await connection.run(`set threads = ${availableParallelism()}`);
    const loaded = await flattened.load(connection);
    writer.parts.push(...loaded.parts);
    await completeCatalog(connection, info.with_text, loaded.inputTables);
    return loaded;
  });
  const derived = !flattened.withStored
    ? nothingDerived
    : await stage('derive', async (onProgress) =>
        deriveViews(
          database.instance,
          folder,
          ranges,
          (done, total) => onProgress({ done, total, unit: 'parts' }),
          { kept: await flattened.rollUps(connection, loaded.parts) },
        ),
      );
  writer.parts.push(...derived.parts);
  await createBuildInfo(connection, info, rowsByTable(writer.parts));
  await stage('verify', () => verifyBuild(connection));
  await stage('publish', async () => {
    await connection.run('checkpoint');
    connection.closeSync();
    database.close();
    await Promise.all([temp.remove(), staging.removeKilled()]);
    const chunks = flattened.describe(writer.records, loaded.parts);
    const names = new Set(derived.tables.map(({ name }) => name));
    const { parts } = writer;
    const written = { folder, parts, derived: names, graphs: counts, inputs: loaded.inputs };
    const facts = { ...loaded, chunks, conservation: await proveConservation(written) };
    await writeDistribution(folder, parts, derived.tables, info, facts, new Date());
    await rm(join(folder, KEPT), { recursive: true, force: true });
    await staging.publish(flattened.signal, flattened.onPublished);
  });
  return { rows: rowsByTable(writer.parts), inputs: loaded.inputs };
}

/** Expects that what was rejected is little in proportion to what is loaded. @param input what messages call the input */
export async function expectEnough(
  { found, beyond, skipped }: PlanCounts,
  writer: ChunkWriter,
  input: string,
  maxRejected = MAX_REJECTED,
): Promise<void> {
  const rejected = (await writer.diagnostics.rejectedGraphs()).map((one) => ({
    ...one,
    graphs: one.graphs + (beyond[one.code] ?? 0),
  }));
  const loaded = rowsByTable(writer.parts).images ?? 0;
  expectGraphs({ input, found, loaded, rejected, skipped }, maxRejected);
}
