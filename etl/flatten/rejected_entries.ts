import type { QuarantineCode } from '../diagnostics/codes.js';
import type { Rejected, Rejection } from '../diagnostics/rejection.js';
import type { ListName } from '../graph/entry.js';

/** The rejected entries of one graph: of each list and code the first, and of the others how many there are. */
export class RejectedEntries {
  readonly #list: Rejected[] = [];
  readonly #counts = new Map<string, { list: ListName; code: QuarantineCode; count: number }>();

  /** @param most entries of one list and code that have a row of their own */
  constructor(readonly most: number) {}

  add(list: ListName, rejection: Rejection): void {
    const key = `${list} ${rejection.code}`;
    const counted = this.#counts.get(key) ?? { list, code: rejection.code, count: 0 };
    this.#counts.set(key, counted);
    counted.count++;
    if (counted.count <= this.most) this.#list.push(rejection);
  }

  /** Future rows of quarantine, those that count others last. */
  rows(): readonly Rejected[] {
    const beyond = [...this.#counts.values()].filter(({ count }) => count > this.most);
    return [
      ...this.#list,
      ...beyond.map(({ list, code, count }) => ({
        code,
        pointer: `/${list}`,
        message: `expected at most ${this.most} entries of this code, found ${count - this.most} more, which have no row of their own`,
        image_id: null,
      })),
    ];
  }
}
