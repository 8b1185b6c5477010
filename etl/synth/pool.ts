import { Worker } from 'node:worker_threads';
import type { ChunkOutput, Task, WorkerOptions } from './task.js';

/** Chunks that a worker may be ahead of the writer: what bounds the memory. */
const AHEAD = 2;

/** Does tasks in worker threads and gives their outputs in the order of the tasks, whatever the workers do. */
export async function* outputsInOrder(
  tasks: readonly Task[],
  workers: number,
  options: WorkerOptions,
): AsyncGenerator<ChunkOutput> {
  const pool = Array.from({ length: Math.min(workers, tasks.length) }, () => new OrderedWorker(options));
  const started: Promise<ChunkOutput>[] = [];
  try {
    for (let i = 0; i < tasks.length; i++) {
      while (started.length < Math.min(i + pool.length * AHEAD, tasks.length)) {
        const next = started.length;
        started.push(pool[next % pool.length]!.run(tasks[next]!));
      }
      yield await started[i]!;
      delete started[i];
    }
  } finally {
    await Promise.all(pool.map((worker) => worker.close()));
  }
}

/** A worker thread that answers in the order in which it is asked. */
class OrderedWorker {
  readonly #worker: Worker;
  readonly #waiting: { resolve: (output: ChunkOutput) => void; reject: (error: Error) => void }[] = [];

  constructor(options: WorkerOptions) {
    this.#worker = new Worker(new URL('./synth_worker.js', import.meta.url), { workerData: options });
    this.#worker.on('message', (output: ChunkOutput) => this.#waiting.shift()?.resolve(output));
    this.#worker.on('error', (error) => {
      for (const { reject } of this.#waiting.splice(0)) reject(error as Error);
    });
  }

  run(task: Task): Promise<ChunkOutput> {
    const output = new Promise<ChunkOutput>((resolve, reject) => {
      this.#waiting.push({ resolve, reject });
    });
    output.catch(() => {});
    this.#worker.postMessage(task);
    return output;
  }

  async close(): Promise<void> {
    await this.#worker.terminate();
  }
}
