import type { Plan } from './plan.js';

/** What a build knows of the graphs that it found before any is flattened. */
export interface PlanCounts {
  /** Graphs that were found, sound or not. */
  readonly found: number;
  /** Graphs that are not loaded, because one before them is equal: rows of data_issues. */
  readonly repeated: number;
  /** Rejected graphs that have no row of their own in quarantine, because too many have the same fault. */
  readonly uncounted: number;
  /** The same by the code of their fault. */
  readonly beyond: Readonly<Record<string, number>>;
  /** Some of the files that were found and are not read. */
  readonly skipped: readonly string[];
}

/** Skipped files that a message names. */
const NAMED = 3;

/** The graphs of a plan, whatever becomes of them. */
export function countsOf({ found, broken, rejected, issues, skipped }: Plan): PlanCounts {
  const beyond: Record<string, number> = {};
  for (const { rejection, graphs } of rejected) {
    if (graphs > 1) beyond[rejection.code] = (beyond[rejection.code] ?? 0) + graphs - 1;
  }
  return {
    found: found + broken,
    repeated: issues.filter(({ issue }) => issue.code === 'repeated_image').length,
    uncounted: Object.values(beyond).reduce((sum, graphs) => sum + graphs, 0),
    beyond,
    skipped: skipped.slice(0, NAMED),
  };
}
