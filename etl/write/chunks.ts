import { createHash } from 'node:crypto';
import type { InputLocation } from '../discover/input.js';
import { LARGEST_CHUNK } from '../plan/chunks.js';
import type { Plan, PlannedChunk } from '../plan/plan.js';
import type { ProgressUpdate } from '../progress.js';
import type { ReusedChunk } from '../reuse/kept_chunk.js';
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

/** Chunks that follow each other: to be flattened in one task, or with the files that an earlier build has left. */
type Group =
  | { readonly chunks: readonly PlannedChunk[] }
  | { readonly chunks: readonly PlannedChunk[]; readonly reused: readonly ReusedChunk[] };

/**
 * Flattens the chunks of a plan in the workers and writes them in their order: small ones that follow each other in one task. One
 * task more is under way than there are workers, the one being written included, so that memory depends on the number of
 * workers and not of chunks.
 * @param reused the chunks that need not be flattened
 */
export async function writeChunks(
  plan: Plan,
  location: InputLocation,
  pool: FlattenPool,
  writer: ChunkWriter,
  onProgress: (update: ProgressUpdate) => void,
  signal?: AbortSignal,
  reused: ReadonlyMap<PlannedChunk, ReusedChunk> = new Map(),
): Promise<FlattenSummary> {
  const fingerprint = createHash('sha256');
  let [done, bytes, careful] = [0, 0, 0];
  const flattened = inOrder(groupsOf(plan.chunks, reused), pool.size + 1, async (group) => {
    if ('reused' in group) return group;
    const flat = await pool.run('flatten', { location, chunks: group.chunks.map(({ graphs }) => graphs) });
    return { chunks: group.chunks, flat };
  });
  for await (const group of flattened) {
    signal?.throwIfAborted();
    if ('reused' in group) await writer.writeReused(group.reused);
    else await writer.write(group.chunks.map((chunk, i) => ({ chunk, flat: group.flat[i]! })));
    group.chunks.forEach((chunk, i) => {
      const of = 'reused' in group ? group.reused[i]!.record : group.flat[i]!;
      done += chunk.graphs.length;
      bytes += of.bytes;
      careful += of.careful;
      fingerprint.update('content' in of ? of.content : of.fingerprint);
      onProgress({ done, total: plan.graphs, chunk: `${chunk.patient_group}/${chunk.part}` });
    });
  }
  return { bytes, fingerprint: fingerprint.digest('hex'), careful };
}

/** Most graphs of chunks whose files are appended at once: more would show no progress for long. */
const LARGEST_REUSED = 4 * LARGEST_CHUNK;

/** Takes the chunks out, as many at a time as one task may have graphs: what has been written leaves the memory. */
function* groupsOf(chunks: PlannedChunk[], reused: ReadonlyMap<PlannedChunk, ReusedChunk>): Generator<Group> {
  while (chunks.length > 0) {
    const isReused = reused.has(chunks[0]!);
    const largest = isReused ? LARGEST_REUSED : LARGEST_CHUNK;
    let [graphs, count] = [0, 0];
    while (count < chunks.length && reused.has(chunks[count]!) === isReused) {
      graphs += chunks[count]!.graphs.length;
      if (count > 0 && graphs > largest) break;
      count++;
    }
    const group = chunks.splice(0, count);
    yield isReused ? { chunks: group, reused: group.map((chunk) => reused.get(chunk)!) } : { chunks: group };
  }
}
