import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { openDatabase, planStages } from './begin.js';
import { type BuildOptions, decisive, MEMORY_LIMIT } from './build_options.js';
import { type BuildSummary, upToDateSummary } from './build_summary.js';
import { completeWarehouse, expectEnough } from './complete.js';
import { discover } from './discover/index.js';
import { locateRelease, type Release } from './discover/release.js';
import { LIMITS } from './limits.js';
import { assertMimicFiles } from './load/assert_mimic.js';
import { loadSmallTables } from './load/index.js';
import { mimicByOption, mimicPathsOf } from './load/mimic_files.js';
import { countsOf } from './plan/counts.js';
import { type Progress, silent } from './progress.js';
import { version } from './project.js';
import { Staging } from './publish/staging.js';
import { Earlier } from './reuse/earlier.js';
import { Journal } from './reuse/journal.js';
import { keysOf } from './reuse/keys.js';
import { explainSystemError } from './system_error.js';
import type { BuildInfo } from './warehouse/manifest.js';
import { assertValidPath, resolveOutputFolder } from './warehouse/output_folder.js';
import { TempFolder } from './warehouse/temp_folder.js';
import { openFlattenPool } from './workers/flatten_pool.js';
import { Opening } from './workers/opening.js';
import { type FlattenSummary, writeChunks } from './write/chunks.js';
import type { Database } from './write/database.js';

/**
 * Builds a warehouse: what is at `out` changes only when all stages have succeeded. What is up to date is not built again, and what
 * an earlier build has flattened is used again.
 * @throws UserError when INPUT holds nothing usable, or when `out` is not ours to replace
 */
export async function build(options: BuildOptions, progress: Progress = silent): Promise<BuildSummary> {
  try {
    const started = performance.now();
    const { input, out, reuse = true } = options;
    const release = await locateRelease(input);
    await assertMimicFiles(options);
    assertValidPath(resolveOutputFolder(out));
    const earlier = await Earlier.open(release, mimicByOption(options), keysOf(decisive(options)), reuse);
    const published = await earlier.upToDate(resolveOutputFolder(out));
    if (!published) return await buildStages(options, progress, earlier, started);
    // As a build would: what killed ones have left goes.
    await Staging.open(out)
      .then((staging) => staging.close())
      .catch(() => {});
    return upToDateSummary(published, out, started);
  } catch (error) {
    throw explainSystemError(error, options.out);
  }
}

async function buildStages(
  options: BuildOptions,
  progress: Progress,
  earlier: Earlier,
  started: number,
): Promise<BuildSummary> {
  const { input, out, withText = true, careful = false, reuse = true, limits = LIMITS, signal } = options;
  const { release } = earlier;
  const stage: Progress['stage'] = (name, work) => {
    signal?.throwIfAborted();
    return progress.stage(name, work);
  };
  await using staging = await Staging.open(out, {
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
    openDatabase(folder, tempFolder, options.memoryLimit ?? MEMORY_LIMIT, {
      withText,
      withStored: options.derived !== 'none',
    }),
  );
  const { plan, location } = await planStages(
    stage,
    async (onProgress) =>
      earlier.found ?? discover(release, tempFolder, limits, (done) => onProgress({ done })),
    pool,
    limits,
  );
  const describeChunks = earlier.describe(plan);
  const database = await opening.opened;
  const { writer } = database;
  if (reuse) writer.journal = await Journal.begin(folder, earlier.keys.chunks);
  const reused = await earlier.reuse(plan, location, staging);
  await writer.addKeptDiagnostics(reused.values());
  for (const { from, stage, rejection } of plan.rejected) writer.diagnostics.reject(from, stage, rejection);
  for (const { image_id, issue } of plan.issues) writer.diagnostics.issue(image_id, issue);
  const flattened = await stage('flatten', async (onProgress) => {
    const summary = await writeChunks(plan, location, pool, writer, onProgress, signal, reused);
    await Promise.all([writer.finish(), pool.close()]);
    return summary;
  });
  const counts = countsOf(plan);
  await expectEnough(counts, writer, input, options.maxRejected);
  const info = buildInfoOf(options, release, plan.found, database, flattened);
  const { rows, inputs } = await completeWarehouse({
    ...{ stage, staging, temp, database, info, counts, ranges: plan.ranges, signal },
    withStored: options.derived !== 'none',
    load: (connection) => {
      const { rdf = false } = options;
      const from = { folder, tempFolder, release, mimic: options, withText, rdf, limits };
      return loadSmallTables(connection, writer.diagnostics, from);
    },
    rollUps: (connection, small) => earlier.rollUps(connection, folder, small, writer),
    describe: describeChunks,
    onPublished: options.onPublished,
  });
  const seconds = (performance.now() - started) / 1000;
  return {
    ...{ out, graphs: plan.found, rows, inputs, careful: flattened.careful, bytes: flattened.bytes },
    ...{ upToDate: false, chunks: writer.records.length, reusedChunks: reused.size },
    ...{ seconds, leftovers: staging.leftovers },
  };
}

/** What is known of a build once all graphs are flattened. @param graphs those that were found */
export function buildInfoOf(
  { withText = true, mimicMetadata }: BuildOptions,
  { isSynthetic }: Release,
  graphs: number,
  { duckdbVersion }: Database,
  { fingerprint, bytes, careful }: FlattenSummary,
): BuildInfo {
  return {
    ...{ version, duckdb_version: duckdbVersion, input_fingerprint: fingerprint, graphs, json_bytes: bytes },
    ...{ careful_graphs: careful, with_text: withText },
    ...{ with_mimic_metadata: mimicMetadata !== undefined, is_synthetic: isSynthetic },
  };
}
