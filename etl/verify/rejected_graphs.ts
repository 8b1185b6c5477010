import { UserError } from '../error.js';

/** The graphs that a build rejected for one reason. */
export interface RejectedGraphs {
  readonly code: string;
  readonly graphs: number;
  /** Where the first of them is, by path, and what is wrong with it; never report text. */
  readonly example: string;
}

/** What a build found and what became of it, in graphs. */
export interface Yield {
  readonly input: string;
  readonly found: number;
  readonly loaded: number;
  readonly rejected: readonly RejectedGraphs[];
  /** Files that are no graphs, or are read in another way. */
  readonly skipped: readonly string[];
}

/** So many rejected graphs are never too many: a small input with a few bad ones builds. */
const TOLERATED = 100;

/** Share of the graphs found that may be rejected unless an option says otherwise. */
export const MAX_REJECTED = 0.05;

/**
 * Expects a usable graph, and not too many rejected ones: then the input is broken, or is no release, and what is left of it must
 * not replace a whole warehouse.
 * @param share greatest share of rejected graphs, 0 to 1
 * @throws UserError with the codes, their counts and an example
 */
export function expectGraphs(result: Yield, share: number): void {
  const { input, found, loaded, rejected, skipped } = result;
  const lost = rejected.reduce((sum, { graphs }) => sum + graphs, 0);
  if (loaded === 0) {
    const total = Math.max(found, lost);
    const what =
      total === 0
        ? `none${others(skipped)}`
        : `${total === 1 ? '1 file that is not usable' : `${total} files of which none is usable`}${reasons(rejected)}`;
    const advice = total === 0 ? '' : 'mend what the example shows, or ';
    throw new UserError(
      `${input}: expected scene graphs, found ${what}; ${advice}` +
        'give a release, a scene_graph.zip, a folder of *_SceneGraph.json, a .jsonl[.gz] or a .json array.',
    );
  }
  if (lost <= TOLERATED || lost <= share * found) return;
  throw new UserError(
    `${input}: expected at most ${percent(share)} of the scene graphs to be rejected, found ${lost} of ${found} ` +
      `(${percent(lost / found)})${reasons(rejected)}; mend the input, or allow it with --max-rejected ` +
      `${Math.min(1, Math.ceil((lost / found) * 100) / 100)}; the earlier warehouse, if any, is as it was.`,
  );
}

function reasons(rejected: readonly RejectedGraphs[]): string {
  const counts = rejected.map(({ code, graphs }) => `${code} ${graphs}`).join(', ');
  return rejected.length === 0 ? '' : `: ${counts}; for example ${rejected[0]!.example}`;
}

function others(skipped: readonly string[]): string {
  return skipped.length === 0 ? '' : `, but ${skipped.slice(0, 3).join(', ')}`;
}

const percent = (share: number) => `${Number((share * 100).toPrecision(3))} %`;
