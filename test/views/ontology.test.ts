import test from 'ava';
import { withEmptyWarehouse } from '../../etl/docs/empty_warehouse.js';
import { describeView, readViewFiles } from '../../etl/schema/view_file.js';

const LENGTH = 25;

/** Pairs (child, parent) of a chain: the nearest alone, as the seed has them, or every ancestor, as a release lists them. */
const chains = {
  nearest: 'parent = child + 1',
  'every ancestor': 'parent > child',
};

for (const [listed, condition] of Object.entries(chains)) {
  test(`a chain of ${LENGTH} findings that lists ${listed} is closed in less than a second`, async (t) => {
    await withEmptyWarehouse(async (connection) => {
      await connection.run(`
        insert into label_parents
        select 'n' || child, 'n' || parent, 'release', 'certain'
        from range(${LENGTH}) as children (child), range(${LENGTH}) as parents (parent)
        where ${condition}`);
      const began = performance.now();
      const read = await connection.runAndReadAll(`
        select count(*)::integer as n, count(distinct (child, ancestor))::integer as n_pairs,
          bool_and(depth = ancestor[2:]::integer - child[2:]::integer) as is_depth
        from ontology where kind = 'finding'`);
      t.true(performance.now() - began < 1000);
      const pairs = (LENGTH * (LENGTH - 1)) / 2;
      t.deepEqual(read.getRowObjectsJson(), [{ n: pairs, n_pairs: pairs, is_depth: true }]);
    });
  });
}

test('who asks for another kind finds the known ones in the comment', (t) => {
  const ontology = readViewFiles().find(({ name }) => name === 'ontology')!;
  t.true(describeView(ontology).includes('kind is finding or region; by any other name, such as label'));
});
