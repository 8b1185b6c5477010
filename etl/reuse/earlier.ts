import { stat } from 'node:fs/promises';
import type { DuckDBConnection } from '@duckdb/node-api';
import { discover } from '../discover/index.js';
import type { Input, InputLocation } from '../discover/input.js';
import { openReader } from '../discover/reader.js';
import type { Release } from '../discover/release.js';
import { stampFile } from '../discover/stamp.js';
import { listingOf } from '../plan/chunk_input.js';
import type { Plan, PlannedChunk } from '../plan/plan.js';
import {
  type BuildKeys,
  type ChunkRecord,
  type ChunksFile,
  chunksFileOf,
} from '../warehouse/chunk_record.js';
import type { Part } from '../warehouse/files.js';
import { stampInput } from './input_stamp.js';
import { type Journal, type Killed, type KilledRollUps, readJournal } from './journal.js';
import type { KeptChunk, ReusedChunk } from './kept_chunk.js';
import { isWhole, type Published, readPublished } from './published.js';
import { keptChunks, reuseChunks } from './reuse_chunks.js';
import { KeptRollUps, smallTablesOf } from './roll_ups.js';

/** What a build would read, and what earlier builds have made of it. */
export class Earlier {
  /** The scene graphs, where looking for changes has found them already. */
  found: Input | undefined;
  #published: Published | undefined;
  #killed: readonly Killed[] = [];
  readonly #stamp: string | undefined;

  /**
   * @param named paths of files that options name
   * @param isUsed false: nothing of an earlier build is used
   */
  private constructor(
    readonly release: Release,
    readonly named: Readonly<Record<string, string | undefined>>,
    readonly keys: BuildKeys,
    readonly isUsed: boolean,
    isFolder: boolean,
  ) {
    this.#stamp = isFolder ? undefined : stampFile(release.graphs);
  }

  static async open(
    release: Release,
    named: Readonly<Record<string, string | undefined>>,
    keys: BuildKeys,
    isUsed: boolean,
  ): Promise<Earlier> {
    return new Earlier(release, named, keys, isUsed, (await stat(release.graphs)).isDirectory());
  }

  /** The warehouse at `out`, where it is whole and a build would give the same again; no graph is read to see that. */
  async upToDate(out: string): Promise<Published | undefined> {
    if (!this.isUsed) return undefined;
    const published = await readPublished(out);
    this.#published = published;
    if (published?.chunks.keys.whole !== this.keys.whole || !(await isWhole(published))) return undefined;
    return published.chunks.input === (await this.stampNow()) ? published : undefined;
  }

  /** What `describe` would give as stamp of the input; no graph is read. */
  async stampNow(): Promise<string> {
    return this.#inputStamp(await this.#lookForListing());
  }

  /** The listing of a folder of graphs, without reading them. */
  async #lookForListing(): Promise<string | undefined> {
    if (this.#stamp !== undefined) return undefined;
    const found = await discover(this.release, ''); // only a packed bundle needs a folder for it
    this.found = found;
    const reader = openReader(found.location);
    return listingOf(found, (ref) => reader.stamp(ref));
  }

  /**
   * Takes over the files of all chunks that earlier builds have made of the same input, by the same program and options.
   * @param killed staging folders of builds that were killed
   * @param folder the staging folder of this build, for the warehouse at `out`
   * @param others further chunks of the same program and options
   */
  async reuse(
    plan: Plan,
    location: InputLocation,
    { killed, folder, out }: { killed: readonly string[]; folder: string; out: string },
    others: readonly KeptChunk[] = [],
  ): Promise<ReadonlyMap<PlannedChunk, ReusedChunk>> {
    if (!this.isUsed) return new Map();
    const key = this.keys.chunks;
    this.#published ??= await readPublished(out);
    if (this.#published?.chunks.keys.chunks !== key) this.#published = undefined;
    this.#killed = killed.flatMap((folder) => readJournal(folder, key));
    const ofKilled = this.#killed.flatMap(({ chunks }) => chunks);
    const kept = [...ofKilled, ...others, ...(this.#published ? keptChunks(this.#published) : [])];
    return reuseChunks(plan.chunks, kept, location, folder);
  }

  /**
   * What there is of the stored views, once all that they read is in the new database.
   * @param parts of the small tables
   */
  rollUps(
    connection: DuckDBConnection,
    folder: string,
    parts: readonly Part[],
    { records, journal }: { readonly records: readonly ChunkRecord[]; readonly journal: Journal | undefined },
  ): Promise<KeptRollUps> {
    const killed = this.rollUpsOfKilled;
    const from = { records, small: smallTablesOf(parts) };
    return KeptRollUps.open(connection, folder, from, this.#published, killed, journal);
  }

  /** The stored views that builds have left that were killed, once `reuse` has been called. */
  get rollUpsOfKilled(): KilledRollUps[] {
    return this.#killed.map(({ rollUps }) => rollUps);
  }

  /** `chunks.json` of the new warehouse. It must be asked for before anything around the graphs is read. */
  describe({
    listing,
    ranges,
  }: Plan): (chunks: readonly ChunkRecord[], parts: readonly Part[]) => ChunksFile {
    const { keys } = this;
    const input = this.#inputStamp(listing);
    return (chunks, parts) => chunksFileOf({ keys, input, chunks, ranges, small: smallTablesOf(parts) });
  }

  #inputStamp(listing: string | undefined): string {
    return stampInput(this.release, this.named, listing ?? this.#stamp!);
  }
}
