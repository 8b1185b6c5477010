import { rm } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { openDatabase, planStages } from './begin.js';
import { type BuildOptions, decisive, MEMORY_LIMIT } from './build_options.js';
import { expectEnough } from './complete.js';
import { discover } from './discover/index.js';
import { locateRelease } from './discover/release.js';
import { LIMITS, type Limits } from './limits.js';
import { assertMimicFiles } from './load/assert_mimic.js';
import { readSurroundings, writeInputTables } from './load/index.js';
import { mimicByOption, mimicPathsOf } from './load/mimic_files.js';
import { readSemantics } from './load/semantics.js';
import { countsOf } from './plan/counts.js';
import type { Plan } from './plan/plan.js';
import { type Progress, silent } from './progress.js';
import { version } from './project.js';
import { Staging } from './publish/staging.js';
import { codeDigest } from './reuse/code_digest.js';
import { Earlier } from './reuse/earlier.js';
import { Journal, KEPT, type KilledRollUps } from './reuse/journal.js';
import type { KeptChunk } from './reuse/kept_chunk.js';
import { keysOf } from './reuse/keys.js';
import { chunkPlaces, chunksOfRanges, type ShardPlace } from './shards/place.js';
import { planDigest } from './shards/plan_digest.js';
import { isWholeShard, readShard, type Shard } from './shards/read_shard.js';
import { type Around, SHARD_FORMAT, type ShardFile, shardKind } from './shards/shard_file.js';
import { surroundingFiles } from './shards/surrounding_files.js';
import { surroundingsText } from './shards/surroundings.js';
import { imagesElsewhere, writeRollUps } from './shards/write_roll_ups.js';
import { writeShard } from './shards/write_shard.js';
import { explainSystemError } from './system_error.js';
import { MAX_REJECTED } from './verify/rejected_graphs.js';
import { finishFile, rowsByTable } from './warehouse/files.js';
import { DATABASE, FORMAT_VERSION } from './warehouse/layout.js';
import { assertValidPath, resolveOutputFolder } from './warehouse/output_folder.js';
import { TempFolder } from './warehouse/temp_folder.js';
import { openFlattenPool } from './workers/flatten_pool.js';
import { Opening } from './workers/opening.js';
import { writeChunks } from './write/chunks.js';
import type { Database } from './write/database.js';

/** What a shard is built from, and how. */
export interface ShardOptions extends BuildOptions {
  readonly shard: ShardPlace;
}

/** What the build of a shard did. */
export interface ShardSummary {
  readonly out: string;
  readonly shard: ShardPlace;
  /** Nothing has changed since the shard at `out` was built, and nothing was done. */
  readonly upToDate: boolean;
  /** Chunks of the whole plan, those of the shard, and of these the ones that an earlier build had flattened. */
  readonly plannedChunks: number;
  readonly chunks: number;
  readonly reusedChunks: number;
  /** Graphs of the whole input, and of the shard. */
  readonly plannedGraphs: number;
  readonly graphs: number;
  /** Rows of every table that the shard has, its part of quarantine and data_issues included. */
  readonly rows: Readonly<Record<string, number>>;
  readonly seconds: number;
  readonly leftovers: readonly string[];
}

/**
 * Flattens every n-th range of the plan of an input into a folder of its own, with the stored roll-ups that need no other range, which `assemble` joins with those of all other shards.
 * The first one also reads all that stands around the graphs.
 * @throws UserError when INPUT holds nothing usable, or when `out` is not ours to replace
 */
export async function buildShard(options: ShardOptions, progress: Progress = silent): Promise<ShardSummary> {
  const { out } = options;
  try {
    const started = performance.now();
    const release = await locateRelease(options.input);
    await assertMimicFiles(options);
    assertValidPath(resolveOutputFolder(out));
    const { shard, ...others } = options;
    const { reuse = true } = options;
    const earlier = await Earlier.open(release, mimicByOption(options), keysOf(decisive(others)), reuse);
    const published = reuse ? await readShard(out).catch(() => undefined) : undefined;
    if (published && (await isUpToDate(published, shard, earlier))) return summaryOf(published, out, started);
    return await shardStages(options, progress, earlier, published, started);
  } catch (error) {
    throw explainSystemError(error, out);
  }
}

