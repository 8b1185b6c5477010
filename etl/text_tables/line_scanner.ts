import { isUtf8 } from 'node:buffer';
import type { FileDiagnostics } from './file_diagnostics.js';
import { isPlain } from './plain_field.js';
import type { RowReader } from './row_reader.js';
import { LONGEST_ROW, type Spool } from './spool.js';
import type { FieldKind } from './values.js';

const [LF, CR, QUOTE] = [10, 13, 34];

/** Kinds of bytes: those that end a field, a line, and those that need care. */
const [ORDINARY, DELIMITER, END, ODD, HIGH] = [0, 1, 2, 3, 4];

/**
 * Finds the lines of a text table in its bytes. A line with the expected number of delimiters, without quotes, in UTF-8 and with plain
 * fields goes to the spool as it is; every other one to a `RowReader`.
 */
export class LineScanner {
  /** Number of the last line. */
  line: number;
  #rest: Buffer = Buffer.alloc(0);
  /** Bytes of a line too long to be kept. */
  #skipped = 0;
  readonly #kinds = new Uint8Array(256);
  readonly #delimiters: number;
  readonly #fieldKinds: readonly (FieldKind | undefined)[];
  readonly #isNeeded: readonly boolean[];

  /** @param headerLines lines that have been read */
  constructor(
    readonly rows: RowReader,
    readonly spool: Spool,
    readonly diagnostics: FileDiagnostics,
    headerLines: number,
  ) {
    this.line = headerLines;
    this.#delimiters = rows.layout.headers.length - 1;
    this.#fieldKinds = rows.layout.kinds;
    this.#isNeeded = rows.layout.headers.map((_, place) => rows.layout.needed.includes(place));
    for (let byte = 0; byte < 256; byte++) {
      const isControl = byte < 32 && byte !== 9;
      this.#kinds[byte] = byte >= 128 ? HIGH! : isControl || byte === QUOTE ? ODD! : ORDINARY!;
    }
    this.#kinds[LF!] = END!;
    this.#kinds[rows.layout.delimiter.charCodeAt(0)] = DELIMITER!;
  }

  /** Adds the next bytes. */
  push(chunk: Buffer): void {
    const block = this.#rest.length > 0 ? Buffer.concat([this.#rest, chunk]) : chunk;
    const end = block.lastIndexOf(LF!) + 1;
    if (end > 0) this.#scan(block, end);
    this.#rest = block.subarray(end);
    if (this.#rest.length <= LONGEST_ROW) return;
    this.#skipped += this.#rest.length;
    this.#rest = Buffer.alloc(0);
  }

  /** Ends the last line, where the file does not. */
  finish(): void {
    if (this.#rest.length > 0 || this.#skipped > 0)
      this.#scan(Buffer.concat([this.#rest, Buffer.from('\n')]));
    this.rows.finish();
  }

  #scan(block: Buffer, end = block.length): void {
    const kinds = this.#kinds;
    const isAllUtf8 = isUtf8(block.subarray(0, end));
    let [start, field, delimiters] = [0, 0, 0];
    let isOdd = false;
    let isAscii = true;
    for (let at = 0; at < end; at++) {
      const kind = kinds[block[at]!];
      if (kind === ORDINARY) continue;
      if (kind === HIGH) isAscii = false;
      else if (kind === ODD) isOdd ||= block[at] !== CR || block[at + 1] !== LF;
      else {
        const stop = kind === END && block[at - 1] === CR && at > field ? at - 1 : at;
        isOdd ||= !this.#isPlain(block, field, stop, delimiters);
        field = at + 1;
        if (kind === DELIMITER) {
          delimiters++;
          continue;
        }
        this.line++;
        const isWhole = delimiters === this.#delimiters && stop - start > delimiters && this.#skipped === 0;
        if (isWhole && !isOdd && (isAscii || isAllUtf8) && !this.rows.isOpen && this.rows.withText) {
          this.spool.addBytes(this.line, block, start, stop);
        } else this.#careful(block.subarray(start, at), isAscii || isAllUtf8);
        start = at + 1;
        delimiters = 0;
        isOdd = false;
        isAscii = true;
      }
    }
  }

  #isPlain(block: Buffer, from: number, to: number, place: number): boolean {
    return isPlain(this.#fieldKinds[place], this.#isNeeded[place] === true, block, from, to);
  }

  #careful(bytes: Buffer, isKnownUtf8: boolean): void {
    const size = this.#skipped + bytes.length;
    if (size > LONGEST_ROW) {
      this.#skipped = 0;
      const message = `expected at most ${LONGEST_ROW} bytes, found ${size}`;
      this.diagnostics.reject('too_large', this.line, message);
      return;
    }
    if (!isKnownUtf8 && !isUtf8(bytes)) {
      this.diagnostics.changed('invalid_bytes', this.line, 'bytes that are not UTF-8; replaced by U+FFFD');
    }
    this.rows.add(bytes.toString('utf8'), this.line);
    this.line += this.rows.takeFurtherLines();
  }
}
