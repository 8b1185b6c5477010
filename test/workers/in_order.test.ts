import { setTimeout } from 'node:timers/promises';
import test from 'ava';
import { inOrder } from '../../etl/workers/in_order.js';

/** Counts the items that are under way or wait to be taken. */
function counted(work: (item: number) => Promise<number>) {
  const counts = { started: 0, most: 0, taken: 0 };
  return {
    counts,
    work: (item: number) => {
      counts.started++;
      counts.most = Math.max(counts.most, counts.started - counts.taken);
      return work(item);
    },
  };
}

test('results come in the order of the items, a bounded number ahead', async (t) => {
  for (const atOnce of [1, 3, 50]) {
    const { counts, work } = counted(async (item) => {
      await setTimeout((item * 7) % 5);
      return item * 10;
    });
    const results: number[] = [];
    for await (const result of inOrder([...Array(20).keys()], atOnce, work)) {
      results.push(result);
      await setTimeout(1);
      counts.taken++;
    }
    t.deepEqual(
      results,
      [...Array(20).keys()].map((item) => item * 10),
    );
    t.is(counts.most, Math.min(atOnce, 20), `${atOnce} at once`);
  }
});

test('without items there is no result', async (t) => {
  for await (const result of inOrder([], 2, async (item) => item)) t.fail(`${result}`);
  t.pass();
});

test('a failure is the result at its place, and no item is begun after it', async (t) => {
  const { counts, work } = counted(async (item) => {
    if (item === 4) throw new Error('the fifth');
    return item;
  });
  const results: number[] = [];
  await t.throwsAsync(
    async () => {
      for await (const result of inOrder(Array(40).keys(), 3, work)) results.push(result);
    },
    { message: 'the fifth' },
  );
  t.deepEqual(results, [0, 1, 2, 3]);
  t.true(counts.started <= 7, `${counts.started} were begun`);
});

test('a caller who leaves ends it; what fails afterwards disturbs nobody', async (t) => {
  const { counts, work } = counted(async (item) => {
    await setTimeout(item);
    if (item > 0) throw new Error('too late');
    return item;
  });
  for await (const result of inOrder(Array(40).keys(), 4, work)) {
    t.is(result, 0);
    break;
  }
  await setTimeout(10);
  t.is(counts.started, 4);
});
