import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { ExecutionContext } from 'ava';
import { assemble } from '../../etl/assemble.js';
import { build } from '../../etl/build.js';
import type { BuildOptions } from '../../etl/build_options.js';
import { buildShard } from '../../etl/build_shard.js';
import type { BuildSummary } from '../../etl/build_summary.js';
import { outcomeOf } from '../build/outcome.js';

/** What a build of an input is given, but for where it goes. */
export type Given = Omit<BuildOptions, 'out'>;

/** Builds all shards of inputs of the same graphs, in turns, below a folder. Gives their folders. */
export async function shardsOf(folder: string, of: number, inputs: readonly Given[]): Promise<string[]> {
  const folders: string[] = [];
  for (let index = 1; index <= of; index++) {
    const out = join(folder, `shard ${index} of ${of}`);
    await buildShard({ workers: 1, ...inputs[(index - 1) % inputs.length]!, out, shard: { index, of } });
    folders.push(out);
  }
  return folders;
}

/** Builds an input as a whole and in shards, and expects the same of both. */
export async function expectEqual(
  t: ExecutionContext,
  folder: string,
  numbers: readonly number[],
  given: Given,
): Promise<BuildSummary> {
  const whole = join(folder, 'whole');
  const built = await build({ workers: 1, ...given, out: whole });
  const expected = await outcomeOf(whole);
  for (const of of numbers) {
    const shards = await shardsOf(folder, of, [given]);
    const joined = join(folder, 'joined');
    const { seconds, ...summary } = await assemble({ shards: shards.toReversed(), out: joined });
    t.deepEqual(await outcomeOf(joined), expected, `${of} shards`);
    t.deepEqual({ ...built, seconds: 0 }, { ...summary, out: whole, seconds: 0 });
    for (const path of [...shards, joined]) await rm(path, { recursive: true });
  }
  return built;
}
