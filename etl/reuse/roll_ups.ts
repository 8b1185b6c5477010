import { hash } from 'node:crypto';
import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { PatientRange } from '../plan/chunks.js';
import { literal } from '../schema/ddl.js';
import { metadataTables } from '../schema/index.js';
import type { ChunkRecord } from '../warehouse/chunk_record.js';
import { describeFiles, type Part } from '../warehouse/files.js';
import { derivedPartPath } from '../warehouse/layout.js';
import type { Journal, KilledRollUps } from './journal.js';
import { keepFile } from './keep_file.js';
import { type Published, partsOf } from './published.js';

/** Where the rows of most patients of a range are, and which patients have to be computed. */
export interface KeptRows {
  /** Paths of Parquet parts. */
  readonly paths: readonly string[];
  /** All patients whose rows there count no more, sorted: of these ranges and of others. */
  readonly changed: readonly number[];
}

/** Range of patients of an earlier build, and its parts of all stored views by their name. */
interface EarlierRange {
  readonly range: PatientRange;
  readonly parts: ReadonlyMap<string, Part>;
}

/** The stored views of an earlier warehouse. */
interface EarlierRollUps {
  readonly folder: string;
  readonly ranges: readonly EarlierRange[];
  readonly graphs: number;
}

/** What the stored views are computed from. */
export interface RollUpSources {
  /** The chunks of the new warehouse. */
  readonly records: readonly ChunkRecord[];
  /** What the small tables hold: see `smallTablesOf`. */
  readonly small: string;
  /** Parts that shards have computed, which are in the staging folder, by their paths. */
  readonly taken?: ReadonlyMap<string, Part>;
}

/**
 * What earlier builds have left of the stored views. The rows of a patient depend on the small tables, on the graphs of that patient, and on
 * the images of other patients that its comparisons name.
 */
export class KeptRollUps {
  readonly #changed: readonly number[];

  private constructor(
    readonly folder: string,
    readonly published: EarlierRollUps | undefined,
    changed: readonly number[],
    readonly killed: readonly KilledRollUps[],
    readonly journal: Journal | undefined,
    /** Parts that are in their place already, by their paths. */
    readonly taken: ReadonlyMap<string, Part> = new Map(),
  ) {
    this.#changed = changed;
  }

  /** Nothing that is kept. */
  static none(folder: string): KeptRollUps {
    return new KeptRollUps(folder, undefined, [], [], undefined);
  }

  /**
   * @param connection to the new database, which has all but the stored views
   * @param published a warehouse that the same program has built with the same options
   * @param killed what builds have left that were killed
   */
  static async open(
    connection: DuckDBConnection,
    folder: string,
    from: RollUpSources,
    published: Published | undefined,
    killed: readonly KilledRollUps[],
    journal: Journal | undefined,
  ): Promise<KeptRollUps> {
    const { records, small, taken } = from;
    const of = rollUpsOf(from);
    await journal?.beginRollUps(of);
    const ofKilled = killed.filter((one) => one.of === of);
    const ranges = published?.chunks.small === small ? await soundRanges(published) : [];
    if (!published || ranges.length === 0)
      return new KeptRollUps(folder, undefined, [], ofKilled, journal, taken);
    const changed = changedPatients(published.chunks.chunks, records);
    const images = [...partsOf(published).values()].filter(({ table }) => table === 'images');
    const paths = images.map(({ path }) => join(published.folder, path));
    const all = await withThoseThatNameThem(connection, changed, paths);
    const graphs = records.reduce((sum, record) => sum + record.graphs, 0);
    const earlier = { folder: published.folder, ranges, graphs };
    return new KeptRollUps(folder, earlier, all, ofKilled, journal, taken);
  }

