import { LIMITS } from '../limits.js';
import type { Range } from './byte_range.js';
import { beginsEntry, beginsGraph, isSpace, KEY_REACH, keyAt } from './element_key.js';
import {
  CLOSE,
  CLOSE_BRACE,
  COLON,
  COMMA,
  isAllowed,
  isBracket,
  isStructure,
  KEY,
  OPEN,
  OPEN_BRACE,
  QUOTE,
  SCALAR,
} from './json_tokens.js';
import { SwallowedGraphs } from './swallowed_graphs.js';

const LF = 0x0a;
const BACKSLASH = 0x5c;
const MARK = [0xef, 0xbb, 0xbf];

/** Open brackets that are kept apart, which bounds the memory; those beyond are counted. */
const DEEPEST = 2 ** 16;

/** Open brackets that a closing one may skip in a broken element; a scene graph nests five deep. */
const SKIPPED = 64;

/**
 * Walks the bytes of a JSON array and finds the byte range of each element, without white space around it. While the text is JSON
 * the elements are those of JSON. Where it is not, the element is broken, and costs itself and at most the one it ran into:
 *
 * - it ends where the next object begins like a graph, `{"image_id":` or another key that only graphs have, whatever brackets and
 *   quotes are open: such bytes are never part of a sound string;
 * - objects like that which it had swallowed before the fault was seen are elements again;
 * - in a bundle of which no element begins so, any key will do that no entry of a graph begins with, and it ends where its brackets
 *   do: a string ends at a line break, which none may hold, a bracket closes what it can close within the element, and a brace that
 *   no colon precedes begins the next element if it stands in an object.
 */
export class ArrayScan {
  readonly #found: (range: Range) => void;
  /** Bytes that wait for those behind them, and the place of the first in the file. */
  #bytes: Buffer = Buffer.alloc(0);
  #position = 0;
  /** The brackets that are open, the one of the array first. */
  #open: number[];
  /** Brackets open beyond the deepest of these. */
  #beyond = 0;
  #inString = false;
  #isKey = false;
  #escaped = false;
  /** The last token. */
  #last: number = OPEN;
  #start = -1;
  #end = -1;
  #isBroken = false;
  /** True when an element has begun with a key that only graphs have. */
  #areGraphs = false;
  #named = 0;
  readonly #swallowed = new SwallowedGraphs();

  /** @param isOpen true to begin within the array, where its bracket is missing */
  constructor(found: (range: Range) => void, isOpen = false) {
    this.#found = found;
    this.#open = isOpen ? [OPEN] : [];
  }

  /** Number of elements that begin like a graph. */
  get named(): number {
    return this.#named;
  }

  push(block: Buffer): void {
    this.#bytes = this.#bytes.length === 0 ? block : Buffer.concat([this.#bytes, block]);
    this.#walk(Math.max(0, this.#bytes.length - KEY_REACH));
  }

  /** What follows the last comma or the closing bracket is a record too: it will be judged like any other. */
  end(): void {
    this.#walk(this.#bytes.length);
    if (this.#open.length > 1 || this.#swallowed.count > 0 || this.#inString) this.#breakHere();
    this.#emit();
  }

  #walk(length: number): void {
    let i = 0;
    while (i < length) {
      if (this.#inString) i = this.#skipString(i, length);
      else this.#step(i++);
    }
    this.#bytes = this.#bytes.subarray(i);
    this.#position += i;
  }

  #step(i: number): void {
    const byte = this.#bytes[i]!;
    const at = this.#position + i;
    if (isSpace(byte) || (at < MARK.length && MARK.includes(byte))) return;
    if (this.#open.length === 0 && this.#start < 0 && (byte === OPEN || byte === COMMA))
      this.#open.push(OPEN);
    else if (this.#open.length === 1 && (byte === COMMA || byte === CLOSE) && !this.#isLost)
      this.#endElement(byte);
    else if (byte === OPEN_BRACE) this.#openObject(i, at);
    else this.#take(byte, at);
  }

  /** True in a broken element that ends where the next one is known by its key. */
  get #isLost(): boolean {
    return this.#isBroken && this.#areGraphs;
  }

  #endElement(byte: number): void {
    this.#emit();
    if (byte === CLOSE) this.#open = [];
    this.#last = COMMA;
  }

