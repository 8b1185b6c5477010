/** True positives, false positives and false negatives. */
export interface Outcomes {
  readonly tp: number;
  readonly fp: number;
  readonly fn: number;
}

/** Precision, recall and F1 of outcomes; null where the denominator is 0. */
export interface Measures {
  readonly precision: number | null;
  readonly recall: number | null;
  readonly f1: number | null;
}

/** Precision tp / (tp + fp), recall tp / (tp + fn) and F1 2 tp / (2 tp + fp + fn), as the dataset's page has them. */
export function measuresOf({ tp, fp, fn }: Outcomes): Measures {
  return { precision: share(tp, tp + fp), recall: share(tp, tp + fn), f1: share(2 * tp, 2 * tp + fp + fn) };
}

function share(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}
