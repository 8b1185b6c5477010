import { Worker } from 'node:worker_threads';
import { UserError } from '../error.js';

/** What workers can be asked: functions by name, each of one argument. */
export type Tasks = Readonly<Record<string, (argument: never) => unknown>>;

export interface PoolOptions {
  /** Most workers at one time. */
  readonly size: number;
  /** What every worker gets when it starts. */
  readonly workerData?: unknown;
  /** MB for new objects of a worker; V8's default is 16. */
  readonly youngGeneration?: number | undefined;
  /** Ends the pool when aborted: its tasks fail for that reason. */
  readonly signal?: AbortSignal | undefined;
}

interface Job {
  readonly task: { readonly name: string; readonly argument: unknown };
  readonly resolve: (answer: never) => void;
  readonly reject: (error: Error) => void;
}

/**
 * Worker threads that run one script, which calls `serve`. Each does one task at a time, in the order in which they are
 * asked. The first starts at once, and loads its code meanwhile; another one whenever a task finds none idle.
 */
export class Pool<T extends Tasks> implements AsyncDisposable {
  readonly size: number;
  readonly #script: URL;
  readonly #options: PoolOptions;
  readonly #workers: Worker[] = [];
  readonly #idle: Worker[] = [];
  readonly #waiting: Job[] = [];
  readonly #running = new Map<Worker, Job>();
  readonly #stop = () => this.close(this.#options.signal?.reason);
  #failure: Error | undefined;

  constructor(script: URL, options: PoolOptions) {
    this.size = options.size;
    this.#script = script;
    this.#options = options;
    options.signal?.addEventListener('abort', this.#stop);
    this.#start();
  }

  /** Does a task; rejects when the worker fails, which no content of a graph makes it do. */
  run<K extends keyof T & string>(name: K, argument: Parameters<T[K]>[0]): Promise<ReturnType<T[K]>> {
    return new Promise((resolve, reject) => {
      if (this.#failure) return reject(this.#failure);
      this.#waiting.push({ task: { name, argument }, resolve: resolve as Job['resolve'], reject });
      if (this.#idle.length < this.#waiting.length && this.#workers.length < this.size) this.#start();
      this.#next();
    });
  }

  /** Ends the workers; what they were doing is lost, and their tasks fail for this reason. */
  async close(reason: Error = new Error('the pool is closed')): Promise<void> {
    this.#failure ??= reason;
    await Promise.all(this.#workers.map((worker) => worker.terminate()));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#options.signal?.removeEventListener('abort', this.#stop);
    await this.close();
  }

  #start(): void {
    const { workerData, youngGeneration } = this.#options;
    const worker = new Worker(this.#script, {
      workerData,
      resourceLimits: youngGeneration === undefined ? {} : { maxYoungGenerationSizeMb: youngGeneration },
    });
    worker.on('message', (answer) => {
      const job = this.#running.get(worker);
      this.#running.delete(worker);
      this.#idle.push(worker);
      job?.resolve(answer as never);
      this.#next();
    });
    worker.on('error', (error) => this.#fail(error as Error));
    worker.on('exit', (code) => this.#fail(lost(code)));
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

/** A worker that ends by itself has been ended by the system, or by a fault of the program; it says no more. */
function lost(code: number): UserError {
  return new UserError(
    `a worker ended (code ${code}) in the middle of its work; nothing was published and an earlier warehouse is as it was. ` +
      'Try again, with fewer --workers where memory is short.',
  );
}
