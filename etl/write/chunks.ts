import { createHash } from 'node:crypto';
import type { InputLocation } from '../discover/input.js';
import { type Chunk, LARGEST_CHUNK } from '../plan/chunks.js';
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
  /** Graphs that took the careful path. */
  readonly careful: number;
}

/**
 * Flattens the chunks of a plan in the workers and writes them in their order: small ones that follow each other in one task. One
 * task more is under way than there are workers, the one being written included, so that memory depends on the number of
 * workers and not of chunks.
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
  let [done, bytes, careful] = [0, 0, 0];
  const flattened = inOrder(groupsOf(plan.chunks), pool.size + 1, async (chunks) => {
    const flat = await pool.run('flatten', { location, chunks: chunks.map(({ graphs }) => graphs) });
    return chunks.map((chunk, i) => ({ chunk, flat: flat[i]! }));
  });
  for await (const group of flattened) {
    signal?.throwIfAborted();
    await writer.write(group);
    for (const { chunk, flat } of group) {
      done += chunk.graphs.length;
      bytes += flat.bytes;
      careful += flat.careful;
      fingerprint.update(flat.fingerprint);
      onProgress({ done, total: plan.graphs, chunk: `${chunk.patient_group}/${chunk.part}` });
    }
  }
  return { bytes, fingerprint: fingerprint.digest('hex'), careful };
}

/** Takes the chunks out, as many at a time as have the graphs of one large chunk: what has been written leaves the memory. */
function* groupsOf<C extends Chunk>(chunks: C[]): Generator<C[]> {
  while (chunks.length > 0) {
    let [graphs, count] = [0, 0];
    while (count < chunks.length) {
      graphs += chunks[count]!.graphs.length;
      if (count > 0 && graphs > LARGEST_CHUNK) break;
      count++;
    }
    yield chunks.splice(0, count);
  }
}
