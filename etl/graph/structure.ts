import { Rejection } from '../diagnostics/rejection.js';
import type { Limits } from '../limits.js';

const [QUOTE, COMMA, COLON, BACKSLASH] = [0x22, 0x2c, 0x3a, 0x5c];
const [OPEN, CLOSE, OPEN_BRACE, CLOSE_BRACE] = [0x5b, 0x5d, 0x7b, 0x7d];

/**
 * Expects JSON that nests no deeper and has no more values than a graph may, by its bytes: parsing 60 MB of brackets takes 3 GB. Up
 * to the first fault of a text that is no JSON, which is as far as a parser goes, this counts what a parser would make.
 * @throws Rejection too_deep or too_large
 */
export function expectBounded(bytes: Uint8Array, limits: Limits): void {
  let [depth, values] = [0, 0];
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i]!;
    if (byte === QUOTE) i = closingQuote(bytes, i);
    else if (byte === OPEN || byte === OPEN_BRACE) {
      values++;
      depth++;
      if (depth > limits.depth + 1) throw tooDeep(limits.depth);
    } else if (byte === CLOSE || byte === CLOSE_BRACE) depth--;
    else if (byte === COMMA || byte === COLON) values++;
  }
  if (values > limits.values) {
    throw new Rejection('too_large', '', `expected at most ${limits.values} JSON values, found ${values}`);
  }
}

/** The place of the quote that closes the string which opens at `open`, or the end. */
function closingQuote(bytes: Uint8Array, open: number): number {
  let i = open + 1;
  while (i < bytes.length && bytes[i] !== QUOTE) i += bytes[i] === BACKSLASH ? 2 : 1;
  return i;
}

const tooDeep = (depth: number) =>
  new Rejection('too_deep', '', `expected at most ${depth} levels of nesting, found more`);
