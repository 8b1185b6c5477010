import { parentPort } from 'node:worker_threads';
import type { Tasks } from './pool.js';

/** The answer to a task, and the memory that moves with it instead of being copied. */
export interface Answer<A> {
  readonly answer: A;
  readonly moved?: readonly ArrayBuffer[];
}

/** The functions by which a worker does its tasks. */
export type Handlers<T extends Tasks> = {
  readonly [K in keyof T]: (argument: Parameters<T[K]>[0]) => Answer<ReturnType<T[K]>>;
};

/** Does the tasks that a Pool sends to this worker thread. */
export function serve<T extends Tasks>(handlers: Handlers<T>): void {
  parentPort!.on('message', ({ name, argument }: { name: keyof T; argument: never }) => {
    const { answer, moved = [] } = handlers[name](argument);
    parentPort!.postMessage(answer, moved);
  });
}