async function isUpToDate(found: Shard, { index, of }: ShardPlace, earlier: Earlier): Promise<boolean> {
  const { place, keys, input } = found;
  if (place.index !== index || place.of !== of || keys.whole !== earlier.keys.whole) return false;
  return isWholeShard(found) && input === (await earlier.stampNow());
}

async function shardStages(
  options: ShardOptions,
  progress: Progress,
  earlier: Earlier,
  published: Shard | undefined,
  started: number,
): Promise<ShardSummary> {
  const {
    input,
    out,
    shard,
    withText = true,
    careful = false,
    reuse = true,
    limits = LIMITS,
    signal,
  } = options;
  const { release, keys } = earlier;
  const withStored = options.derived !== 'none';
  const stage: Progress['stage'] = (name, work) => {
    signal?.throwIfAborted();
    return progress.stage(name, work);
  };
  await using staging = await Staging.open(out, {
    kind: shardKind,
    sources: [input, ...mimicPathsOf(options)],
    keepsKilled: reuse,
  });
  const { folder } = staging;
  await using temp = await TempFolder.create(join(folder, 'temp'));
  const tempFolder = temp.path;
  await using pool = openFlattenPool(
    options.workers ?? availableParallelism(),
    { withText, careful, limits },
    signal,
  );
  await using opening = new Opening(
    openDatabase(folder, tempFolder, options.memoryLimit ?? MEMORY_LIMIT, { withText, withStored }),
  );
  const { plan, location } = await planStages(
    stage,
    async (onProgress) =>
      earlier.found ?? discover(release, tempFolder, limits, (done) => onProgress({ done })),
    pool,
    limits,
  );
  const { input: stamp } = earlier.describe(plan)([], []);
  const digest = planDigest(plan);
  const planned = {
    ...{ digest, chunks: plan.chunks.length, counts: countsOf(plan), graphs: plan.found },
    ...{ ranges: plan.ranges, range_chunks: chunksOfRanges(plan) },
  };
  const own = ofPlan(plan, chunkPlaces(planned.range_chunks, shard));
  const elsewhere = withStored ? imagesElsewhere(plan, own.chunks) : [];
  const database = await opening.opened;
  const { writer } = database;
  writer.fillsTables = withStored;
  writer.journal = await Journal.begin(folder, keys.chunks);
  for (const { from, stage, rejection } of plan.rejected) writer.diagnostics.reject(from, stage, rejection);
  for (const { image_id, issue } of plan.issues) writer.diagnostics.issue(image_id, issue);
  if (plan.graphs === 0) await expectEnough(planned.counts, writer, input, options.maxRejected);
  const isOfChunks = published?.keys.chunks === keys.chunks;
  const reused = await earlier.reuse(own, location, staging, isOfChunks ? keptChunksOf(published) : []);
  await stage('flatten', async (onProgress) => {
    await writeChunks(own, location, pool, writer, onProgress, signal, reused);
    await Promise.all([writer.finish(), pool.close()]);
  });
  const files = await surroundingFiles(release, mimicByOption(options), options.rdf ?? false);
  const { instance } = database;
  const left = [...earlier.rollUpsOfKilled, ...(isOfChunks ? rollUpsLeftBy(published) : [])];
  const roll_ups = !withStored
    ? null
    : await stage('derive', async (onProgress) => {
        const semantics = await readSemantics(release, () => {});
        const given = { instance, folder, writer, semantics, elsewhere, left, atOnce: options.workers };
        return writeRollUps({ ...given, shard: { place: shard, plan: planned, files } }, onProgress);
      });
  const around = await stage('load', async () =>
    shard.index === 1 ? readAround(options, earlier, database, folder, tempFolder) : null,
  );
  const described: ShardFile = {
    ...{ format: SHARD_FORMAT, format_version: FORMAT_VERSION, place: shard, version },
    ...{ duckdb_version: database.duckdbVersion, code: codeDigest(), options: optionsOf(options), keys },
    ...{
      input: stamp,
      is_synthetic: release.isSynthetic,
      plan: planned,
      files,
      chunks: writer.chunks,
      around,
      roll_ups,
    },
  };
  await stage('publish', async () => {
    database.close();
    await Promise.all([temp.remove(), staging.removeKilled()]);
    for (const name of [DATABASE, `${DATABASE}.wal`, join(KEPT, 'journal.jsonl')]) {
      await rm(join(folder, name), { force: true });
    }
    await writeShard(folder, described);
    await staging.publish(signal, options.onPublished);
  });
  const summary = summaryOf({ ...described, folder }, out, started);
  return { ...summary, upToDate: false, reusedChunks: reused.size, leftovers: staging.leftovers };
}

