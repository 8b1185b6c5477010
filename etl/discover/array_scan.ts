/** Byte range of one record of a file. */
export type Range = readonly [start: number, end: number];

const LF = 0x0a;
const QUOTE = 0x22;
const COMMA = 0x2c;
const COLON = 0x3a;
const BACKSLASH = 0x5c;
const [OPEN, CLOSE] = [0x5b, 0x5d];
const [OPEN_BRACE, CLOSE_BRACE] = [0x7b, 0x7d];
const MARK = [0xef, 0xbb, 0xbf];

/** Open brackets that are told apart, which bounds the memory; those beyond are counted. */
const DEEPEST = 2 ** 16;

/** Open brackets that a closing one may skip; a scene graph nests five deep. */
const SKIPPED = 64;

/** True for the white space of JSON. */
export const isSpace = (byte: number) => byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;

/**
 * Walks the bytes of a JSON array and tells the byte range of each element, without white space around it. An element whose
 * brackets or quotes do not match must cost only itself: a string ends at a line break, which none may hold, a bracket closes
 * what it can close within the element, and a brace that no colon precedes begins the next element if it stands in an object.
 */
export class ArrayScan {
  readonly #found: (range: Range) => void;
  #position = 0;
  /** The brackets that are open, the one of the array first. */
  readonly #open: number[] = [];
  /** Brackets open beyond the deepest of these. */
  #beyond = 0;
  #inString = false;
  #escaped = false;
  /** Last byte that was neither white space nor within a string. */
  #last = 0;
  #start = -1;
  #end = -1;

  constructor(found: (range: Range) => void) {
    this.#found = found;
  }

  push(block: Buffer): void {
    for (let i = 0; i < block.length; i++) {
      const byte = block[i]!;
      if (this.#inString) {
        i = this.#skipString(block, i);
        continue;
      }
      const at = this.#position + i;
      if (isSpace(byte) || (at < MARK.length && MARK.includes(byte))) continue;
      this.#meet(byte, at);
      this.#last = byte;
    }
    this.#position += block.length;
  }

  /** Goes to the closing quote of the string, or to the last byte of the block. */
  #skipString(block: Buffer, from: number): number {
    for (let i = from; i < block.length; i++) {
      const byte = block[i]!;
      if (byte === LF || (byte === QUOTE && !this.#escaped)) {
        this.#inString = false;
        this.#escaped = false;
        this.#end = this.#position + i + 1;
        return i;
      }
      this.#escaped = byte === BACKSLASH && !this.#escaped;
    }
    this.#end = this.#position + block.length;
    return block.length - 1;
  }

  #meet(byte: number, at: number): void {
    const depth = this.#open.length;
    const isRoot = depth === 0 && this.#start < 0 && (byte === OPEN || byte === COMMA);
    const isEnd = depth === 1 && byte === CLOSE;
    if (isRoot || isEnd || (depth === 1 && byte === COMMA)) {
      this.#emit();
      if (isRoot) this.#open.push(OPEN);
      if (isEnd) this.#open.pop();
      return;
    }
    const isInObject = this.#beyond === 0 && this.#open.at(-1) === OPEN_BRACE;
    const isNext = byte === OPEN_BRACE && isInObject && this.#last !== COLON;
    if (isNext) {
      this.#emit();
      this.#open.length = 1;
    }
    if (this.#start < 0) this.#start = at;
    this.#end = at + 1;
    if (byte === QUOTE) this.#inString = true;
    else if (depth > 0) this.#nest(byte);
  }

  #nest(byte: number): void {
    if (byte === OPEN || byte === OPEN_BRACE) {
      if (this.#open.length < DEEPEST) this.#open.push(byte);
      else this.#beyond++;
    } else if (byte === CLOSE || byte === CLOSE_BRACE) {
      if (this.#beyond > 0) this.#beyond--;
      else this.#close(byte === CLOSE ? OPEN : OPEN_BRACE);
    }
  }

  /** Closes the last bracket of this kind within the element, and those within it. */
  #close(kind: number): void {
    const least = Math.max(1, this.#open.length - SKIPPED);
    for (let i = this.#open.length - 1; i >= least; i--) {
      if (this.#open[i] !== kind) continue;
      this.#open.length = i;
      return;
    }
  }

  #emit(): void {
    if (this.#start >= 0) this.#found([this.#start, this.#end]);
    this.#start = -1;
  }

  /** What follows the last comma or the closing bracket is a record too: it will be judged like any other. */
  end(): void {
    this.#emit();
  }
}
