import { Pool } from './pool.js';
import type { FlattenTasks, WorkerOptions } from './task.js';

/** The workers of a build. */
export type FlattenPool = Pool<FlattenTasks>;

/** MB for new objects: the parsed graphs of a chunk die young, and in a small space they would be copied before. */
const YOUNG_GENERATION = 64;

/** Opens the workers of a build, which end when `signal` is aborted. */
export function openFlattenPool(
  size: number,
  options: WorkerOptions,
  signal: AbortSignal | undefined,
): FlattenPool {
  const script = new URL('./flatten_worker.js', import.meta.url);
  return new Pool(script, { size, workerData: options, youngGeneration: YOUNG_GENERATION, signal });
}
