import { writeSync } from 'node:fs';
import { identifier, literal } from '../schema/ddl.js';
import type { TempFile } from '../warehouse/temp_folder.js';

/** Bytes that are written at once. */
const BUFFER = 2 ** 20;

/** Marks an escaped character in the spool; no text table is known to hold it. */
const ESCAPE = '\x1f';

/** Longest row in bytes, its continuation lines included; escaping may double it. */
export const LONGEST_ROW = 2 ** 20;

const LF = 10;
const ZERO = 48;

/**
 * A file of rows that DuckDB reads without any choice: one line per row, no quotes, its first field the number of the line in the text
 * table. Whatever could be taken for more than text is escaped.
 */
export class Spool {
  rows = 0;
  readonly #file: TempFile;
  readonly #buffer = Buffer.allocUnsafe(BUFFER + 2 * LONGEST_ROW);
  readonly #special: RegExp;
  #length = 0;

  constructor(
    file: TempFile,
    readonly delimiter: string,
  ) {
    this.#file = file;
    this.#special = new RegExp(`[${ESCAPE}\\n\\r${delimiter === '|' ? '\\|' : delimiter}]`, 'g');
  }

  /** Adds a row that needs no escaping, as bytes. */
  addBytes(line: number, bytes: Buffer, from: number, to: number): void {
    this.#begin(line);
    this.#length += bytes.copy(this.#buffer, this.#length, from, to);
    this.#end();
  }

  /** Adds a row by its fields. */
  addFields(line: number, fields: readonly string[]): void {
    this.#begin(line);
    const text = fields.map((field) => field.replace(this.#special, this.#escaped)).join(this.delimiter);
    this.#length += this.#buffer.write(text, this.#length);
    this.#end();
  }

  /** What DuckDB opens to read it. */
  get path(): string {
    return this.#file.path;
  }

  /** Writes what is left. */
  finish(): void {
    this.#flush();
  }

  /** Closes and removes the file. */
  remove(): void {
    this.#file.close();
  }

  readonly #escaped = (character: string) => ESCAPE + (escapes.get(character) ?? 'd');

  #begin(line: number): void {
    let divisor = 1;
    while (divisor * 10 <= line) divisor *= 10;
    for (; divisor >= 1; divisor = Math.floor(divisor / 10)) {
      this.#buffer[this.#length++] = ZERO + (Math.floor(line / divisor) % 10);
    }
    this.#buffer[this.#length++] = this.delimiter.charCodeAt(0);
  }

  #end(): void {
    this.#buffer[this.#length++] = LF;
    this.rows++;
    if (this.#length >= BUFFER) this.#flush();
  }

  #flush(): void {
    for (let from = 0; from < this.#length; )
      from += writeSync(this.#file.file, this.#buffer, from, this.#length - from);
    this.#length = 0;
  }
}

const escapes = new Map([
  ['\n', 'n'],
  ['\r', 'r'],
  [ESCAPE, 'u'],
]);

/** The rows of a spool as SQL: `line BIGINT`, and the fields as text by these names; an empty field is NULL. */
export function spoolRows({ path, delimiter }: Spool, fields: readonly string[]): string {
  const types = [`line: 'BIGINT'`, ...fields.map((field) => `${identifier(field)}: 'VARCHAR'`)];
  return `read_csv(${literal(withoutGlob(path))}, columns = {${types.join(', ')}}, auto_detect = false, header = false,
    delim = ${literal(delimiter)}, quote = '', escape = '', nullstr = '', new_line = '\\n', compression = 'none',
    max_line_size = ${4 * LONGEST_ROW}, buffer_size = ${8 * LONGEST_ROW})`;
}

/** A field of a spool as it stood in the text table. */
export function decoded(field: string, delimiter: string): string {
  const steps = [['d', literal(delimiter)] as const, ['n', 'chr(10)'], ['r', 'chr(13)'], ['u', 'chr(31)']];
  const text = steps.reduce((sql, [mark, to]) => `replace(${sql}, chr(31) || '${mark}', ${to})`, field);
  return `if(contains(${field}, chr(31)), ${text}, ${field})`;
}

/** A path for DuckDB, which takes *, ? and [ of a path for a pattern, and then reads all files that match. */
function withoutGlob(path: string): string {
  return path.replace(/[*?[]/g, '[$&]');
}
