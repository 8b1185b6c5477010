import test from 'ava';
import { siblingShards } from '../../etl/shards/siblings.js';

const cases: [out: string, index: number, of: number, folders: string[] | undefined][] = [
  ['shards/2', 2, 3, ['shards/1', 'shards/2', 'shards/3']],
  ['w/shard-3-of-3', 3, 3, ['w/shard-1-of-3', 'w/shard-2-of-3', 'w/shard-3-of-3']],
  ['w/part12', 12, 12, Array.from({ length: 12 }, (_, i) => `w/part${i + 1}`)],
  ['2/shard', 2, 2, undefined],
  ['shards/21', 2, 3, undefined],
  ['shards/1', 1, 21, undefined],
  ['whole', 1, 1, ['whole']],
];

for (const [out, index, of, folders] of cases) {
  test(`${out} as shard ${index}/${of} ${folders ? 'names the other folders' : 'names no others'}`, (t) => {
    t.deepEqual(siblingShards(out, { index, of }), folders);
  });
}
