import { type Data, makeData, TimestampMicrosecond } from 'apache-arrow';
import type { Column } from './column.js';
import { validity } from './validity.js';

/** Microseconds since 1970 of a clock without a zone. */
export class TimestampColumn implements Column {
  readonly #values: (bigint | null)[] = [];

  get length(): number {
    return this.#values.length;
  }

  push(value: bigint | null): void {
    this.#values.push(value);
  }

  truncate(length: number): void {
    this.#values.length = length;
  }

  toArrow(): Data<TimestampMicrosecond> {
    const values = this.#values;
    const data = BigInt64Array.from(values, (value) => value ?? 0n);
    return makeData({
      type: new TimestampMicrosecond(),
      data,
      ...validity((row) => values[row] === null, values.length),
    });
  }

  release(): void {}
}
