import type { Corpus } from './corpus.js';
import type { MethodRuns } from './round.js';

/** One line of the result. Times are in seconds, memory in bytes. */
export interface Summary {
  readonly graphs: number;
  readonly method: string;
  readonly title: string;
  readonly input: string;
  readonly runs: readonly number[];
  readonly median: number;
  readonly least: number;
  readonly most: number;
  readonly graphs_per_second: number;
  /** Megabytes (10⁶ bytes) of JSON per second. */
  readonly mb_per_second: number;
  readonly cpu_seconds: number;
  readonly peak_bytes: number;
  /** Time of the best SQL on the same form of input, divided by this; above 1 is faster than SQL. */
  readonly ratio_to_sql: number | undefined;
  /** Whether the deliverable equals ours, or that a later run failed. */
  readonly output: string;
}

/** The summaries of all methods on one corpus; `outputs` says how each deliverable compares. */
export function summarize(
  corpus: Corpus,
  results: readonly MethodRuns[],
  outputs: ReadonlyMap<string, string>,
): Summary[] {
  const measured = results.filter(({ runs }) => runs.length > 0);
  const medians = new Map(
    measured.map(({ method, runs }) => [method.name, median(runs.map((run) => run.seconds))]),
  );
  return measured.map(({ method, runs, failure }) => {
    const seconds = runs.map((run) => run.seconds);
    const time = medians.get(method.name)!;
    const sql = medians.get(method.input === 'zip' ? 'sql-zip' : 'sql');
    return {
      graphs: corpus.graphs,
      method: method.name,
      title: method.title,
      input: method.input,
      runs: seconds,
      median: time,
      least: Math.min(...seconds),
      most: Math.max(...seconds),
      graphs_per_second: corpus.graphs / time,
      mb_per_second: corpus.bytes / 1e6 / time,
      cpu_seconds: median(runs.map((run) => run.cpu_seconds)),
      peak_bytes: Math.max(...runs.map((run) => run.peak_bytes)),
      ratio_to_sql: sql === undefined ? undefined : sql / time,
      output: failure ? 'failed in a later run' : (outputs.get(method.name) ?? 'not the same deliverable'),
    };
  });
}

/** The middle value, or the mean of the two middle ones. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
