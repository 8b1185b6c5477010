import type { Data, Utf8 } from 'apache-arrow';
import type { Column } from './column.js';
import { textData } from './data.js';

/** Texts that hardly ever repeat. */
export class TextColumn implements Column {
  readonly #values: (string | null)[] = [];

  get length(): number {
    return this.#values.length;
  }

  push(value: string | null): void {
    this.#values.push(value);
  }

  truncate(length: number): void {
    this.#values.length = length;
  }

  toArrow(): Data<Utf8> {
    return textData(this.#values);
  }

  release(): void {}
}
