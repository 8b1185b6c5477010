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

/** Most rows of one code for the records of a bundle: a million lines of something else would be a million rows. */
export const MOST_ROWS = 10_000;

/** Gathers rejections. Of one code in a bundle the first are rows of their own, all others are counted in one more row. */
export class Rejections {
  readonly #list: PlannedRejection[] = [];
  readonly #counts = new Map<string, number>();
  readonly #bundle: string | undefined;

  /** @param bundle the source of the records, where INPUT is a bundle: it bounds the rows */
  constructor(bundle: string | undefined) {
    this.#bundle = bundle;
  }

  add(from: Provenance, stage: PlannedRejection['stage'], rejection: Rejected): void {
    const count = (this.#counts.get(rejection.code) ?? 0) + 1;
    this.#counts.set(rejection.code, count);
    if (this.#bundle === undefined || count <= MOST_ROWS)
      this.#list.push({ from, stage, rejection, graphs: 1 });
  }

  /** All rows, those that count others last. */
  rows(): PlannedRejection[] {
    const beyond = [...this.#counts].filter(([, count]) => this.#bundle !== undefined && count > MOST_ROWS);
    return [
      ...this.#list,
      ...beyond.map(([code, count]) => {
        const graphs = count - MOST_ROWS;
        const message = `expected at most ${MOST_ROWS} records of this code, found ${graphs} more, which have no row of their own`;
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
