import { rmSync } from 'node:fs';
import { cached } from './cache.js';
import { type Corpus, corpusOf } from './corpus.js';
import { type Measurement, measure } from './measure.js';
import type { Method } from './methods.js';
import type { BenchOptions } from './options.js';

/** The runs of one method on one corpus. */
export interface MethodRuns {
  readonly method: Method;
  readonly runs: readonly Measurement[];
  /** What it said when it failed; it is not run again then; empty when it did not. */
  readonly failure: string;
}

/** Where a method writes. */
export function outputOf(method: Method): string {
  return cached(`out-${method.name}`);
}

/**
 * Runs the methods in turn, so that a change of the machine's load affects all of them alike. Everything but the slow
 * methods has a run that does not count before; outputs of the last runs stay.
 */
export async function runInTurn(
  methods: readonly Method[],
  size: number,
  { runs, all }: BenchOptions,
): Promise<{ corpus: Corpus; results: MethodRuns[] }> {
  const due = methods.filter((method) => !method.slow || all || size <= 5000);
  const corpus = await corpusOf(size, [...new Set(due.map(({ input }) => input))]);
  const results = due.map((method) => ({ method, runs: [] as Measurement[], failure: '' }));
  for (let round = 0; round <= runs; round++) {
    for (const result of results) {
      const { method } = result;
      if (result.failure || (method.slow && round !== 1)) continue;
      process.stderr.write(`${size} graphs, ${round === 0 ? 'warm-up' : `round ${round}`}: ${method.name}\n`);
      try {
        const measurement = await runOnce(method, corpus);
        if (round > 0) result.runs.push(measurement);
      } catch (error) {
        result.failure = (error as Error).message;
        process.stderr.write(`${result.failure}\n`);
      }
    }
  }
  return { corpus, results };
}

function runOnce(method: Method, corpus: Corpus): Promise<Measurement> {
  const out = outputOf(method);
  rmSync(out, { recursive: true, force: true });
  return measure(method.command(corpus[method.input], out));
}
