import test from 'ava';
import { withEmptyWarehouse } from '../../etl/docs/empty_warehouse.js';
import { publishedCounts } from '../../etl/evaluate/published_counts.js';
import { inputTables } from '../../etl/schema/index.js';

/** As many scene graphs as the release has, and nothing else of it. */
const asManyGraphs = `insert into images (image_id, study_id, patient_id)
  select 'a' || i, 50000000 + i, 10000000 + i from range(243310) as numbers (i)`;

test('reasons of a warehouse that has as many graphs as the release', async (t) => {
  const rows = await withEmptyWarehouse(async (connection) => {
    await connection.run(asManyGraphs);
    const read = await connection.runAndReadAll(
      'select count_name, ours, difference, reason from published_counts',
    );
    return new Map(read.getRowObjectsJson().map((row) => [row.count_name, row]));
  });
  t.is(rows.size, publishedCounts.flatMap(({ counts }) => counts).length);
  t.like(rows.get('scene graphs'), { ours: 243310, difference: 0, reason: 'equal' });
  t.like(rows.get('scene graphs, by the page'), {
    difference: 243310 - 242072,
    reason: 'the archive holds 243,310, the page counts 242,072',
  });
  t.like(rows.get('boxes'), { ours: 0, difference: -8695606, reason: 'unexplained' });
  t.like(rows.get('comparison relations, at least'), { ours: 0, reason: 'unexplained' });
  t.like(rows.get('Table 2, report, f1'), { ours: null, reason: 'not computed: there is nothing to count' });
  t.like(rows.get('MS-CXR-T: labels'), {
    ours: null,
    difference: null,
    reason: 'not computed: the selection of the paper is not published',
  });
});

test('more than the least that was published is within tolerance', async (t) => {
  const rows = await withEmptyWarehouse(async (connection) => {
    await connection.run(asManyGraphs);
    await connection.run(`insert into comparison_relations (image_id, study_id, patient_id, relationship_index, bbox_name, predicates, cuis,
        comparisons, relationship_names, relationship_contexts, attributes)
      select 'a1', 1, 1, i, 'right lung', [], [], [], [], [], [] from range(700000) as numbers (i)`);
    const read = await connection.runAndReadAll(
      "select count_name, reason from published_counts where count_name in ('comparison relations, at least')",
    );
    return Object.fromEntries(read.getRowsJson() as [string, string][]);
  });
  t.deepEqual(rows, {
    'comparison relations, at least': 'within tolerance',
  });
});

test('each count has a name of its own, a source, and a statement or the reason why it has none', (t) => {
  const names = publishedCounts.flatMap(({ counts }) => counts.map(({ count_name }) => count_name));
  t.is(new Set(names).size, names.length);
  t.true(names.length > 250);
  const inputs = new Set(Object.values(inputTables).map(({ name }) => name));
  for (const { sql, known, needs, source, confidence, counts } of publishedCounts) {
    t.true(sql !== undefined || known !== undefined, counts[0]!.count_name);
    t.true(['A', 'B', 'C', 'page'].includes(confidence) && source !== '');
    t.deepEqual(
      [...(sql ?? '').matchAll(/optional_inputs\.(\w+)_if_given/g)]
        .map(([, name]) => name)
        .filter((name) => !needs.includes(name!)),
      [],
    );
    for (const need of needs) t.true(inputs.has(need), need);
  }
});
