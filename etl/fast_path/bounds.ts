import { HEAVY, LONG } from '../flatten/row_bytes.js';
import type { Limits } from '../limits.js';
import { LARGEST_INPUT, MOST_REPEATED, MOST_ROW_BYTES } from './assembly/memory_map.js';

/** Levels that a documented graph nests below its root: a list of entries, an entry, a list of sentences, one of attributes. */
const DEPTH = 4;

/** Bytes of an entry at least: its documented keys have more. */
const SHORTEST_ENTRY = 100;

/** True where no graph that the fast path takes is beyond these limits; otherwise every graph has to take the careful path. */
export function isBoundedBy({ depth, values, entries, rowBytes }: Limits): boolean {
  return (
    depth >= DEPTH &&
    values >= LARGEST_INPUT &&
    entries >= LARGEST_INPUT / SHORTEST_ENTRY &&
    Math.min(rowBytes, HEAVY) >= MOST_ROW_BYTES &&
    LONG >= MOST_REPEATED
  );
}
