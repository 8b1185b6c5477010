import { automaticFindings, type GoldFinding } from './attributes.js';
import { type Outcomes, Units } from './outcomes.js';
import type { GoldPair } from './pair.js';

/** Outcomes of findings by sentence and by report; by region those of affirmed findings of reports. */
export interface FindingTruth {
  readonly sentence: Outcomes;
  readonly report: Outcomes;
  readonly regions: Readonly<Record<string, Outcomes>>;
}

/** Counts how the findings that annotators settled differ from those of the graphs. */
export class FindingOutcomes {
  readonly #sentence = new Units();
  readonly #report = new Units();
  readonly #regions = new Map<string, Units>();

  /** Adds a first exam with the findings that gold files have of it. */
  add({ first }: GoldPair, settled: readonly GoldFinding[]): void {
    const sides = [
      ['gold', settled],
      ['silver', automaticFindings(first.graph)],
    ] as const;
    for (const [side, findings] of sides) {
      for (const { row_id, bbox_name, label_name, relation } of findings) {
        this.#sentence.add(side, row_id, bbox_name, label_name, relation);
      }
      for (const { row_id, bbox_name, label_name, relation } of lastMentions(findings)) {
        const study = row_id.split('|')[0]!;
        this.#report.add(side, study, bbox_name, label_name, relation);
        if (relation === 'yes') this.#region(bbox_name).add(side, study, label_name);
      }
    }
  }

  get truth(): FindingTruth {
    const regions = [...this.#regions].map(([name, units]) => [name, units.outcomes] as const);
    return {
      sentence: this.#sentence.outcomes,
      report: this.#report.outcomes,
      regions: Object.fromEntries(regions.sort(([a], [b]) => (a < b ? -1 : 1))),
    };
  }

  #region(bbox_name: string): Units {
    const units = this.#regions.get(bbox_name) ?? new Units();
    this.#regions.set(bbox_name, units);
    return units;
  }
}

/** Of each region and finding the mention in the last sentence; where one sentence says both, that with yes. */
function lastMentions(findings: readonly GoldFinding[]): GoldFinding[] {
  const last = new Map<string, GoldFinding>();
  for (const finding of findings) {
    const key = `${finding.bbox_name}\n${finding.label_name}`;
    const known = last.get(key);
    const later = known ? placeOf(finding) - placeOf(known) : 1;
    if (later > 0 || (later === 0 && finding.relation === 'yes')) last.set(key, finding);
  }
  return [...last.values()];
}

const placeOf = ({ row_id }: GoldFinding) => Number(row_id.split('|')[1]);
