import { isAscii, isUtf8 } from 'node:buffer';
import type { Issues } from '../diagnostics/issues.js';
import { Rejection } from '../diagnostics/rejection.js';

/**
 * The text of UTF-8 bytes; a byte-order mark is skipped, with an issue.
 * @throws Rejection invalid_utf8
 */
export function textOf(bytes: Buffer, issues: Issues): string {
  return withoutMark(decode(bytes), issues);
}

function decode(bytes: Buffer): string {
  if (isAscii(bytes)) return bytes.toString('latin1');
  if (!isUtf8(bytes))
    throw new Rejection('invalid_utf8', '', `expected UTF-8, found other bytes among ${bytes.length}`);
  return bytes.toString('utf8');
}

function withoutMark(text: string, issues: Issues): string {
  if (text.charCodeAt(0) !== 0xfeff) return text;
  issues.add('byte_order_mark', '', 'skipped');
  return text.slice(1);
}
