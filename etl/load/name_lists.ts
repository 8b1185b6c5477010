import { describeContent, Unreadable } from './unreadable.js';

/** More names than this are no vocabulary. */
const MOST_NAMES = 10_000;

/**
 * Names of regions: one per line, each ended by a comma.
 * @throws Unreadable
 */
export function regionNames(bytes: Buffer): string[] {
  return names(bytes, 'a list of region names', (name) => !/[|,;\t]/.test(name));
}

/**
 * `category|relation|label` strings: one per line, each ended by a comma.
 * @throws Unreadable
 */
export function attributeStrings(bytes: Buffer): string[] {
  return names(bytes, 'a list of category|relation|label', (name) => /^[^|]+\|(yes|no)\|./.test(name));
}

function names(bytes: Buffer, expected: string, isName: (name: string) => boolean): string[] {
  const text = decode(bytes, expected);
  const values = text
    .split(/\r\n|[\r\n]/)
    .map((line) => line.trim().replace(/,$/, '').trim())
    .filter((line) => line !== '');
  const isList = values.length > 0 && values.length <= MOST_NAMES;
  if (!isList || !values.every((value) => value.length <= 200 && !/[<>{}"\0]/.test(value) && isName(value))) {
    throw new Unreadable(`expected ${expected}, found ${describeContent(text)}`);
  }
  return values;
}

/** UTF-8; a byte-order mark is left out. */
function decode(bytes: Buffer, expected: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Unreadable(`expected ${expected}, found bytes that are not UTF-8`);
  }
}
