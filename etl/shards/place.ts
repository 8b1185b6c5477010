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

/** What a shard has of things that are counted in the order of the plan: every n-th. */
export function ofShard<T>(all: readonly T[], { index, of }: ShardPlace): T[] {
  return all.filter((_, i) => i % of === index - 1);
}

/** How many of them a shard has. */
export function countOfShard(all: number, { index, of }: ShardPlace): number {
  return Math.max(0, Math.ceil((all - index + 1) / of));
}
