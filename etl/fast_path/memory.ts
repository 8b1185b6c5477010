import type { Domain } from './assembly/domains.js';
import {
  COLUMN_BYTES,
  COLUMNS,
  DICTIONARIES,
  DICTIONARY_BYTES,
  EXPECTED_IMAGE_ID,
  INPUT,
  LARGEST_INPUT,
  LONGEST_IMAGE_ID,
  MEMBER_BYTES,
  MEMBERS,
  PADDING,
  TEXT_BYTES,
  TEXTS,
} from './assembly/memory_map.js';
import type { TextColumn } from './assembly/tables.js';

/** 32-bit words of a member: where its bytes start, how many there are, and its slot. */
const MEMBER_WORDS = MEMBER_BYTES / 4;

/** The memory of the fast path as the host sees it. What it returns are views, valid until the next graph. */
export class FastMemory {
  readonly #buffer: ArrayBuffer;
  readonly #bytes: Buffer;
  readonly #words: Int32Array;

  constructor(buffer: ArrayBuffer) {
    this.#buffer = buffer;
    this.#bytes = Buffer.from(buffer);
    this.#words = new Int32Array(buffer);
  }

  /** Puts a graph where it is read; false when it is too large. */
  writeGraph(graph: Uint8Array): boolean {
    if (graph.length > LARGEST_INPUT) return false;
    this.#bytes.set(graph, INPUT);
    this.#bytes.fill(0, INPUT + graph.length, INPUT + graph.length + PADDING);
    return true;
  }

  /** Puts the expected image_id where it is read; returns its bytes, or undefined when it is too long. */
  writeImageId(imageId: string): number | undefined {
    if (imageId.length * 3 > LONGEST_IMAGE_ID) return undefined;
    return this.#bytes.write(imageId, EXPECTED_IMAGE_ID, 'utf8');
  }

  /** The text that a member is. */
  text(domain: Domain, member: number): string {
    const { start, length } = this.#member(domain, member);
    return this.#bytes.toString('utf8', start, start + length);
  }

  /** The texts of a member that is a list; `elements` is the domain of its texts. */
  texts(domain: Domain, elements: Domain, member: number): string[] {
    const { start, length } = this.#member(domain, member);
    const list = this.#words.subarray(start / 4, (start + length) / 4);
    return Array.from(list, (element) => this.text(elements, element));
  }

  /** The first values of a column. */
  column(column: number, count: number): Int32Array {
    const start = (COLUMNS + column * COLUMN_BYTES) / 4;
    return this.#words.subarray(start, start + count);
  }

  /** The first bytes of a text column. */
  textBytes(column: TextColumn, length: number): Uint8Array {
    return new Uint8Array(this.#buffer, TEXTS + column * TEXT_BYTES, length);
  }

  #member(domain: Domain, member: number): { readonly start: number; readonly length: number } {
    const at = (DICTIONARIES + domain * DICTIONARY_BYTES + MEMBERS) / 4 + member * MEMBER_WORDS;
    return { start: this.#words[at]!, length: this.#words[at + 1]! };
  }
}
