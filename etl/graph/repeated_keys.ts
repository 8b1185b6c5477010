import type { Issues } from '../diagnostics/issues.js';
import { quote } from '../diagnostics/quote.js';
import { listNames } from './entry.js';
import { differentIdentities, identityKeys } from './identity.js';
import { isObject, type JsonObject } from './json.js';
import { scanRepeatedKeys } from './key_scan.js';
import { escaped } from './source_details.js';

const [COLON, QUOTE] = [0x3a, 0x22];

/**
 * Adds an issue for each key that an object of the graph holds twice: JSON.parse takes its last value without a word.
 * A documented graph has as many keys as its text has colons behind a quote, and repeated keys make them fewer: only where
 * the two counts differ is the text read again.
 * @throws Rejection duplicate_key, where an identifying key has two values
 */
export function checkRepeatedKeys(bytes: Buffer, text: string, json: JsonObject, issues: Issues): void {
  if (countKeysOf(json) === countKeyEnds(bytes)) return;
  const added = new Set<string>();
  for (const { location, key, isSame, earlier } of scanRepeatedKeys(text)) {
    if (location === '' && !isSame && identityKeys.has(key)) throw differentIdentities();
    issues.addEarlier({ pointer: `${location}/${escaped(key)}`, value: earlier });
    const place = `${location} ${key}`;
    if (!added.has(place)) issues.add('repeated_key', location, quote(key, issues.withText));
    added.add(place);
  }
}

/** Keys of the root and of the entries of its lists: all keys of a documented graph. */
function countKeysOf(json: JsonObject): number {
  let count = Object.keys(json).length;
  for (const name of listNames) {
    const list = json[name];
    if (!Array.isArray(list)) continue;
    for (const entry of list) if (isObject(entry)) count += Object.keys(entry).length;
  }
  return count;
}

/** Colons behind a quote: those of all keys, and seldom one within a text. */
function countKeyEnds(bytes: Buffer): number {
  let count = 0;
  for (let at = bytes.indexOf(COLON); at >= 0; at = bytes.indexOf(COLON, at + 1)) {
    let before = at - 1;
    while (isSpace(bytes[before])) before--;
    if (bytes[before] === QUOTE) count++;
  }
  return count;
}

function isSpace(byte: number | undefined): boolean {
  return byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;
}
