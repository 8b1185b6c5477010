import { join } from 'node:path';
import { openDatabase } from './begin.js';
import { MEMORY_LIMIT } from './build_options.js';
import { type BuildSummary, upToDateSummary } from './build_summary.js';
import { completeWarehouse, expectEnough } from './complete.js';
import { completeSmallTables } from './load/index.js';
import { createKeptInputs } from './load/kept_inputs.js';
import { type Progress, silent } from './progress.js';
import { Staging } from './publish/staging.js';
import { Journal, readJournal } from './reuse/journal.js';
import { isWhole, type Published, readPublished } from './reuse/published.js';
import { KeptRollUps, smallTablesOf } from './reuse/roll_ups.js';
import { matchShards } from './shards/match_shards.js';
import { inPlanOrder } from './shards/plan_order.js';
import { readShard, type Shard } from './shards/read_shard.js';
import { surroundingsOf } from './shards/surroundings.js';
import { takeAround, takeRollUps, takeShards } from './shards/take_shards.js';
import { explainSystemError } from './system_error.js';
import { chunksFileOf } from './warehouse/chunk_record.js';
import type { BuildInfo } from './warehouse/manifest.js';
import { assertValidPath, resolveOutputFolder } from './warehouse/output_folder.js';
import { TempFolder } from './warehouse/temp_folder.js';

/** What a warehouse is assembled from. */
export interface AssembleOptions {
  /** Folders of all shards of one build, in any order. */
  readonly shards: readonly string[];
  /** Folder of the warehouse: absent, empty or an earlier warehouse, which is replaced at the very end. */
  readonly out: string;
  /** What DuckDB may take, e.g. '512MB'; larger work goes to disk. */
  readonly memoryLimit?: string | undefined;
  /** False: roll-ups are computed, whatever earlier builds into `out` have left, and `out` is replaced also when it is up to date. */
  readonly reuse?: boolean | undefined;
  /** Ends the work when aborted; the earlier warehouse stays. */
  readonly signal?: AbortSignal | undefined;
  /** Is called when the new warehouse is in its place: nothing ends the work any more. */
  readonly onPublished?: (() => void) | undefined;
}

/**
 * Joins the shards of a build into one warehouse, byte for byte that of a build of the whole input. Options are those that the shards
 * were built with.
 * @throws UserError when a shard is missing, double, damaged or not of the same build, or when `out` is not ours to replace
 */
export async function assemble(options: AssembleOptions, progress: Progress = silent): Promise<BuildSummary> {
  const { out, reuse = true } = options;
  try {
    const started = performance.now();
    assertValidPath(resolveOutputFolder(out));
    const found: Shard[] = [];
    for (const folder of options.shards) found.push(await readShard(folder));
    const shards = matchShards(found);
    const published = reuse ? await readPublished(resolveOutputFolder(out)) : undefined;
    if (published && (await isOf(published, shards))) return upToDateSummary(published, out, started);
    return await assembleStages(options, shards, published, progress, started);
  } catch (error) {
    throw explainSystemError(error, out);
  }
}

/** True for the warehouse that the shards give. */
async function isOf(published: Published, shards: readonly Shard[]): Promise<boolean> {
  const [{ keys, input, plan }] = shards as [Shard];
  const { chunks } = published;
  if (chunks.keys.whole !== keys.whole || chunks.input !== input) return false;
  if (chunks.chunks.length !== plan.chunks) return false;
  const planned = inPlanOrder(shards);
  const isSame = chunks.chunks.every(({ content, names }, i) => {
    const { record } = planned[i]!.chunk;
    return record.content === content && record.names === names;
  });
  return isSame && isWhole(published);
}

async function assembleStages(
  { out, memoryLimit = MEMORY_LIMIT, reuse = true, signal, ...options }: AssembleOptions,
  shards: readonly Shard[],
  published: Published | undefined,
  progress: Progress,
  started: number,
): Promise<BuildSummary> {
  const [first] = shards as [Shard];
  const { plan, keys, files } = first;
  const withText = !('--no-text' in first.options);
  const withStored = first.options['--derived'] !== 'none';
  const stage: Progress['stage'] = (name, work) => {
    signal?.throwIfAborted();
    return progress.stage(name, work);
  };
  const sources = shards.map(({ folder }) => folder);
  await using staging = await Staging.open(out, { sources, keepsKilled: reuse });
  const { folder } = staging;
  await using temp = await TempFolder.create(join(folder, 'temp'));
  await using database = await openDatabase(folder, temp.path, memoryLimit, { withText, withStored });
  const { writer } = database;
  if (reuse) writer.journal = await Journal.begin(folder, keys.chunks);
  const killed = staging.killed.flatMap((folder) => readJournal(folder, keys.chunks));
  const joined = await stage('join', async (onProgress) => {
    const joined = await takeShards(shards, writer, folder, onProgress, signal);
    const kept = await takeAround(first, writer, folder);
    const taken = await takeRollUps(shards, folder);
    await writer.finish();
    return { ...joined, kept, taken };
  });
  const maxRejected = first.options['--max-rejected'];
  await expectEnough(
    plan.counts,
    writer,
    first.folder,
    maxRejected === undefined ? undefined : Number(maxRejected),
  );
  const info: BuildInfo = {
    ...{
      version: first.version,
      duckdb_version: database.duckdbVersion,
      input_fingerprint: joined.fingerprint,
    },
    ...{ graphs: plan.graphs, json_bytes: joined.bytes, careful_graphs: joined.careful, with_text: withText },
    with_mimic_metadata: files.some(({ id }) => id === '--mimic-metadata'),
    is_synthetic: first.is_synthetic,
  };
  const { rows, inputs } = await completeWarehouse({
    ...{ stage, staging, temp, database, info, counts: plan.counts, ranges: plan.ranges, withStored, signal },
    load: async (connection) => {
      const surroundings = surroundingsOf(first.around!.surroundings);
      const parts = await createKeptInputs(connection, joined.kept, folder);
      return completeSmallTables(connection, writer.diagnostics, folder, withText, surroundings, parts);
    },
    rollUps: (connection, parts) => {
      const { taken } = joined;
      const from = { records: writer.records, small: smallTablesOf(parts), taken };
      const earlier = published?.chunks.keys.chunks === keys.chunks ? published : undefined;
      const left = killed.map(({ rollUps }) => rollUps);
      return KeptRollUps.open(connection, folder, from, earlier, left, writer.journal);
    },
    describe: (records, parts) => {
      const { input, plan } = first;
      return chunksFileOf({ keys, input, chunks: records, ranges: plan.ranges, small: smallTablesOf(parts) });
    },
    onPublished: options.onPublished,
  });
  return {
    ...{ out, graphs: plan.graphs, rows, inputs, careful: joined.careful, bytes: joined.bytes },
    ...{ upToDate: false, chunks: plan.chunks, reusedChunks: 0 },
    ...{ seconds: (performance.now() - started) / 1000, leftovers: staging.leftovers },
  };
}
