import type { Cohort } from '../cohort.js';
import { type FindingErrors, goldFindings } from './attributes.js';
import { addBoxes } from './box_rows.js';
import { type BoxErrors, goldBoxes } from './boxes.js';
import { addComparison } from './comparison_rows.js';
import { type ComparisonErrors, goldComparisons } from './comparisons.js';
import { addAutomaticFindings, addFinding } from './finding_rows.js';
import { type GoldImage, goldPairs } from './pair.js';
import { addSentences } from './sentence_rows.js';
import type { GoldTable } from './table.js';
import { type GoldFile, goldTables } from './tables.js';

/** What the gold files hold, and how they differ from the automatic graphs. */
export interface GoldTruth {
  readonly patients: number;
  readonly images: number;
  /** Rows of each file. */
  readonly rows: Readonly<Record<string, number>>;
  readonly findings: FindingErrors;
  readonly comparisons: ComparisonErrors;
  readonly boxes: BoxErrors;
}

/** The gold files of a release. */
export interface GoldFiles {
  readonly files: ReadonlyMap<GoldFile, GoldTable>;
  readonly truth: GoldTruth;
}

/** Draws what the annotators settled for the gold patients. */
export function drawGold(cohort: Cohort): GoldFiles {
  const tables = goldTables();
  const findings = { flipped: 0, dropped: 0, added: 0 };
  const comparisons = { changed: 0, joined: 0, dropped: 0, missed: 0 };
  const boxes = { shifted: 0, drawn: 0, absent: 0 };
  const images = cohort.gold.size * 2;
  let number = 0;
  for (const pair of goldPairs(cohort)) {
    const annotate = (gold: GoldImage) => {
      const drawn = goldBoxes(pair.random, gold, boxes);
      addSentences(tables, pair, gold);
      addBoxes(tables, cohort.seed, gold, drawn, number++ / images);
      return new Map(drawn.map(({ bbox_name, original }) => [bbox_name, original]));
    };
    const places = [annotate(pair.first), annotate(pair.second)] as const;
    addAutomaticFindings(tables, pair);
    for (const finding of goldFindings(pair, findings)) addFinding(tables, pair, finding, places[0]);
    for (const relation of goldComparisons(pair, comparisons)) addComparison(tables, pair, relation, places);
  }
  const entries = Object.entries(tables) as [keyof typeof tables, GoldTable][];
  const rows = Object.fromEntries(entries.map(([name, table]) => [name, table.rows]));
  return {
    files: new Map(entries.map(([name, table]) => [`gold_dataset/${name}` as const, table])),
    truth: { patients: cohort.gold.size, images, rows, findings, comparisons, boxes },
  };
}
