import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { completeWarehouse, expectEnough } from './complete.js';
import { discover } from './discover/index.js';
import type { Input, InputLocation } from './discover/input.js';
import { locateRelease, type Release } from './discover/release.js';
import { LIMITS, type Limits } from './limits.js';
import { assertMimicFiles } from './load/assert_mimic.js';
import type { CatalogOptions } from './load/catalog.js';
import { loadSmallTables } from './load/index.js';
import { type MimicPaths, mimicByOption, mimicPathsOf } from './load/mimic_files.js';
import { countsOf } from './plan/counts.js';
import { makePlan, type Plan } from './plan/plan.js';
import { type Progress, silent } from './progress.js';
import { version } from './project.js';
import { Staging } from './publish/staging.js';
import { Earlier } from './reuse/earlier.js';
import { Journal } from './reuse/journal.js';
import { keysOf } from './reuse/keys.js';
import type { Published } from './reuse/published.js';
import { explainSystemError } from './system_error.js';
import { MAX_REJECTED } from './verify/rejected_graphs.js';
import { DATABASE } from './warehouse/layout.js';
import type { BuildInfo, InputFacts } from './warehouse/manifest.js';
import { assertValidPath, resolveOutputFolder } from './warehouse/output_folder.js';
import { TempFolder } from './warehouse/temp_folder.js';
import { type FlattenPool, openFlattenPool } from './workers/flatten_pool.js';
import { Opening } from './workers/opening.js';
import { type FlattenSummary, writeChunks } from './write/chunks.js';
import type { Database } from './write/database.js';

/** What a warehouse is built from, and how. */
export interface BuildOptions extends MimicPaths {
  /** A release, a zip, a folder, a .jsonl[.gz] or a .json array. */
  readonly input: string;
  /** Folder of the warehouse: absent, empty or an earlier warehouse, which is replaced at the very end. */
  readonly out: string;
  readonly workers?: number | undefined;
  /** What DuckDB may take, e.g. '512MB'; larger work goes to disk. */
  readonly memoryLimit?: string | undefined;
  /** False: no free text anywhere in the warehouse. */
  readonly withText?: boolean | undefined;
  /** Which views have stored rows: those that take long at full size, or none. */
  readonly derived?: 'all' | 'none' | undefined;
  /** True: every graph takes the careful path, slower and with the same result. */
  readonly careful?: boolean | undefined;
  /** Greatest share of the graphs found that may be rejected, 0 to 1, where more than 100 are; 0.05 unless given. */
  readonly maxRejected?: number | undefined;
  /** True: the RDF file of the release is loaded too, as rdf_annotations. */
  readonly rdf?: boolean | undefined;
  /** What one graph, or one packed file, may cost. */
  readonly limits?: Limits | undefined;
  /** False: every graph is flattened, whatever earlier builds into `out` have left, and `out` is replaced also when it is up to date. */
  readonly reuse?: boolean | undefined;
  /** Ends the build when aborted; the earlier warehouse stays. */
  readonly signal?: AbortSignal | undefined;
  /** Is called when the new warehouse is in its place: nothing ends the build any more. */
  readonly onPublished?: (() => void) | undefined;
}

/** DuckDB's share of the memory of a build by default. */
export const MEMORY_LIMIT = '256MB';

/** What a build did. */
export interface BuildSummary {
  readonly out: string;
  /** Graphs that were found, and rows of every table. */
  readonly graphs: number;
  readonly rows: Readonly<Record<string, number>>;
  /** Graphs that took the careful path. */
  readonly careful: number;
  /** Nothing has changed since the warehouse at `out` was built, and nothing was done. */
  readonly upToDate: boolean;
  /** Chunks of the warehouse, and those of them that an earlier build had flattened. */
  readonly chunks: number;
  readonly reusedChunks: number;
  /** Every known input file, found or not. */
  readonly inputs: readonly InputFacts[];
  /** Bytes of JSON. */
  readonly bytes: number;
  readonly seconds: number;
  /** Paths of what is not needed any more and could not be removed: an earlier warehouse, or what a killed build had left. */
  readonly leftovers: readonly string[];
}

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
    return summaryOf(published, options, started);
  } catch (error) {
    throw explainSystemError(error, options.out);
  }
}

/** The options with what they are unless given. */
export function decisive({
  withText = true,
  derived = 'all',
  careful = false,
  maxRejected = MAX_REJECTED,
  rdf = false,
  limits = LIMITS,
  ...others
}: BuildOptions) {
  return { ...others, withText, derived, careful, maxRejected, rdf, limits };
}

/** What a build into a warehouse that is up to date gives. */
function summaryOf({ manifest, chunks }: Published, { out }: BuildOptions, started: number): BuildSummary {
  const { graphs, careful_graphs, json_bytes } = manifest.build;
  const n = chunks.chunks.length;
  return {
    ...{ out, graphs, inputs: manifest.inputs, careful: careful_graphs, bytes: json_bytes },
    rows: Object.fromEntries(manifest.tables.map(({ name, rows }) => [name, rows])),
    ...{ upToDate: true, chunks: n, reusedChunks: n },
    seconds: (performance.now() - started) / 1000,
    leftovers: [],
  };
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

/** Apart from the other stages, so that nothing holds the list of graphs after its time. */
export async function planStages(
  stage: Progress['stage'],
  find: Parameters<typeof stage<Input>>[1],
  pool: FlattenPool,
  limits: Limits,
): Promise<{ plan: Plan; location: InputLocation }> {
  const found = await stage('discover', find);
  const { location } = found;
  const plan = await stage('plan', (onProgress) =>
    makePlan(
      found,
      (refs) => pool.run('identify', { location, refs }),
      (done) => onProgress({ done, total: found.refs.length }),
      limits,
    ),
  );
  return { plan, location };
}

/** DuckDB and Arrow are loaded while the workers start, not before. */
export async function openDatabase(
  folder: string,
  tempFolder: string,
  memoryLimit: string,
  catalog: CatalogOptions,
): Promise<Database> {
  const [{ createEmptyDatabase }, { Database }] = await Promise.all([
    import('./load/template.js'),
    import('./write/database.js'),
  ]);
  await createEmptyDatabase(join(folder, DATABASE), catalog);
  return Database.open(folder, tempFolder, memoryLimit, catalog.withText);
}
