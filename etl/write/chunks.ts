import { createHash } from 'node:crypto';
import pLimit from 'p-limit';
import type { Plan } from '../plan/plan.js';
import type { ProgressUpdate } from '../progress.js';
import type { Pool } from '../workers/pool.js';
import type { ChunkWriter } from './writer.js';

/** What went through the flatten and write stages. */
export interface FlattenSummary {
  /** Bytes of JSON that were read. */
  readonly bytes: number;
  /** sha256 over size and checksum of every graph in plan order: the same for the same graphs. */
  readonly fingerprint: string;
}

/**
 * Flattens the chunks of a plan in the workers and writes them in their order. Two more chunks are under way than
 * there are workers, so memory depends on the number of workers and not of chunks.
 */
export async function writeChunks(
  plan: Plan,
  pool: Pool,
  writer: ChunkWriter,
  onProgress: (step: ProgressUpdate) => void,
  signal?: AbortSignal,
): Promise<FlattenSummary> {
  const limit = pLimit(pool.size + 1);
  const fingerprint = createHash('sha256');
  let [done, bytes] = [0, 0];
  let failure: unknown;
  let previous: Promise<void> = Promise.resolve();
  const tasks = plan.chunks.splice(0).map((chunk) =>
    limit(() => {
      if (failure !== undefined) return undefined;
      const flat = pool.run<'flatten'>({ kind: 'flatten', graphs: chunk.graphs });
      const mine = Promise.allSettled([flat, previous]).then(async ([answer]) => {
        if (failure !== undefined) return;
        try {
          signal?.throwIfAborted();
          if (answer.status === 'rejected') throw answer.reason;
          await writer.write(chunk, answer.value);
          done += chunk.graphs.length;
          bytes += answer.value.bytes;
          fingerprint.update(answer.value.fingerprint);
          onProgress({ done, total: plan.graphs, chunk: `${chunk.patient_group}/${chunk.part}` });
        } catch (error) {
          failure = error;
        }
      });
      previous = mine;
      return mine;
    }),
  );
  await Promise.all(tasks);
  if (failure !== undefined) throw failure;
  return { bytes, fingerprint: fingerprint.digest('hex') };
}
