import { type Data, Float64, makeData } from 'apache-arrow';
import { doubleBuffers } from './buffer_pool.js';
import { BufferColumn } from './column.js';
import { validity } from './validity.js';

/** Stands for null: JSON cannot write it. */
const NULL = Number.NaN;

/** Finite doubles. */
export class DoubleColumn extends BufferColumn<Float64Array<ArrayBuffer>> {
  constructor() {
    super(doubleBuffers);
  }

  push(value: number | null): void {
    if (this.length === this.buffer.length) this.grow();
    this.buffer[this.length++] = value ?? NULL;
  }

  override toArrow(): Data<Float64> {
    const { buffer, length } = this;
    const data = buffer.subarray(0, length);
    return makeData({ type: new Float64(), data, ...validity((row) => Number.isNaN(buffer[row]), length) });
  }
}
