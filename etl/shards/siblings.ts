import { basename, dirname, join } from 'node:path';
import type { ShardPlace } from './place.js';

/** More folders than these are no command that a person would paste. */
const MOST = 20;

/**
 * Where the shards of a build are when all folders are named as this one is, by the number of the shard: `shards/2` of 3 gives
 * `shards/1`, `shards/2`, `shards/3`. Undefined where the name has no such number, or they are too many.
 */
export function siblingShards(out: string, { index, of }: ShardPlace): string[] | undefined {
  const number = new RegExp(`(?<![0-9])${index}(?![0-9])`);
  const name = basename(out);
  if (of > MOST || (of > 1 && !number.test(name))) return undefined;
  return Array.from({ length: of }, (_, i) => join(dirname(out), name.replace(number, String(i + 1))));
}
