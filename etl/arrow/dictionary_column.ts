import { type Data, Dictionary as DictionaryType, makeData, Uint8, Uint16, Uint32 } from 'apache-arrow';
import { integerBuffers } from './buffer_pool.js';
import { BufferColumn } from './column.js';
import { type Dictionary, NULL_INDEX } from './dictionary.js';
import { validity } from './validity.js';

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

  /** Its indexes are as wide as the dictionary needs. */
  override toArrow(): Data<DictionaryType> {
    const index = this.buffer.subarray(0, this.length);
    const dictionary = this.dictionary.toArrow();
    const width =
      dictionary.length <= 0xff ? new Uint8() : dictionary.length <= 0xffff ? new Uint16() : new Uint32();
    const type = new DictionaryType(dictionary.type, width, this.dictionary.id);
    const nulls = validity((row) => index[row] === NULL_INDEX, this.length);
    return makeData({ type, data: new width.ArrayType(index), dictionary, ...nulls });
  }
}
