import { existsSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { discover } from './discover/index.js';
import type { Input } from './discover/input.js';
import { locateRelease } from './discover/release.js';
import { UserError, usageError } from './error.js';
import { createBuildInfo } from './load/build_info.js';
import { completeCatalog } from './load/catalog.js';
import { loadSmallTables } from './load/index.js';
import { makePlan, type Plan } from './plan/plan.js';
import { type Progress, silent } from './progress.js';
import { version } from './project.js';
import { writeDistribution } from './publish/index.js';
import { Staging } from './publish/staging.js';
import { explainSystemError } from './system_error.js';
import { verifyBuild } from './verify/checks.js';
import type { Part } from './warehouse/files.js';
import { Pool } from './workers/pool.js';
import { writeChunks } from './write/chunks.js';
import type { createDatabase } from './write/database.js';

/** What a warehouse is built from, and how. */
export interface BuildOptions {
  /** A release, a zip, a folder, a .jsonl[.gz] or a .json array. */
  readonly input: string;
  /** Folder of the warehouse: absent, empty or an earlier warehouse, which is replaced at the very end. */
  readonly out: string;
  readonly workers?: number | undefined;
  /** What DuckDB may take, e.g. '512MB'; larger work goes to disk. */
  readonly memoryLimit?: string | undefined;
  /** False: no free text anywhere in the warehouse. */
  readonly withText?: boolean | undefined;
  /** Path of mimic-cxr-2.0.0-metadata.csv[.gz]. */
  readonly mimicMetadata?: string | undefined;
  /** Ends the build when aborted; the earlier warehouse stays. */
  readonly signal?: AbortSignal | undefined;
}

/** DuckDB's share of the memory of a build unless told otherwise. */
export const MEMORY_LIMIT = '256MB';

/** What a build did. */
export interface BuildSummary {
  readonly out: string;
  /** Graphs that were found, and rows of every table. */
  readonly graphs: number;
  readonly rows: Readonly<Record<string, number>>;
  /** Bytes of JSON. */
  readonly bytes: number;
  readonly seconds: number;
}

/**
 * Builds a warehouse: what is at `out` changes only when all stages have succeeded.
 * @throws UserError when INPUT holds nothing usable, or when `out` is not ours to replace
 */
export async function build(options: BuildOptions, progress: Progress = silent): Promise<BuildSummary> {
  const ending: (() => unknown)[] = [];
  try {
    return await buildStages(options, progress, (end) => ending.unshift(end));
  } catch (error) {
    throw explainSystemError(error, options.out);
  } finally {
    for (const end of ending) await Promise.resolve().then(end).catch(ignore);
  }
}

/** On a full disk DuckDB cannot even close; what is left to end must be ended all the same. */
function ignore(): void {}

async function buildStages(
  options: BuildOptions,
  progress: Progress,
  finallyDo: (end: () => unknown) => void,
): Promise<BuildSummary> {
  const started = performance.now();
  const { input, out, withText = true, mimicMetadata, signal } = options;
  const release = await locateRelease(input);
  if (mimicMetadata !== undefined && !existsSync(mimicMetadata)) {
    throw usageError(`--mimic-metadata ${mimicMetadata}: expected a file, found nothing there`);
  }
  const staging = await Staging.open(out, [input, ...(mimicMetadata ? [mimicMetadata] : [])]);
  finallyDo(() => staging.close());
  const { folder } = staging;
  const spool = join(folder, 'spool');
  await mkdir(spool, { mode: 0o700 });
  const pool = new Pool(options.workers ?? availableParallelism(), { withText });
  finallyDo(() => pool.close());
  const database = openDatabase(folder, spool, options.memoryLimit ?? MEMORY_LIMIT, withText);
  database.catch(() => {}); // told where it is awaited
  finallyDo(async () => (await database.catch(() => undefined))?.instance.closeSync());
  const stopPool = () => pool.close(signal?.reason);
  signal?.addEventListener('abort', stopPool);
  finallyDo(() => signal?.removeEventListener('abort', stopPool));
  const stage: Progress['stage'] = (name, work) => {
    signal?.throwIfAborted();
    return progress.stage(name, work);
  };
  const plan = await planStages(stage, () => discover(release, spool), pool);
  const { instance, writer, duckdbVersion } = await database;
  for (const { from, stage, rejection } of plan.rejected) writer.notes.reject(from, stage, rejection);
  for (const { image_id, issue } of plan.issues) writer.notes.issue(image_id, issue);
  const flow = await stage('flatten', async (report) => {
    const flow = await writeChunks(plan, pool, writer, report, signal);
    await Promise.all([writer.finish(), pool.close()]);
    return flow;
  });
  expectImages(writer.parts, plan.found, input);
  const facts = {
    version,
    duckdb_version: duckdbVersion,
    input_fingerprint: flow.fingerprint,
    graphs: plan.found,
    json_bytes: flow.bytes,
    with_text: withText,
    with_mimic_metadata: mimicMetadata !== undefined,
    is_synthetic: release.isSynthetic,
  };
  const connection = await instance.connect();
  await stage('load', async () => {
    await connection.run(`set threads = ${availableParallelism()}`);
    const parts = await loadSmallTables(connection, writer.notes, {
      folder,
      release: release.root,
      mimicMetadata,
      withText,
    });
    writer.parts.push(...parts);
    await createBuildInfo(connection, facts, rowsByTable(writer.parts));
    await completeCatalog(connection, withText);
  });
  await stage('verify', () => verifyBuild(connection, writer.parts));
  await stage('publish', async () => {
    await connection.run('checkpoint');
    connection.closeSync();
    instance.closeSync();
    await rm(spool, { recursive: true });
    await writeDistribution(folder, writer.parts, facts, new Date());
    signal?.throwIfAborted();
    await staging.publish();
  });
  const rows = rowsByTable(writer.parts);
  const seconds = (performance.now() - started) / 1000;
  return { out, graphs: plan.found, rows, bytes: flow.bytes, seconds };
}

/** Apart from the other stages, so that nothing holds the list of graphs after its time. */
async function planStages(stage: Progress['stage'], find: () => Promise<Input>, pool: Pool): Promise<Plan> {
  const found = await stage('discover', find);
  pool.open(found.location);
  return stage('plan', (report) =>
    makePlan(
      found,
      (refs) => pool.run<'identify'>({ kind: 'identify', refs }),
      (done) => report({ done, total: found.refs.length }),
    ),
  );
}

/** DuckDB and Arrow are loaded while the workers start, not before. */
const openDatabase: typeof createDatabase = async (...options) =>
  (await import('./write/database.js')).createDatabase(...options);

function rowsByTable(parts: readonly Part[]): Record<string, number> {
  const rows: Record<string, number> = {};
  for (const part of parts) rows[part.table] = (rows[part.table] ?? 0) + part.rows;
  return rows;
}

function expectImages(parts: readonly Part[], found: number, input: string): void {
  if ((rowsByTable(parts).images ?? 0) > 0) return;
  throw new UserError(
    `${input}: expected scene graphs, found ${found === 0 ? 'none' : `${found} files of which none is usable`}; ` +
      'give a release, a scene_graph.zip, a folder of *_SceneGraph.json, a .jsonl[.gz] or a .json array.',
  );
}
