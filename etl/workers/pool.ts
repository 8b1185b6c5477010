import { Worker } from 'node:worker_threads';
import type { InputLocation } from '../discover/input.js';
import type { Answers, Opening, Task, WorkerOptions } from './task.js';

interface Job {
  readonly task: Task;
  readonly resolve: (answer: never) => void;
  readonly reject: (error: Error) => void;
}

/** MB for new objects: the parsed graphs of a chunk die young, and in a small space they would be copied before. */
const YOUNG_GENERATION = 64;

/** Worker threads that each do one task at a time, in the order in which they are asked. */
export class Pool {
  readonly #workers: Worker[] = [];
  readonly #idle: Worker[] = [];
  readonly #waiting: Job[] = [];
  readonly #running = new Map<Worker, Job>();
  #failure: Error | undefined;

  constructor(size: number, options: WorkerOptions) {
    for (let i = 0; i < size; i++) this.#start(options);
  }

  /** Number of workers. */
  get size(): number {
    return this.#workers.length;
  }

  /** Tells every worker which input its tasks are about. */
  open(location: InputLocation): void {
    const opening: Opening = { kind: 'open', location };
    for (const worker of this.#workers) worker.postMessage(opening);
  }

  /** Does a task; rejects when the worker fails, which no content of a graph makes it do. */
  run<K extends Task['kind']>(task: Extract<Task, { kind: K }>): Promise<Answers[K]> {
    return new Promise((resolve, reject) => {
      if (this.#failure) return reject(this.#failure);
      this.#waiting.push({ task, resolve: resolve as Job['resolve'], reject });
      this.#next();
    });
  }

  /** Ends the workers; what they were doing is lost, and their tasks fail for this reason. */
  async close(reason: Error = new Error('the build has ended')): Promise<void> {
    this.#failure ??= reason;
    await Promise.all(this.#workers.map((worker) => worker.terminate()));
  }

  #start(options: WorkerOptions): void {
    const worker = new Worker(new URL('./flatten_worker.js', import.meta.url), {
      workerData: options,
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG_GENERATION },
    });
    worker.on('message', (answer) => {
      const job = this.#running.get(worker);
      this.#running.delete(worker);
      this.#idle.push(worker);
      job?.resolve(answer as never);
      this.#next();
    });
    worker.on('error', (error) => this.#fail(error as Error));
    worker.on('exit', (code) => this.#fail(new Error(`a worker ended with code ${code}`)));
    this.#workers.push(worker);
    this.#idle.push(worker);
  }

  #next(): void {
    while (this.#idle.length > 0 && this.#waiting.length > 0) {
      const [worker, job] = [this.#idle.pop()!, this.#waiting.shift()!];
      this.#running.set(worker, job);
      worker.postMessage(job.task);
    }
  }

  #fail(error: Error): void {
    this.#failure ??= error;
    for (const job of [...this.#running.values(), ...this.#waiting.splice(0)]) job.reject(this.#failure);
    this.#running.clear();
  }
}
