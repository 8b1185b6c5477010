import table from './habits.json' with { type: 'json' };

/** How often a sentence names the side, and a place below the lung, of what it affirms. */
export interface StatedShares {
  readonly side: number;
  readonly place: number;
}

/**
 * Habits of the real release that rules of its readers depend on, each as a share. The figures are published where a source is named;
 * the others are guesses, high enough that rules which differ give different rows.
 */
export interface Habits {
  /**
   * By class of finding: the share of positive images whose sentence states the side, and of positive (region, finding) pairs whose
   * place is stated. Counted on the real release by a public project (13 findings). The graph has a mention without a side in both lungs.
   */
  readonly statedByClass: Readonly<Record<string, StatedShares>>;
  /** The same of labels of no class: a guess. */
  readonly statedOtherwise: StatedShares;
  /** Denials of both sides that name them, and denials that name a place: guesses. */
  readonly deniedWithSide: number;
  readonly deniedWithPlace: number;
  /** Entries of two sentences or more whose last one is written first: a guess. Readers who take what is written last differ from those who take the last mention. */
  readonly entryOutOfOrder: number;
  /** Exams with the time of the one before, which is then not earlier: 187 of 3,921 gold rows. */
  readonly sameTimeAsPrevious: number;
  /** Exams that the graphs compare with the next one: a guess. */
  readonly comparedWithLater: number;
  /** Comparing sentences that deny another finding, too: a guess. */
  readonly deniedInComparison: number;
  /** Sentences that affirm a finding of a region without calling it abnormal: a guess. */
  readonly findingNotAbnormal: number;
  /** Reports with a change of which the graphs have any: recall 71.2 % in 500 annotated reports. */
  readonly changeFound: number;
  /** Reports with a comparison in the graphs that do compare: precision 98.5 % in the same reports. */
  readonly changeTrue: number;
  /** Of the reports of `changeFound`, comparing sentences that the graphs have: recall 0.663 of relations, so 0.663 / 0.712. */
  readonly comparisonFound: number;
}

export const habits: Habits = table;
