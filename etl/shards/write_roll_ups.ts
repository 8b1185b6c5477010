import { hash } from 'node:crypto';
import type { DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { deriveViews } from '../derive/index.js';
import type { Semantics } from '../load/semantics.js';
import { createRegionsOfPart } from '../load/vocabularies.js';
import type { PatientRange } from '../plan/chunks.js';
import type { Plan } from '../plan/plan.js';
import type { ProgressUpdate } from '../progress.js';
import type { KilledRollUps } from '../reuse/journal.js';
import { KeptRollUps, rollUpsOf } from '../reuse/roll_ups.js';
import type { ChunkWriter } from '../write/writer.js';
import { ofShard, placeText } from './place.js';
import type { RollUpsOfShard, ShardFile, ShardPlan } from './shard_file.js';
import { regionFiles } from './surrounding_files.js';

/** What the roll-ups of a shard are computed from. */
export interface ShardRollUps {
  readonly instance: DuckDBInstance;
  /** The staging folder. */
  readonly folder: string;
  /** All chunks of the shard have been written, and are in the tables. */
  readonly writer: ChunkWriter;
  readonly shard: Pick<ShardFile, 'place' | 'files'> & { readonly plan: ShardPlan };
  readonly semantics: Partial<Semantics>;
  /** Images that are planned in other shards. */
  readonly elsewhere: readonly string[];
  /** What earlier builds of the shard have left. */
  readonly left: readonly KilledRollUps[];
  /** Statements at once: one per core unless given. */
  readonly atOnce: number | undefined;
}

/** The images of a plan that are in other shards, in no order that matters. */
export function imagesElsewhere(
  { chunks }: Pick<Plan, 'chunks'>,
  own: Iterable<Plan['chunks'][number]>,
): string[] {
  const isOwn = new Set(own);
  return chunks.flatMap((chunk) => (isOwn.has(chunk) ? [] : chunk.graphs.map(({ image_id }) => image_id)));
}

/**
 * Computes the parts of the stored views that depend on nothing but what a shard has. What stands around the graphs is in no shard: views
 * that read it are left to `assemble`, and so are the comparisons of a range that name an image of another shard.
 */
export async function writeRollUps(
  { instance, folder, writer, shard, semantics, elsewhere, left, atOnce }: ShardRollUps,
  onProgress: (update: ProgressUpdate) => void,
): Promise<RollUpsOfShard> {
  const { place, plan, files } = shard;
  const small = hash('sha256', JSON.stringify([plan.digest, placeText(place), regionFiles(files)]), 'hex');
  const from = { records: writer.records, small };
  const connection = await instance.connect();
  try {
    await createRegionsOfPart(connection, semantics);
    const kept = await KeptRollUps.open(connection, folder, from, undefined, left, writer.journal);
    const naming = await patientsThatName(connection, elsewhere);
    const isWithin = ({ first, last }: PatientRange) => !naming.some((one) => one >= first && one <= last);
    const { parts } = await deriveViews(
      instance,
      folder,
      ofShard(plan.ranges, place),
      (done, total) => onProgress({ done, total, unit: 'parts' }),
      {
        kept,
        isOwn: ({ scope }, range) => scope === 'patient' || (scope === 'named images' && isWithin(range)),
        fillsTables: false,
        atOnce,
      },
    );
    return { of: rollUpsOf(from), parts };
  } finally {
    connection.closeSync();
  }
}

/** Patients whose comparisons name one of these images, which are not in the database. */
async function patientsThatName(connection: DuckDBConnection, images: readonly string[]): Promise<number[]> {
  const named = await connection.runAndReadAll(`
    select distinct patient_id, previous_image_id
    from comparison_relations
    where previous_image_id is not null and previous_image_id not in (select image_id from images)`);
  const rows = named.getRows() as [number, string][];
  const absent = new Set(rows.map(([, image]) => image));
  const found = new Set(images.filter((image) => absent.has(image)));
  return [...new Set(rows.flatMap(([patient, image]) => (found.has(image) ? [patient] : [])))];
}
