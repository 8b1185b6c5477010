import test from 'ava';
import { Pool } from '../../etl/workers/pool.js';
import type { DoublingTasks } from './doubling_worker.js';

const script = new URL('./doubling_worker.js', import.meta.url);

test('every task gets its own answer; workers start when there is work for them', async (t) => {
  await using pool = new Pool<DoublingTasks>(script, { size: 3 });
  const first = await pool.run('double', 1);
  const second = await pool.run('double', 2);
  t.is(second.thread, first.thread, 'one task after the other needs one worker');
  const answers = await Promise.all([...Array(20).keys()].map((number) => pool.run('double', number)));
  t.deepEqual(
    answers.map(({ number }) => number),
    [...Array(20).keys()].map((number) => number * 2),
  );
  t.true(new Set(answers.map(({ thread }) => thread)).size > 1);
  t.true(new Set(answers.map(({ thread }) => thread)).size <= 3);
  t.deepEqual(await pool.run('bytes', 3), new Uint8Array([7, 7, 7]));
});

test('a worker that fails fails all tasks with its error', async (t) => {
  await using pool = new Pool<DoublingTasks>(script, { size: 1 });
  const [failed, waiting] = await Promise.allSettled([pool.run('fail', 'broken'), pool.run('double', 1)]);
  for (const result of [failed, waiting]) {
    t.is(result.status === 'rejected' && (result.reason as Error).message, 'broken');
  }
  await t.throwsAsync(pool.run('double', 1), { message: 'broken', any: true });
});

test('an abort ends the workers, and is why their tasks fail', async (t) => {
  const controller = new AbortController();
  await using pool = new Pool<DoublingTasks>(script, { size: 2, signal: controller.signal });
  await pool.run('double', 1);
  const later = Promise.allSettled([pool.run('double', 1), pool.run('double', 2), pool.run('double', 3)]);
  controller.abort(new Error('interrupted'));
  const reasons = (await later).flatMap((result) => (result.status === 'rejected' ? [result.reason] : []));
  t.true(reasons.length > 0);
  for (const reason of reasons) t.is((reason as Error).message, 'interrupted');
  await t.throwsAsync(pool.run('double', 1), { message: 'interrupted' });
});
