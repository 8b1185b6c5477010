import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';

/** A row of a text table: its fields, and whether its quotes are as RFC 4180 has them. */
export interface TextRow {
  readonly fields: readonly string[];
  readonly isSound: boolean;
}

/** Most lines of one quoted field: a stray quote must not swallow the file. */
const MOST_LINES = 50;

/** Reads the rows of a text table, `.gz` or not, one after the other; blank lines are none. A quoted field may hold line breaks. */
export async function* readRows(path: string, delimiter: string): AsyncGenerator<TextRow> {
  const file = createReadStream(path);
  const input = /\.gz$/i.test(path) ? file.pipe(createGunzip()) : file;
  file.on('error', (error) => input.destroy(error));
  const lines = createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY });
  let open: string[] = [];
  let isFirst = true;
  for await (let line of lines) {
    if (isFirst) line = line.replace(/^\ufeff/, '');
    isFirst = false;
    if (open.length === 0 && line.trim() === '') continue;
    open.push(line);
    const row = open.length === 1 ? line : open.join('\n');
    if (hasOpenQuote(row)) {
      if (open.length < MOST_LINES) continue;
      for (const text of open) yield { fields: text.split(delimiter), isSound: false };
    } else yield splitRow(row, delimiter);
    open = [];
  }
  for (const text of open) yield { fields: text.split(delimiter), isSound: false };
}

function hasOpenQuote(text: string): boolean {
  let quotes = 0;
  for (let at = text.indexOf('"'); at >= 0; at = text.indexOf('"', at + 1)) quotes++;
  return quotes % 2 === 1;
}

function splitRow(row: string, delimiter: string): TextRow {
  if (!row.includes('"')) return { fields: row.split(delimiter), isSound: true };
  const fields: string[] = [];
  let isSound = true;
  for (let at = 0; at <= row.length; ) {
    const quoted = row[at] === '"' ? endOfQuotes(row, at + 1) : -1;
    const isWhole = quoted >= 0 && (quoted === row.length || row[quoted] === delimiter);
    const next = isWhole ? quoted : endOf(row, delimiter, at);
    const text = isWhole ? row.slice(at + 1, quoted - 1).replaceAll('""', '"') : row.slice(at, next);
    if (!isWhole && text.includes('"')) isSound = false;
    fields.push(text);
    at = next + 1;
  }
  return { fields, isSound };
}

function endOf(row: string, delimiter: string, from: number): number {
  const found = row.indexOf(delimiter, from);
  return found < 0 ? row.length : found;
}

/** The place behind the quote that closes a field; -1 where none does. */
function endOfQuotes(row: string, from: number): number {
  for (let at = row.indexOf('"', from); at >= 0; at = row.indexOf('"', at + 2)) {
    if (row[at + 1] !== '"') return at + 1;
  }
  return -1;
}
