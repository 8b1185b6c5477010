import { type Data, Int32, makeData } from 'apache-arrow';
import { integerBuffers } from './buffer_pool.js';
import { BufferColumn } from './column.js';
import { validity } from './validity.js';

/** Stands for null: the one 32-bit integer that no column takes. */
const NULL = -(2 ** 31);

/** Integers above -2³¹ and below 2³¹. */
export class IntegerColumn extends BufferColumn<Int32Array<ArrayBuffer>> {
  constructor() {
    super(integerBuffers);
  }

  push(value: number | null): void {
    if (this.length === this.buffer.length) this.grow();
    this.buffer[this.length++] = value ?? NULL;
  }

  override toArrow(): Data<Int32> {
    const { buffer, length } = this;
    const data = buffer.subarray(0, length);
    return makeData({ type: new Int32(), data, ...validity((row) => buffer[row] === NULL, length) });
  }
}