/** The part of a plan that a shard has. */
function ofPlan(plan: Plan, places: readonly number[]): Plan {
  const chunks = places.map((at) => plan.chunks[at]!);
  return { ...plan, chunks, graphs: chunks.reduce((sum, { graphs }) => sum + graphs.length, 0) };
}

/** The chunks of an earlier shard at the same place. */
function keptChunksOf({ folder, chunks }: Shard): KeptChunk[] {
  return chunks.map((chunk) => ({ ...chunk, folder }));
}

/** The stored roll-ups of an earlier shard. */
function rollUpsLeftBy({ folder, roll_ups }: Shard): KilledRollUps[] {
  return roll_ups
    ? [{ folder, of: roll_ups.of, files: new Map(roll_ups.parts.map((part) => [part.path, part])) }]
    : [];
}

/** Reads what stands around the graphs, and keeps what no chunk has. */
async function readAround(
  options: ShardOptions,
  { release }: Earlier,
  { instance, writer: { diagnostics } }: Database,
  folder: string,
  tempFolder: string,
): Promise<Around> {
  const { withText = true, rdf = false, limits = LIMITS } = options;
  const connection = await instance.connect();
  try {
    const from = { folder, tempFolder, release, mimic: options, withText, rdf, limits };
    const surroundings = await readSurroundings(connection, diagnostics, from);
    const parts = await writeInputTables(connection, surroundings.inputTables, folder);
    const pathOf = (table: string) => `${KEPT}/own.${table}.parquet`;
    const own = await diagnostics.keepOwn((table) => join(folder, pathOf(table)));
    const files = own.map(async (one) => ({ ...one, ...(await finishFile(folder, pathOf(one.table))) }));
    return {
      surroundings: surroundingsText(surroundings),
      parts,
      diagnostics: await Promise.all(files),
    };
  } finally {
    connection.closeSync();
  }
}

/** The options that decide what a warehouse holds, where they are not as by default. */
function optionsOf(options: ShardOptions): Record<string, string> {
  const { withText, derived, careful, maxRejected, rdf, limits } = decisive(options);
  const changed = (Object.keys(LIMITS) as (keyof Limits)[]).filter((name) => limits[name] !== LIMITS[name]);
  return {
    ...(withText ? {} : { '--no-text': 'yes' }),
    ...(derived === 'all' ? {} : { '--derived': derived }),
    ...(careful ? { '--careful': 'yes' } : {}),
    ...(maxRejected === MAX_REJECTED ? {} : { '--max-rejected': String(maxRejected) }),
    ...(rdf ? { '--rdf': 'yes' } : {}),
    ...Object.fromEntries(changed.map((name) => [name, String(limits[name])])),
  };
}

function summaryOf(
  { place, plan, chunks, around, roll_ups }: Shard,
  out: string,
  started: number,
): ShardSummary {
  const parts = chunks.flatMap(({ files }) => files);
  const rows = rowsByTable([...parts, ...(around?.parts ?? []), ...(roll_ups?.parts ?? [])]);
  for (const table of ['quarantine', 'data_issues'] as const) {
    const own = around?.diagnostics.filter((one) => one.table === table) ?? [];
    rows[table] =
      chunks.reduce((sum, { record }) => sum + record[table], 0) +
      own.reduce((sum, one) => sum + one.rows, 0);
  }
  return {
    ...{ out, shard: place, upToDate: true, plannedChunks: plan.chunks, chunks: chunks.length },
    ...{ reusedChunks: chunks.length, plannedGraphs: plan.graphs },
    graphs: chunks.reduce((sum, { record }) => sum + record.graphs, 0),
    ...{ rows, seconds: (performance.now() - started) / 1000, leftovers: [] },
  };
}
