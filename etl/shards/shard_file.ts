import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PatientRange } from '../plan/chunks.js';
import type { PlanCounts } from '../plan/counts.js';
import type { DiagnosticsFile, WrittenChunk } from '../reuse/kept_chunk.js';
import type { BuildKeys } from '../warehouse/chunk_record.js';
import type { Part } from '../warehouse/files.js';
import type { FolderKind } from '../warehouse/output_folder.js';
import type { ShardPlace } from './place.js';
import type { SurroundingsText } from './surroundings.js';

/** The file that says that a folder is a shard, and of what. */
export const SHARD = 'shard.json';

/** `format` of a shard. */
export const SHARD_FORMAT = 'chest-imagenome-shard';

/** A file around the scene graphs, as a shard has found it. */
export interface SurroundingFile {
  /** What it is, e.g. split_valid. */
  readonly id: string;
  /** Hexadecimal, of its bytes as they are; null of one that a build does not read. */
  readonly sha256: string | null;
  readonly bytes: number;
}

/** What a shard knows of the plan, which is that of the whole input. */
export interface ShardPlan {
  /** The same for the same graphs, whatever holds them; see `planDigest`. */
  readonly digest: string;
  readonly chunks: number;
  readonly counts: PlanCounts;
  /** Graphs that were found and can be read, as a build counts them. */
  readonly graphs: number;
  readonly ranges: readonly PatientRange[];
  /** Chunks of each range. */
  readonly range_chunks: readonly number[];
}

/** The parts of stored views that a shard has computed. */
export interface RollUpsOfShard {
  /** sha256 over all that they were computed from. */
  readonly of: string;
  readonly parts: readonly Part[];
}

/** What only the first shard has: the files around the graphs, and the diagnostics that are of no chunk. */
export interface Around {
  readonly surroundings: SurroundingsText;
  /** The Parquet files of the tables of optional inputs. */
  readonly parts: readonly Part[];
  /** Of discover, plan and load. */
  readonly diagnostics: readonly (DiagnosticsFile & { readonly rows: number })[];
}

/** `shard.json`. */
export interface ShardFile {
  readonly format: typeof SHARD_FORMAT;
  readonly format_version: number;
  readonly place: ShardPlace;
  readonly version: string;
  readonly duckdb_version: string;
  /** sha256 over the program. */
  readonly code: string;
  /** Options that decide what a warehouse holds, as text. */
  readonly options: Readonly<Record<string, string>>;
  readonly keys: BuildKeys;
  /** What changes when anything does that was read; see `stampInput`. */
  readonly input: string;
  readonly is_synthetic: boolean;
  readonly plan: ShardPlan;
  readonly files: readonly SurroundingFile[];
  readonly chunks: readonly WrittenChunk[];
  readonly around: Around | null;
  /** Null without stored roll-ups. */
  readonly roll_ups: RollUpsOfShard | null;
}

/** What is in `shard.json`, if that says of itself that it is one. */
export function shardAt(folder: string): ShardFile | undefined {
  try {
    const found = JSON.parse(readFileSync(join(folder, SHARD), 'utf8')) as ShardFile;
    return found.format === SHARD_FORMAT ? found : undefined;
  } catch {
    return undefined;
  }
}

/** What a build of a shard writes. */
export const shardKind: FolderKind = {
  earlier: 'an earlier shard',
  isOurs: (folder) => shardAt(folder) !== undefined,
};
