import { isAscii, isUtf8 } from 'node:buffer';
import type { Issues } from '../diagnostics/issue.js';
import { Rejection } from '../diagnostics/rejection.js';

/** A parsed JSON object of unknown content. */
export type JsonObject = Record<string, unknown>;

/** A scene graph nests five levels; beyond this it is an attack or an accident. */
const DEEPEST = 64;

/**
 * Parses the bytes of one scene graph. A byte-order mark, bare NaN and lone surrogates are mended and reported.
 * @throws Rejection empty_file, invalid_utf8, invalid_json, too_deep or not_an_object
 */
export function parseGraph(bytes: Buffer, issues: Issues): JsonObject {
  if (bytes.length === 0) throw new Rejection('empty_file', '', 'expected a JSON object, found 0 bytes');
  const text = withoutMark(decode(bytes), issues);
  if (text.trim() === '')
    throw new Rejection('empty_file', '', 'expected a JSON object, found white space only');
  const value = parseTolerantly(text, issues);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    rejectDeepNesting(value);
    throw new Rejection('not_an_object', '', 'expected a JSON object at the root, found another value');
  }
  if (text.includes('\\u') && /\\u[dD][89a-fA-F]/.test(text)) mendSurrogates(value as JsonObject, issues);
  return value as JsonObject;
}

function decode(bytes: Buffer): string {
  if (isAscii(bytes)) return bytes.toString('latin1');
  if (!isUtf8(bytes))
    throw new Rejection('invalid_utf8', '', `expected UTF-8, found other bytes among ${bytes.length}`);
  return bytes.toString('utf8');
}

function withoutMark(text: string, issues: Issues): string {
  if (text.charCodeAt(0) !== 0xfeff) return text;
  issues.report('byte_order_mark', '', 'skipped');
  return text.slice(1);
}

function parseTolerantly(text: string, issues: Issues): unknown {
  try {
    return JSON.parse(text);
  } catch {
    const mended = withoutNaN(text);
    if (mended.count === 0) throw invalidJson(text);
    try {
      const value = JSON.parse(mended.text);
      issues.report('nan', '', `${mended.count} bare NaN or Infinity, each NULL`);
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

/**
 * Python's json writes NaN and Infinity bare; JSON.parse knows neither. Strings are stepped over one by one: a regular
 * expression for them overflows its stack at some million escapes.
 */
function withoutNaN(text: string): { text: string; count: number } {
  const token = /"|-?\b(?:NaN|Infinity)\b/g;
  const pieces: string[] = [];
  let [count, kept] = [0, 0];
  for (let found = token.exec(text); found; found = token.exec(text)) {
    if (found[0] === '"') token.lastIndex = endOfString(text, found.index);
    else {
      pieces.push(text.slice(kept, found.index), 'null');
      kept = token.lastIndex;
      count++;
    }
  }
  return { text: pieces.join('') + text.slice(kept), count };
}

/** The place behind the string that opens at `open`; the end of the text when it does not close. */
function endOfString(text: string, open: number): number {
  for (let close = text.indexOf('"', open + 1); close > 0; close = text.indexOf('"', close + 1)) {
    let escapes = 0;
    while (text[close - 1 - escapes] === '\\') escapes++;
    if (escapes % 2 === 0) return close + 1;
  }
  return text.length;
}

/**
 * Rejects a value that nests deeper than any scene graph. A documented value cannot, so this is asked only of
 * graphs that hold something undocumented.
 * @throws Rejection too_deep
 */
export function rejectDeepNesting(root: unknown): void {
  let level: unknown[] = [root];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > DEEPEST) {
      throw new Rejection('too_deep', '', `expected at most ${DEEPEST} levels of nesting, found more`);
    }
    level = level.flatMap((value) =>
      typeof value === 'object' && value !== null ? Object.values(value).filter(isContainer) : [],
    );
  }
}

function isContainer(value: unknown): boolean {
  return typeof value === 'object' && value !== null;
}

function mendSurrogates(root: JsonObject, issues: Issues): void {
  let count = 0;
  const waiting: (JsonObject | unknown[])[] = [root];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    for (const [key, value] of Object.entries(node)) {
      if (typeof value === 'string' && !value.isWellFormed()) {
        (node as JsonObject)[key] = value.toWellFormed();
        count++;
      } else if (isContainer(value)) waiting.push(value as JsonObject);
    }
  }
  if (count > 0) issues.report('lone_surrogate', '', `in ${count} text values, each replaced by U+FFFD`);
}
