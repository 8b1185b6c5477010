import { threadId } from 'node:worker_threads';
import { serve } from '../../etl/workers/serve.js';

/** What the workers of the pool's tests do. */
export type DoublingTasks = {
  double(number: number): { readonly number: number; readonly thread: number };
  bytes(length: number): Uint8Array;
  fail(message: string): never;
};

serve<DoublingTasks>({
  double: (number) => ({ answer: { number: number * 2, thread: threadId } }),
  bytes: (length) => {
    const answer = new Uint8Array(length).fill(7);
    return { answer, moved: [answer.buffer] };
  },
  fail: (message) => {
    throw new Error(message);
  },
});
