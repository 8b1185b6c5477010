import type { Plan } from '../plan/plan.js';

/** Which shard of how many: `2/7`. */
export interface ShardPlace {
  /** From 1. */
  readonly index: number;
  readonly of: number;
}

/** Most shards of a build: more than there are chunks in a hundred releases. */
export const MOST_SHARDS = 100_000;

/** The place of a shard as it is written, e.g. `2/7`. */
export function placeText({ index, of }: ShardPlace): string {
  return `${index}/${of}`;
}

/** What a shard has of the ranges of a plan, in their order: every n-th. */
export function ofShard<T>(ranges: readonly T[], { index, of }: ShardPlace): T[] {
  return ranges.filter((_, i) => i % of === index - 1);
}

/** Number of chunks of each range of a plan. */
export function chunksOfRanges({ chunks, ranges }: Pick<Plan, 'chunks' | 'ranges'>): number[] {
  const counts = ranges.map(() => 0);
  let at = 0;
  for (const { graphs } of chunks) {
    while (graphs[0]!.patient_id > ranges[at]!.last) at += 1;
    counts[at]! += 1;
  }
  return counts;
}

/**
 * Where in a plan the chunks of a shard are: those of its ranges.
 * @param chunks of each range
 */
export function chunkPlaces(chunks: readonly number[], place: ShardPlace): number[] {
  let end = 0;
  const ofRanges = chunks.map((n) => {
    end += n;
    return Array.from({ length: n }, (_, i) => end - n + i);
  });
  return ofShard(ofRanges, place).flat();
}
