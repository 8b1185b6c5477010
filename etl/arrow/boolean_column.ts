import { Bool, type Data, makeData } from 'apache-arrow';
import { integerBuffers } from './buffer_pool.js';
import { BufferColumn } from './column.js';
import { validity } from './validity.js';

const [FALSE, TRUE, NULL] = [0, 1, 2];

/** Booleans. */
export class BooleanColumn extends BufferColumn<Int32Array<ArrayBuffer>> {
  constructor() {
    super(integerBuffers);
  }

  push(value: boolean | null): void {
    if (this.length === this.buffer.length) this.grow();
    this.buffer[this.length++] = value === null ? NULL : value ? TRUE : FALSE;
  }

  override toArrow(): Data<Bool> {
    const { buffer, length } = this;
    const data = new Uint8Array(Math.ceil(length / 64) * 8);
    for (let row = 0; row < length; row++) if (buffer[row] === TRUE) data[row >> 3]! |= 1 << (row & 7);
    return makeData({ type: new Bool(), data, ...validity((row) => buffer[row] === NULL, length) });
  }
}
