import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import test from 'ava';
import { labels, regions } from '../../etl/vocabulary/index.js';
import { database, graphsOf, release } from './release.js';

const file = 'semantics/label_to_UMLS_mapping.json';

test('the ontology has concept ids and possible regions; what is not public of them has the form of a CUI', async (t) => {
  const root = await release(t, { images: 5, seed: 1 });
  const { all_children, possible_attribute_of, concepts } = JSON.parse(
    await readFile(join(root, file), 'utf8'),
  );
  const names = [...regions.map(({ bbox_name }) => bbox_name), ...labels.map(({ label_name }) => label_name)];
  t.deepEqual(Object.keys(concepts).sort(), [...new Set(names)].sort());
  const published = new Set([...regions, ...labels].flatMap(({ cuis }) => cuis));
  for (const cui of Object.values(concepts as Record<string, string[]>).flat()) {
    t.true(published.has(cui) || /^C99\d{5}$/.test(cui), cui);
  }
  t.true(all_children['lung opacity'].includes('consolidation'));
  t.true(all_children.lungs.includes('left lower lung zone'));
  t.deepEqual(possible_attribute_of.pneumothorax.toSorted(), [
    ...['left apical zone', 'left lung', 'right apical zone', 'right lung'],
  ]);
});

test('what graphs say of a region is possible there', async (t) => {
  const root = await release(t, { images: 300, seed: 2, loose: true });
  const { possible_attribute_of } = JSON.parse(await readFile(join(root, file), 'utf8'));
  const query = await database();
  const found = await query(`
    with entries as (select unnest(attributes) as entry from ${graphsOf(root)}),
      strings as (select entry.bbox_name as bbox_name, split(unnest(flatten(entry.attributes)), '|') as string from entries)
    select distinct bbox_name, string[3] as label_name from strings
    where string[1] not in ('nlp', 'severity', 'temporal', 'texture', 'laterality')`);
  t.true(found.length > 200);
  const impossible = found.filter(
    ({ bbox_name, label_name }) => !possible_attribute_of[label_name as string]?.includes(bbox_name),
  );
  t.deepEqual(impossible, []);
});