  /** Takes over the part of a view for a range in which nothing has changed. */
  async whole(view: string, range: PatientRange): Promise<Part | undefined> {
    const path = derivedPartPath(view, range);
    const taken = this.taken.get(path);
    if (taken) return this.add(taken);
    for (const { folder, files } of this.killed) {
      const file = files.get(path);
      if (file && (await keepFile(join(folder, path), this.folder, file))) return this.add(file);
    }
    if (!this.published || this.#within(range).length > 0) return undefined;
    const { folder, ranges } = this.published;
    const same = ranges.find((one) => one.range.first === range.first && one.range.last === range.last);
    const file = same?.parts.get(view);
    if (!file || same?.range.n_graphs !== range.n_graphs) return undefined;
    const own = { ...file, path };
    return (await keepFile(join(folder, file.path), this.folder, own)) ? this.add(own) : undefined;
  }

  /** What is kept of the rows of neighboring ranges; undefined where it is not worth it. */
  rest(view: string, ranges: readonly PatientRange[]): KeptRows | undefined {
    const [first, last] = [ranges[0]!.first, ranges.at(-1)!.last];
    const changed = this.#within({ first, last });
    const graphs = ranges.reduce((sum, { n_graphs }) => sum + n_graphs, 0);
    if (!this.published || changed.length * FEW > graphs) return undefined;
    if (this.#changed.length > Math.max(LEAST, this.published.graphs / MANY)) return undefined;
    const overlapping = this.published.ranges.filter(
      ({ range }) => range.first <= last && range.last >= first,
    );
    const paths = overlapping.flatMap(({ parts }) => parts.get(view)?.path ?? []);
    if (paths.length === 0 || paths.length < overlapping.length) return undefined;
    const { folder } = this.published;
    return { changed: this.#changed, paths: paths.map((path) => join(folder, path)) };
  }

  /** Lists a part that is complete, for a build after this one. */
  async add(part: Part): Promise<Part> {
    await this.journal?.addRollUp(part);
    return part;
  }

  #within({ first, last }: Pick<PatientRange, 'first' | 'last'>): number[] {
    return this.#changed.filter((patient) => patient >= first && patient <= last);
  }
}

/** Patients are few when there are so many times as many graphs: else computing all is not slower. */
const FEW = 16;

/** Patients are computed one by one: so many, or one for so many graphs of the warehouse. */
const [LEAST, MANY] = [10, 400];

/** sha256 over the Parquet files of the small tables that views read. */
export function smallTablesOf(parts: readonly Part[]): string {
  const ofInput: readonly string[] = [metadataTables.quarantine.name, metadataTables.data_issues.name];
  const read = parts.filter(({ table }) => !ofInput.includes(table));
  return hash('sha256', JSON.stringify(read.map(({ path, sha256 }) => [path, sha256])), 'hex');
}

/** sha256 over all that the stored views are computed from. */
export function rollUpsOf({ records, small }: RollUpSources): string {
  return hash(
    'sha256',
    JSON.stringify([small, ...records.map(({ input, content }) => [input, content])]),
    'hex',
  );
}

/** The ranges of a warehouse; none where a part of a stored view, or of the images, is not as described. */
async function soundRanges(published: Published): Promise<EarlierRange[]> {
  const parts = partsOf(published);
  const views = published.manifest.tables.filter(({ kind }) => kind === 'derived').map(({ name }) => name);
  const used = [...parts.values()].filter(({ table }) => table === 'images' || views.includes(table));
  const paths = used.map(({ path }) => path);
  const found = await describeFiles(published.folder, paths).catch(() => []);
  if (views.length === 0 || found.length < used.length) return [];
  if (found.some(({ sha256 }, i) => sha256 !== used[i]!.sha256)) return [];
  return published.chunks.ranges.map((range) => ({
    range,
    parts: new Map(
      views.flatMap((view) => {
        const part = parts.get(derivedPartPath(view, range));
        return part ? [[view, part] as const] : [];
      }),
    ),
  }));
}

/** Patients whose graphs are not the same in both, sorted. */
function changedPatients(earlier: readonly ChunkRecord[], now: readonly ChunkRecord[]): number[] {
  const before = new Map(earlier.flatMap(({ patients }) => Object.entries(patients)));
  const changed: string[] = [];
  for (const [patient, stamp] of now.flatMap(({ patients }) => Object.entries(patients))) {
    if (before.get(patient) !== stamp) changed.push(patient);
    before.delete(patient);
  }
  return [...changed, ...before.keys()].map(Number).sort((a, b) => a - b);
}

/** The patients, and those whose comparisons name an image that one of them has now or had before. */
async function withThoseThatNameThem(
  connection: DuckDBConnection,
  patients: readonly number[],
  images: readonly string[],
): Promise<number[]> {
  if (patients.length === 0) return [];
  const found = await connection.runAndReadAll(`
    with changed as (select unnest([${patients.join(', ')}]::integer[]) as patient_id),
    images_of_changed as (
      select image_id from main.images semi join changed using (patient_id)
      union
      select image_id from read_parquet([${images.map(literal).join(', ')}], hive_partitioning = false)
      semi join changed using (patient_id)
    )
    from changed
    union
    select patient_id from main.comparison_relations
    where previous_image_id in (from images_of_changed)
    order by patient_id`);
  return found.getRows().map(([patient]) => patient as number);
}
