import type { DuckDBConnection } from '@duckdb/node-api';
import type { Bootstrap } from './bootstrap.js';
import { boxIntervals } from './box_intervals.js';
import { type Figure, figuresOf } from './figures.js';
import { compareBoxes, type OtherBoxes } from './other_boxes.js';
import published from './published_tables.json' with { type: 'json' };

export type { Bootstrap } from './bootstrap.js';
export type { Figure } from './figures.js';
export { frames, type OtherBoxes } from './other_boxes.js';

/** What affirmed findings can be broken down by, and the column or list that has it. */
export const breakdowns = {
  label: 'label_name',
  category: 'category_id',
  region: 'bbox_name',
  cue: "unnest(if(len(cues) = 0, ['no cue'], cues))",
} as const;

export type Breakdown = keyof typeof breakdowns;

/** The same of comparisons; their cue is the comparison itself. */
const comparisonColumns: Readonly<Record<Breakdown, string>> = {
  ...breakdowns,
  cue: "concat('comparison|yes|', comparison)",
};

/** How the graphs of a warehouse compare with gold. A part whose gold file was not given is empty. */
export interface Evaluation {
  readonly is_synthetic: boolean;
  readonly bootstrap: Bootstrap;
  /** Table 2: relations of findings by level. */
  readonly findings: readonly Figure[];
  /** Table 3: comparisons by matching and level. */
  readonly comparisons: readonly Figure[];
  /** Table 4: affirmed findings of reports, boxes and relations without a box, by region. */
  readonly regions: readonly Figure[];
  /** annotator_agreement. */
  readonly annotators: readonly Figure[];
  /** Affirmed findings by level and what was asked for. */
  readonly breakdown: readonly Figure[];
  /** Comparisons, attribute-sensitive, by level and the same. */
  readonly comparison_breakdown: readonly Figure[];
  /** report_label_agreement: study labels against CheXpert and NegBio. */
  readonly labels: readonly Figure[];
  /** Boxes of another file against those of the graphs. */
  readonly other_boxes: readonly Figure[];
  /** Gold tables that the build was not given, or that are empty. */
  readonly absent: readonly string[];
}

const goldTables = [
  'gold_attribute_relations',
  'gold_comparison_relations',
  'gold_bboxes',
  'gold_annotator_bboxes',
];

/** report_label_agreement, its counts as numbers of JSON. */
const labelAgreement = `select labeler, report_label, uncertain, columns('^n_')::integer, agreement, mcc, kappa
  from report_label_agreement order by labeler, report_label = 'all', report_label, uncertain desc`;

/** Boxes of evaluation_regions: its outcomes are counted by patient, for intervals. */
const regionBoxes = `select bbox_name, n_both, n_gold_only, n_silver_only, n_neither, iou, iou_original, iou_missing_as_0, corrected,
    without_box
  from evaluation_regions order by bbox_name`;

/** annotator_agreement, its counts as numbers of JSON. */
const annotatorPairs = `select annotator, other_annotator, bbox_name, columns('^n_')::integer,
    mean_iou, median_iou, presence_agreement, presence_kappa
  from annotator_agreement order by annotator, other_annotator, bbox_name`;

/** Evaluates a warehouse against its gold tables. Published figures are next to ours unless the input is synthetic. */
export async function evaluate(
  connection: DuckDBConnection,
  isSynthetic: boolean,
  bootstrap: Bootstrap,
  by?: Breakdown,
  others?: OtherBoxes,
): Promise<Evaluation> {
  const read = async (query: string) =>
    (await connection.runAndReadAll(query)).getRowObjectsJson() as Record<string, string | number | null>[];
  const figures = (rows: string, groups: readonly string[]) => figuresOf(connection, rows, groups, bootstrap);
  const brokenDown = async (columns: Readonly<Record<Breakdown, string>>, from: string) =>
    by ? figures(`select level, ${columns[by]} as "${by}", patient_id, outcome ${from}`, ['level', by]) : [];
  const counts = goldTables.map(
    (table) => `(select count(*) from optional_inputs.${table}_if_given)::integer as ${table}`,
  );
  const [rows] = await read(`select ${counts.join(', ')}`);
  const affirmed = "from evaluation_findings where relation = 'yes'";
  const ofRegions = await figures(`${affirmed} and level = 'report'`, ['bbox_name']);
  const intervals = await boxIntervals(connection, bootstrap);
  const boxes = (await read(regionBoxes)).map((box) => ({ ...box, ...intervals.get(String(box.bbox_name)) }));
  const hasRegions = rows!.gold_attribute_relations! !== 0 || rows!.gold_bboxes! !== 0;
  const next = (own: Figure[], known: readonly Figure[], keys: readonly string[]) =>
    isSynthetic ? own : own.map((figure) => withPublished(figure, known, keys));
  return {
    is_synthetic: isSynthetic,
    bootstrap,
    findings: next((await figures('from evaluation_findings', ['level'])).reverse(), published.findings, [
      'level',
    ]),
    comparisons: next(
      (await figures('from evaluation_comparisons', ['matching', 'level'])).reverse(),
      published.comparisons,
      ['matching', 'level'],
    ),
    regions: hasRegions ? next(joinRegions(ofRegions, boxes), published.regions, ['bbox_name']) : [],
    annotators: await read(annotatorPairs),
    breakdown: await brokenDown(breakdowns, affirmed),
    comparison_breakdown: await brokenDown(
      comparisonColumns,
      "from evaluation_comparisons where matching = 'attribute_sensitive'",
    ),
    labels: await read(labelAgreement),
    other_boxes: others ? await compareBoxes(connection, others) : [],
    absent: goldTables.filter((table) => rows![table] === 0),
  };
}

/** The figure with those that the page has of the same keys, under names that begin with published_. */
function withPublished(figure: Figure, known: readonly Figure[], keys: readonly string[]): Figure {
  const theirs = known.find((one) => keys.every((key) => one[key] === figure[key])) ?? {};
  const named = Object.entries(theirs).filter(([name]) => !keys.includes(name));
  return { ...figure, ...Object.fromEntries(named.map(([name, value]) => [`published_${name}`, value])) };
}

function joinRegions(relations: readonly Figure[], boxes: readonly Figure[]): Figure[] {
  const joined = boxes.map(({ bbox_name, ...box }): Figure => {
    const own = relations.find((figure) => figure.bbox_name === bbox_name);
    return {
      bbox_name: bbox_name!,
      annotations: 0,
      tp: 0,
      fp: 0,
      fn: 0,
      precision: null,
      recall: null,
      f1: null,
      ...own,
      ...box,
    };
  });
  return joined.sort((one, other) => Number(other.annotations) - Number(one.annotations));
}
