import type { WrittenChunk } from '../reuse/kept_chunk.js';
import { chunkPlaces } from './place.js';
import type { Shard } from './read_shard.js';

/** A chunk of a shard. */
export interface ChunkOfShard {
  readonly shard: Shard;
  readonly chunk: WrittenChunk;
}

/** The chunks of all shards of a build, in the order of the plan. */
export function inPlanOrder(shards: readonly Shard[]): ChunkOfShard[] {
  const ordered: ChunkOfShard[] = [];
  for (const shard of shards) {
    for (const [i, at] of chunkPlaces(shard.plan.range_chunks, shard.place).entries()) {
      ordered[at] = { shard, chunk: shard.chunks[i]! };
    }
  }
  return ordered;
}
