import { type Measures, measuresOf, type Outcomes } from './measures.js';
import { seededNumbers } from './random.js';

/** How intervals are drawn: so many times, from this seed. No draws, no intervals. */
export interface Bootstrap {
  readonly draws: number;
  readonly seed: number;
}

/** Ends of a 95 % interval; null where no draw has the measure. */
export type Interval = readonly [low: number | null, high: number | null];

/**
 * 95 % intervals of precision, recall and F1 by a bootstrap over patients: each draw takes as many patients as there are, with
 * replacement, and the interval goes from the 2.5th to the 97.5th percentile (nearest rank) of the draws that have the measure.
 * @param patients outcomes of each patient, in an order that does not depend on the machine; a patient without any has zeros
 */
export function intervalsOf(
  patients: readonly Outcomes[],
  { draws, seed }: Bootstrap,
): Record<keyof Measures, Interval> {
  const next = seededNumbers(seed);
  const drawn = Array.from({ length: draws }, () => {
    const sum = { tp: 0, fp: 0, fn: 0 };
    for (let i = 0; i < patients.length; i++) {
      const { tp, fp, fn } = patients[next(patients.length)]!;
      sum.tp += tp;
      sum.fp += fp;
      sum.fn += fn;
    }
    return measuresOf(sum);
  });
  const interval = (name: keyof Measures) => percentiles(drawn.map((measures) => measures[name]));
  return { precision: interval('precision'), recall: interval('recall'), f1: interval('f1') };
}

/** What a patient adds to a mean. */
export interface Part {
  readonly sum: number;
  readonly n: number;
}

/** The 95 % interval of a mean, by the same bootstrap over patients; a patient without any has n 0. */
export function intervalOfMean(patients: readonly Part[], { draws, seed }: Bootstrap): Interval {
  const next = seededNumbers(seed);
  const means = Array.from({ length: draws }, () => {
    let [sum, n] = [0, 0];
    for (let i = 0; i < patients.length; i++) {
      const part = patients[next(patients.length)]!;
      sum += part.sum;
      n += part.n;
    }
    return n === 0 ? null : sum / n;
  });
  return percentiles(means);
}

function percentiles(values: readonly (number | null)[]): Interval {
  const sorted = values.filter((value) => value !== null).sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.max(Math.ceil(share * sorted.length) - 1, 0)] ?? null;
  return [at(0.025), at(0.975)];
}
