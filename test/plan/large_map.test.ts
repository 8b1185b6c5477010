import test from 'ava';
import { LargeMap, LargeSet } from '../../etl/large_map.js';

test('a map and a set of several parts hold what they were given', (t) => {
  const [map, set] = [new LargeMap<string, number>(3), new LargeSet<string>(3)];
  const keys = Array.from({ length: 10 }, (_, i) => `key ${i}`);
  for (const [i, key] of keys.entries()) {
    map.set(key, i);
    t.true(set.add(key), key);
  }
  for (const [i, key] of keys.entries()) {
    t.is(map.get(key), i);
    t.false(set.add(key), key);
  }
  t.is(map.get('another'), undefined);
});
