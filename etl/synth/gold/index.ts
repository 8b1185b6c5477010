import type { Cohort } from '../cohort.js';
import { AnnotatorOutcomes, type AnnotatorTruth } from './annotator_truth.js';
import { type FindingErrors, goldFindings } from './attributes.js';
import { addBoxes } from './box_rows.js';
import { BoxOutcomes, type RegionBoxTruth } from './box_truth.js';
import { type BoxErrors, goldBoxes } from './boxes.js';
import { addComparison } from './comparison_rows.js';
import { ComparisonOutcomes, type ComparisonTruth } from './comparison_truth.js';
import { type ComparisonErrors, goldComparisons } from './comparisons.js';
import { type ExamErrors, LaterErrors } from './errors.js';
import { addAutomaticFindings, addFinding } from './finding_rows.js';
import { FindingOutcomes, type FindingTruth } from './finding_truth.js';
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
  readonly exams: ExamErrors;
  /** What an evaluation of the graphs against the gold files must find. */
  readonly evaluation: EvaluationTruth;
}

/** Outcomes and means, exact. */
export interface EvaluationTruth {
  readonly findings: FindingTruth;
  readonly comparisons: ComparisonTruth;
  /** By region. */
  readonly boxes: Readonly<Record<string, RegionBoxTruth>>;
  readonly annotators: readonly AnnotatorTruth[];
}

/** The gold files of a release. */
export interface GoldFiles {
  readonly files: ReadonlyMap<GoldFile, GoldTable>;
  readonly truth: GoldTruth;
}

/**
 * Draws what the annotators settled for the gold patients.
 * @param withoutGraph indexes of the patients of whose second exam the release has no graph
 * @param hasFaults the files get theirs: of the first settled box a corner cannot be read
 */
export function drawGold(cohort: Cohort, withoutGraph: ReadonlySet<number>, hasFaults: boolean): GoldFiles {
  const tables = goldTables();
  const findings = { flipped: 0, dropped: 0, added: 0, moved: 0 };
  const comparisons = { changed: 0, joined: 0, dropped: 0, missed: 0, moved: 0 };
  const boxes = { shifted: 0, drawn: 0, absent: 0, removed: 0 };
  const exams = { without_findings: 0, without_comparisons: 0, without_graph: withoutGraph.size };
  const outcomes = {
    findings: new FindingOutcomes(),
    comparisons: new ComparisonOutcomes(),
    boxes: new BoxOutcomes(),
    annotators: new AnnotatorOutcomes(),
  };
  const images = cohort.gold.size * 2;
  let number = 0;
  for (const pair of goldPairs(cohort)) {
    const later = new LaterErrors(cohort.seed, pair, number / 2);
    const isLost = withoutGraph.has(pair.patient.index);
    const annotate = (gold: GoldImage) => {
      const drawn = goldBoxes(pair.random, gold, later, boxes);
      const isUnreadable = hasFaults && number === 0;
      const found = gold === pair.second && isLost ? withoutRows(gold) : gold;
      outcomes.boxes.add(found, isUnreadable ? [{ ...drawn[0]!, original: null }, ...drawn.slice(1)] : drawn);
      addSentences(tables, pair, gold);
      outcomes.annotators.add(addBoxes(tables, cohort.seed, gold, drawn, number++ / images));
      return new Map(drawn.map(({ bbox_name, original }) => [bbox_name, original]));
    };
    const places = [annotate(pair.first), annotate(pair.second)] as const;
    addAutomaticFindings(tables, pair);
    const settled = goldFindings(pair, later, findings);
    for (const finding of settled) addFinding(tables, pair, finding, places[0]);
    outcomes.findings.add(pair, settled);
    const relations = goldComparisons(pair, later, comparisons);
    for (const relation of relations) addComparison(tables, pair, relation, places);
    outcomes.comparisons.add(isLost ? { ...pair, second: withoutRows(pair.second) } : pair, relations);
    if (!later.hasFindings) exams.without_findings++;
    if (!later.hasComparisons) exams.without_comparisons++;
  }
  const evaluation = {
    findings: outcomes.findings.truth,
    comparisons: outcomes.comparisons.truth,
    boxes: outcomes.boxes.truth,
    annotators: outcomes.annotators.truth,
  };
  const entries = Object.entries(tables) as [keyof typeof tables, GoldTable][];
  const rows = Object.fromEntries(entries.map(([name, table]) => [name, table.rows]));
  return {
    files: new Map(entries.map(([name, table]) => [`gold_dataset/${name}` as const, table])),
    truth: { patients: cohort.gold.size, images, rows, findings, comparisons, boxes, exams, evaluation },
  };
}

/** An image of which the release has no graph. */
function withoutRows(gold: GoldImage): GoldImage {
  return { ...gold, graph: { ...gold.graph, objects: [], attributes: [], relationships: [] } };
}
