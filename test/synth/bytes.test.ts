import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'ava';
import { listDefects } from '../../etl/synth/defects/list_table.js';
import { filesBelow, hashOf, release, truthOf } from './release.js';

/** Faults of lists, and those that add a file and leave the graph's own as it is. */
const elsewhere = new Set([
  ...['missing_graph', 'equal_copy', 'other_copy', 'archiver_leftover'],
  ...Object.keys(listDefects),
]);

const options = { images: 500, seed: 11, defects: true, rdf: true, goldPatients: 20 };

test('the same seed gives the same bytes', async (t) => {
  const small = { ...options, images: 60, gzip: true };
  t.is(await hashOf(await release(t, small)), await hashOf(await release(t, small)));
});

test('the bytes do not depend on the number of workers', async (t) => {
  const [two, one] = [
    await hashOf(await release(t, { ...options, workers: 2 })),
    await hashOf(await release(t, { ...options, workers: 1 })),
  ];
  t.is(one, two);
});

test('another seed gives other bytes', async (t) => {
  const [first, other] = [
    await hashOf(await release(t, { images: 20, seed: 1 })),
    await hashOf(await release(t, { images: 20, seed: 2 })),
  ];
  t.not(other, first);
});

test('a faulty release is the plain one but for the graphs that have a fault', async (t) => {
  const { defects: _, ...plain } = { ...options, loose: true };
  const [sound, faulty] = [await release(t, plain), await release(t, { ...plain, defects: true })];
  const graphs = (await filesBelow(sound)).filter((path) => path.endsWith('_SceneGraph.json'));
  const changed = graphs.filter((path) => textOf(sound, path) !== textOf(faulty, path));
  const planted = Object.entries((await truthOf(faulty)).defects);
  const expected = planted
    .filter(([name]) => !elsewhere.has(name))
    .reduce((sum, [, count]) => sum + count, 0);
  t.is(graphs.length, 500);
  t.is(changed.length, expected);
});

/** The bytes of a file as text, undefined when it does not read. */
function textOf(root: string, path: string): string | undefined {
  try {
    return readFileSync(join(root, path), 'latin1');
  } catch {
    return undefined;
  }
}
