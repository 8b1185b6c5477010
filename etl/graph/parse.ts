import type { Issues } from '../diagnostics/issues.js';
import { Rejection } from '../diagnostics/rejection.js';
import { LIMITS, type Limits } from '../limits.js';
import { withoutNaN } from './bare_numbers.js';
import { textOf } from './decode.js';
import { isObject, type JsonObject } from './json.js';
import { checkRepeatedKeys } from './repeated_keys.js';
import { expectBounded } from './structure.js';
import { mendSurrogates } from './surrogates.js';

/**
 * Parses the bytes of one scene graph. A byte-order mark, bare NaN and lone surrogates are mended, each with an issue; a
 * key that an object holds twice gets one too.
 * @throws Rejection empty_file, invalid_utf8, too_deep, too_large, invalid_json, not_an_object or duplicate_key
 */
export function parseGraph(bytes: Buffer, issues: Issues, limits: Limits = LIMITS): JsonObject {
  if (bytes.length === 0) throw new Rejection('empty_file', '', 'expected a JSON object, found 0 bytes');
  const text = textOf(bytes, issues);
  if (text.trim() === '')
    throw new Rejection('empty_file', '', 'expected a JSON object, found white space only');
  expectBounded(bytes, limits);
  const value = parseTolerantly(text, issues);
  if (!isObject(value)) {
    throw new Rejection('not_an_object', '', 'expected a JSON object at the root, found another value');
  }
  checkRepeatedKeys(bytes, text, value, issues);
  if (text.includes('\\u') && /\\u[dD][89a-fA-F]/.test(text)) mendSurrogates(value, issues);
  return value;
}

function parseTolerantly(text: string, issues: Issues): unknown {
  try {
    return JSON.parse(text);
  } catch {
    const mended = withoutNaN(text);
    if (mended.count === 0) throw invalidJson(text);
    try {
      const value = JSON.parse(mended.text);
      issues.add('nan', '', `${mended.count} bare NaN or Infinity, each NULL`);
      return value;
    } catch {
      throw invalidJson(text);
    }
  }
}

/** Names no content: V8's own message quotes the text around the fault. */
function invalidJson(text: string): Rejection {
  return new Rejection(
    'invalid_json',
    '',
    `expected one JSON object, found ${text.length} characters that do not parse`,
  );
}
