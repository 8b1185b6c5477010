import type { Provenance } from '../diagnostics/provenance.js';
import type { Rejected } from '../diagnostics/rejection.js';

/** A row of `quarantine` before any graph is flattened. */
export interface PlannedRejection {
  readonly from: Provenance;
  readonly stage: 'discover' | 'plan';
  readonly rejection: Rejected;
  /** Graphs that the row stands for. */
  readonly graphs: number;
}

/** Gathers rejections. Of one code in a bundle the first are rows of their own, all others are counted in one more row. */
export class Rejections {
  readonly #list: PlannedRejection[] = [];
  readonly #counts = new Map<string, number>();
  readonly #bundle: string | undefined;

  /**
   * @param bundle the source of the records, where INPUT is a bundle: a million lines of something else would be a million rows
   * @param most rows of one code
   */
  constructor(
    bundle: string | undefined,
    readonly most: number,
  ) {
    this.#bundle = bundle;
  }

  add(from: Provenance, stage: PlannedRejection['stage'], rejection: Rejected): void {
    const count = (this.#counts.get(rejection.code) ?? 0) + 1;
    this.#counts.set(rejection.code, count);
    if (this.#bundle === undefined || count <= this.most)
      this.#list.push({ from, stage, rejection, graphs: 1 });
  }

  /** All rows, those that count others last. */
  rows(): PlannedRejection[] {
    const beyond = [...this.#counts].filter(([, count]) => this.#bundle !== undefined && count > this.most);
    return [
      ...this.#list,
      ...beyond.map(([code, count]) => {
        const graphs = count - this.most;
        const message = `expected at most ${this.most} records of this code, found ${graphs} more, which have no row of their own`;
        const rejection = { code: code as Rejected['code'], pointer: '', message, image_id: null };
        return {
          from: { source: this.#bundle!, member: null },
          stage: 'plan' as const,
          rejection,
          graphs,
        };
      }),
    ];
  }
}
