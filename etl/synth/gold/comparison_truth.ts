import { automaticComparisons, type GoldComparison } from './comparisons.js';
import { type Outcomes, Units } from './outcomes.js';
import type { GoldPair } from './pair.js';

/** Outcomes of comparisons by sentence and by report. */
interface Levels<T> {
  readonly sentence: T;
  readonly report: T;
}

/** With the compared finding as a part of the unit, and without. */
export interface ComparisonTruth {
  readonly attribute_sensitive: Levels<Outcomes>;
  readonly attribute_blind: Levels<Outcomes>;
}

/** Counts how the comparisons that annotators settled differ from those of the graphs. */
export class ComparisonOutcomes {
  readonly #sensitive = { sentence: new Units(), report: new Units() };
  readonly #blind = { sentence: new Units(), report: new Units() };

  /** Adds a second exam with the comparisons that gold files have of it. */
  add({ second }: GoldPair, settled: readonly GoldComparison[]): void {
    // A relation without a finding has no row in the gold files.
    this.#addSide(
      'gold',
      settled.filter(({ attributes }) => attributes.length > 0),
    );
    this.#addSide('silver', automaticComparisons(second.graph));
  }

  get truth(): ComparisonTruth {
    const outcomesOf = ({ sentence, report }: Levels<Units>) => ({
      sentence: sentence.outcomes,
      report: report.outcomes,
    });
    return { attribute_sensitive: outcomesOf(this.#sensitive), attribute_blind: outcomesOf(this.#blind) };
  }

  #addSide(side: 'gold' | 'silver', relations: readonly GoldComparison[]): void {
    for (const { row_id, bbox_name, comparison, attributes } of relations) {
      const study = row_id.split('|')[0]!;
      for (const one of comparison.split(';;')) {
        this.#blind.sentence.add(side, row_id, bbox_name, one);
        this.#blind.report.add(side, study, bbox_name, one);
        for (const attribute of attributes) {
          const [, relation, label_name] = attribute.split('|') as [string, string, string];
          this.#sensitive.sentence.add(side, row_id, bbox_name, one, label_name, relation);
          this.#sensitive.report.add(side, study, bbox_name, one, label_name, relation);
        }
      }
    }
  }
}
