import { MOST_REPEATED, MOST_ROW_BYTES } from './memory_map';
import { refuse } from './refusal';
import { newRows } from './rows';
import { TABLES } from './tables';

/** Bytes of a row whatever it holds, at most: 8 for each of its columns, and of a row of `object_phrases` for those of `phrases`. */
const ROW: u64 = 232;

/** Bytes of a list of texts in a table for each byte that it is written in, at most: `"",` is an element, which takes 8. */
const LIST: u64 = 4;

/** Bytes that the rows of the current graph repeat. */
let repeated: u64 = 0;

/** Forgets what the graph before repeated. */
export function forgetRepeated(): void {
  repeated = 0;
}

/** Counts what the rows of a sentence repeat: texts and lists of so many bytes of JSON, in so many rows. Refuses what is long. */
export function addRepeated(texts: usize, lists: usize, rows: i32): void {
  const bytes: u64 = <u64>texts + <u64>lists * LIST;
  if (bytes > <u64>MOST_REPEATED) refuse();
  repeated += bytes * rows;
}

/**
 * Refuses a graph whose rows could have more bytes than those of nearly all others: the careful path counts them.
 * @param length bytes of its JSON, of which everything is in a row once
 */
export function expectLightRows(length: usize): void {
  let bytes: u64 = <u64>length + repeated;
  for (let table = 0; table < TABLES; table++) bytes += <u64>newRows(table) * ROW;
  if (bytes > <u64>MOST_ROW_BYTES) refuse();
}