  #openObject(i: number, at: number): void {
    const key = keyAt(this.#bytes, i);
    const isGraph = this.#isElement(key);
    const isOutside = this.#open.length <= 1 && (this.#start < 0 || isGraph || this.#last === CLOSE_BRACE);
    if (!isOutside && !this.#isAllowed(OPEN_BRACE)) this.#breakHere();
    if ((isOutside && !this.#isLost) || (this.#isBroken && (isGraph || this.#isUnnamed))) {
      this.#begin(at);
      if (isGraph) this.#named++;
      if (beginsGraph(key)) this.#areGraphs = true;
    } else if (isGraph) this.#swallowed.add(at, this.#end, this.#open.length);
    this.#take(OPEN_BRACE, at);
  }

  /** True for the first key of an element: one that only graphs have, or, in a bundle of others, one that no entry has. */
  #isElement(key: string | undefined): boolean {
    return beginsGraph(key) || (!this.#areGraphs && key !== undefined && !beginsEntry(key));
  }

  /** True for a brace in an object that no colon precedes, in a bundle of which no element begins like a graph. */
  get #isUnnamed(): boolean {
    const isInObject = this.#beyond === 0 && this.#open.at(-1) === OPEN_BRACE;
    return !this.#areGraphs && isInObject && this.#last !== COLON;
  }

  /** The next element begins here, whatever is open. */
  #begin(at: number): void {
    this.#emit();
    this.#open = [OPEN];
    this.#beyond = 0;
    this.#last = COMMA;
    this.#start = at;
  }

  #take(byte: number, at: number): void {
    if (this.#isLost) {
      this.#skip(byte, at);
      return;
    }
    if (this.#start < 0) this.#start = at;
    const token = isStructure(byte) ? byte : SCALAR;
    const isSame = token === SCALAR && this.#last === SCALAR && this.#end === at;
    if (byte !== COMMA) this.#end = at + 1;
    if (isSame) return;
    if (!this.#isAllowed(token)) {
      this.#breakHere();
      if (this.#isLost) return;
    }
    if (token === QUOTE) {
      this.#inString = true;
      this.#isKey = this.#open.at(-1) === OPEN_BRACE && this.#last !== COLON;
      return;
    }
    this.#last = token;
    if (this.#open.length > 0 && isBracket(token)) this.#nest(token, at);
    if (at - this.#start > LIMITS.graphBytes && this.#swallowed.count > 0) this.#release();
  }

  /** Takes a byte of a broken element. What is left of one behind others that it had swallowed begins where it says something. */
  #skip(byte: number, at: number): void {
    if (byte === COMMA || (this.#start < 0 && isBracket(byte))) return;
    if (this.#start < 0) this.#start = at;
    this.#end = at + 1;
  }

  #isAllowed(token: number): boolean {
    if (this.#beyond > 0 || this.#open.length === 0) return true;
    return isAllowed(token, this.#last, this.#open.at(-1) === OPEN);
  }

  #nest(byte: number, at: number): void {
    if (byte === OPEN || byte === OPEN_BRACE) {
      if (this.#open.length < DEEPEST) this.#open.push(byte);
      else this.#beyond++;
    } else if (this.#beyond > 0) this.#beyond--;
    else {
      this.#close(byte === CLOSE ? OPEN : OPEN_BRACE);
      if (this.#swallowed.count > 0) this.#swallowed.close(byte, at + 1, this.#open.length);
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

  /** Goes to the byte behind the string, or to `length`. */
  #skipString(from: number, length: number): number {
    const bytes = this.#bytes;
    for (let i = from; i < length; i++) {
      const byte = bytes[i]!;
      if (byte === QUOTE && !this.#escaped) {
        this.#endString(i + 1);
        return i + 1;
      }
      if (byte === LF || (byte === OPEN_BRACE && this.#isElement(keyAt(bytes, i)))) {
        this.#endString(i);
        this.#breakHere();
        return i;
      }
      this.#escaped = byte === BACKSLASH && !this.#escaped;
    }
    this.#end = this.#position + length;
    return length;
  }

  #endString(end: number): void {
    this.#inString = false;
    this.#escaped = false;
    this.#last = this.#isKey ? KEY : QUOTE;
    this.#end = this.#position + end;
  }

  /** The text is no JSON here: the element is broken. */
  #breakHere(): void {
    if (this.#isBroken || this.#start < 0) return;
    this.#isBroken = true;
    if (this.#swallowed.count > 0) this.#release();
    this.#isBroken = true;
  }

  /** The element is broken before the first object in it that begins like a graph: all of these are elements of their own. */
  #release(): void {
    const { before, count, ranges, open } = this.#swallowed.release();
    this.#add(this.#start, before);
    for (const [start, end] of ranges) this.#add(start, end);
    this.#named += count;
    this.#start = open?.start ?? -1;
    this.#isBroken = open === undefined;
    if (open !== undefined) this.#open = [OPEN, ...this.#open.slice(open.depth)];
  }

  #emit(): void {
    if (this.#start >= 0) this.#add(this.#start, this.#end);
    this.#start = -1;
    this.#isBroken = false;
    this.#swallowed.clear();
  }

  #add(start: number, end: number): void {
    if (end > start) this.#found([start, end]);
  }
}
