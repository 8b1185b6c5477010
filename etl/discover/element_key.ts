import { attributesKeys, graphKeys, objectKeys, relationshipKeys } from '../graph/documented_keys.js';
import { regions } from '../vocabulary/index.js';

const QUOTE = 0x22;
const COLON = 0x3a;

/** Most white space between a brace and its first key, and the longest key that is looked at. */
const MOST_SPACE = 96;
const LONGEST_KEY = 48;

/** Bytes from an opening brace on that decide which key follows it. */
export const KEY_REACH = 2 * MOST_SPACE + LONGEST_KEY + 4;

/** Keys with which an entry of a graph may begin: an attributes entry begins with the name of its region. */
const entryKeys: ReadonlySet<string> = new Set([
  ...objectKeys,
  ...attributesKeys,
  ...relationshipKeys,
  ...regions.map(({ bbox_name }) => bbox_name),
]);

/** Keys that a scene graph has and none of its entries. */
const elementKeys: ReadonlySet<string> = new Set(graphKeys.filter((key) => !entryKeys.has(key)));

/**
 * A key without escapes and without bytes that no string may hold. It does not begin with what follows the end of a string: that may
 * be the string of which the brace is the last character.
 */
const plain = /^(?! *[,:\]}])[^\\\p{Cc}]*$/u;

/** True for the white space of JSON. */
export const isSpace = (byte: number | undefined) =>
  byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;

/**
 * First key of the object whose opening brace is at `brace`; undefined where no key and colon follow. Within a JSON string a
 * quote is escaped, so where this finds a key the brace is no part of a sound string.
 */
export function keyAt(bytes: Buffer, brace: number): string | undefined {
  const start = skipSpace(bytes, brace + 1);
  if (bytes[start] !== QUOTE) return undefined;
  const end = bytes.indexOf(QUOTE, start + 1);
  if (end < 0 || end - start > LONGEST_KEY + 1) return undefined;
  if (bytes[skipSpace(bytes, end + 1)] !== COLON) return undefined;
  const key = bytes.toString('latin1', start + 1, end);
  return plain.test(key) ? key : undefined;
}

/** Place of the next byte that is no white space, as far as one is looked for. */
function skipSpace(bytes: Buffer, from: number): number {
  let i = from;
  while (i - from < MOST_SPACE && isSpace(bytes[i])) i++;
  return i;
}

/** True for a key that a scene graph may begin with and no entry of one. */
export const beginsGraph = (key: string | undefined) => key !== undefined && elementKeys.has(key);

/** True for a key that a documented entry of a graph may begin with. */
export const beginsEntry = (key: string) => entryKeys.has(key);
