import { type Data, Dictionary as DictionaryType, makeData, Uint8, Uint16, Uint32 } from 'apache-arrow';
import { integerBuffers } from './buffer_pool.js';
import { BufferColumn } from './column.js';
import { type Dictionary, NULL_INDEX, type SortedValues } from './dictionary.js';
import { type Validity, validity } from './validity.js';

/** Values that repeat: each row is an index into a dictionary. */
export class DictionaryColumn<Value> extends BufferColumn<Int32Array<ArrayBuffer>> {
  constructor(readonly dictionary: Dictionary<Value>) {
    super(integerBuffers);
  }

  get domain(): string {
    return this.dictionary.domain;
  }

  push(value: Value | null): void {
    this.pushIndex(this.dictionary.index(value));
  }

  /** Pushes the value of an index that its dictionary gave: rows of one sentence share most of theirs. */
  pushIndex(index: number): void {
    if (this.length === this.buffer.length) this.grow();
    this.buffer[this.length++] = index;
  }

  override toArrow(): Data<DictionaryType> {
    const index = this.buffer.subarray(0, this.length);
    const nulls = validity((row) => index[row] === NULL_INDEX, this.length);
    return dictionaryData(index, this.dictionary.sorted(), nulls);
  }
}

/**
 * Rows of indexes as Arrow data, whose indexes are as wide as the dictionary needs.
 * @param sorted the values, and the place among them of what each row holds
 */
export function dictionaryData(
  rows: Int32Array,
  sorted: SortedValues,
  nulls: Validity,
): Data<DictionaryType> {
  const { vector, places } = sorted;
  const width = vector.length <= 0xff ? new Uint8() : vector.length <= 0xffff ? new Uint16() : new Uint32();
  const data = new width.ArrayType(rows.length);
  for (let row = 0; row < rows.length; row++) data[row] = places[rows[row]!]!;
  const type = new DictionaryType(vector.type, width);
  return makeData({ type, data, dictionary: vector, ...nulls });
}
