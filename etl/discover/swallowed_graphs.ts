import type { Range } from './byte_range.js';
import { CLOSE_BRACE } from './json_tokens.js';

/** An object within an element that begins like a graph: an element of its own, should the one around it turn out broken. */
interface Swallowed {
  readonly start: number;
  /** End of what stands before it. */
  readonly before: number;
  /** Brackets open around it. */
  readonly depth: number;
  /** Its end, or -1 while it is open. */
  end: number;
}

/** What a broken element consists of. */
export interface Released {
  /** End of what stands before the first. */
  readonly before: number;
  readonly count: number;
  /** Those that have ended, or that the next one ends. */
  readonly ranges: readonly Range[];
  /** The last one, where it is still open, and the brackets around it. */
  readonly open: { readonly start: number; readonly depth: number } | undefined;
}

/** The objects within the current element of an array that begin like a graph. */
export class SwallowedGraphs {
  readonly #all: Swallowed[] = [];

  get count(): number {
    return this.#all.length;
  }

  add(start: number, before: number, depth: number): void {
    this.#all.push({ start, before, depth, end: -1 });
  }

  clear(): void {
    this.#all.length = 0;
  }

  /**
   * An object that ends well is sound, with all that begins like a graph within it.
   * @param bracket that has closed
   * @param depth brackets that are open behind it
   */
  close(bracket: number, end: number, depth: number): void {
    if (depth === 1 && bracket === CLOSE_BRACE) this.clear();
    const index = this.#all.findLastIndex((one) => one.end < 0);
    const last = this.#all[index];
    if (last === undefined || last.depth !== depth) return;
    last.end = end;
    this.#all.length = index + 1;
  }

  /** Gives them, and forgets them: the element around them is broken. There is at least one. */
  release(): Released {
    const all = this.#all.splice(0);
    const ranges: Range[] = [];
    let open: Released['open'];
    all.forEach(({ start, end, depth }, i) => {
      const next = all[i + 1];
      if (end >= 0) ranges.push([start, end]);
      else if (next) ranges.push([start, next.before]);
      else open = { start, depth };
    });
    return { before: all[0]!.before, count: all.length, ranges, open };
  }
}
