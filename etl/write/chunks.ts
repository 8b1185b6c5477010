import { createHash } from 'node:crypto';
import type { InputLocation } from '../discover/input.js';
import type { Plan } from '../plan/plan.js';
import type { ProgressUpdate } from '../progress.js';
import type { FlattenPool } from '../workers/flatten_pool.js';
import { inOrder } from '../workers/in_order.js';
import type { ChunkWriter } from './writer.js';

/** What went through the flatten and write stages. */
export interface FlattenSummary {
  /** Bytes of JSON that were read. */
  readonly bytes: number;
  /** sha256 over size and checksum of every graph in plan order: the same for the same graphs. */
  readonly fingerprint: string;
}

/**
 * Flattens the chunks of a plan in the workers and writes them in their order. One chunk more is under way than there are
 * workers, the one being written included, so that memory depends on the number of workers and not of chunks.
 */
export async function writeChunks(
  plan: Plan,
  location: InputLocation,
  pool: FlattenPool,
  writer: ChunkWriter,
  onProgress: (update: ProgressUpdate) => void,
  signal?: AbortSignal,
): Promise<FlattenSummary> {
  const fingerprint = createHash('sha256');
  let [done, bytes] = [0, 0];
  const flattened = inOrder(takenFrom(plan.chunks), pool.size + 1, async (chunk) => {
    const flat = await pool.run('flatten', { location, graphs: chunk.graphs });
    return { chunk, flat };
  });
  for await (const { chunk, flat } of flattened) {
    signal?.throwIfAborted();
    await writer.write(chunk, flat);
    done += chunk.graphs.length;
    bytes += flat.bytes;
    fingerprint.update(flat.fingerprint);
    onProgress({ done, total: plan.graphs, chunk: `${chunk.patient_group}/${chunk.part}` });
  }
  return { bytes, fingerprint: fingerprint.digest('hex') };
}

/** Takes the items out one by one: what has been written leaves the memory. */
function* takenFrom<T>(items: T[]): Generator<T> {
  while (items.length > 0) yield items.shift()!;
}
