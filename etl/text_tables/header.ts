import type { ExpectedTable } from './expected_table.js';
import { splitFields } from './fields.js';
import { isRow, type Layout, layoutOf, withRowNames } from './layout.js';

/** The beginning of a text table. */
export interface Head {
  readonly layout: Layout;
  /** Lines up to the header, it included, and of these the blank ones. */
  readonly lines: number;
  readonly blankLines: number;
  /** Whether the header lacks the name of the first column, as R writes row names. */
  readonly hasRowNames: boolean;
  /** Bytes up to the end of the header. */
  readonly bytes: number;
}

/** Longest beginning that is searched for a header. */
const LONGEST_HEAD = 2 ** 20;

const LF = 10;

/** Excel's hint at the delimiter, before the header. */
const hint = /^sep=.$/i;

/**
 * Reads the header at the beginning of a text table.
 * @param isEnd nothing follows these bytes
 * @returns undefined when more bytes are needed; text when there is no header, which says what was expected and found
 */
export function readHead(bytes: Buffer, isEnd: boolean, expected: ExpectedTable): Head | string | undefined {
  const hasEnough = isEnd || bytes.length > LONGEST_HEAD;
  for (let at = 0, lines = 0, blankLines = 0; at < bytes.length; ) {
    const end = bytes.indexOf(LF, at);
    if (end < 0 && !hasEnough) return undefined;
    const next = end < 0 ? bytes.length : end + 1;
    const text = lineOf(bytes, at, next);
    lines++;
    at = next;
    if (text.trim() === '' || hint.test(text.trim())) {
      blankLines++;
      continue;
    }
    const row = firstRow(bytes, at, hasEnough);
    if (row === undefined) return undefined;
    const layout = layoutOf(text, expected);
    if (typeof layout === 'string') return layout;
    const shifted = withRowNames(layout, expected);
    const fields = splitFields(row, layout.delimiter).values;
    const hasRowNames = !isRow(layout, fields) && isRow(shifted, fields);
    return { layout: hasRowNames ? shifted : layout, lines, blankLines, hasRowNames, bytes: at };
  }
  return hasEnough ? 'expected a header, found nothing' : undefined;
}

/** The first line with content behind the header, or '' where there is none; undefined when more bytes are needed. */
function firstRow(bytes: Buffer, from: number, hasEnough: boolean): string | undefined {
  for (let at = from; at < bytes.length; ) {
    const end = bytes.indexOf(LF, at);
    if (end < 0 && !hasEnough) return undefined;
    const next = end < 0 ? bytes.length : end + 1;
    const text = lineOf(bytes, at, next);
    if (text.trim() !== '') return text;
    at = next;
  }
  return hasEnough ? '' : undefined;
}

const lineOf = (bytes: Buffer, from: number, to: number) =>
  bytes.toString('utf8', from, to).replace(/\r?\n?$/, '');
