import type { DuckDBConnection } from '@duckdb/node-api';
import type { Bootstrap } from './bootstrap.js';
import { type Figure, figuresOf } from './figures.js';
import published from './published_tables.json' with { type: 'json' };
import { regionBoxes } from './region_boxes.js';

export type { Bootstrap } from './bootstrap.js';
export type { Figure } from './figures.js';

/** What affirmed findings can be broken down by, and the column or list that has it. */
export const breakdowns = {
  label: 'label_name',
  category: 'category_id',
  region: 'bbox_name',
  cue: "unnest(if(len(cues) = 0, ['no cue'], cues))",
} as const;

export type Breakdown = keyof typeof breakdowns;

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
  /** Gold tables that the build was not given, or that are empty. */
  readonly absent: readonly string[];
}

const goldTables = [
  'gold_attribute_relations',
  'gold_comparison_relations',
  'gold_bboxes',
  'gold_annotator_bboxes',
];

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
): Promise<Evaluation> {
  const read = async (query: string) =>
    (await connection.runAndReadAll(query)).getRowObjectsJson() as Record<string, string | number | null>[];
  const figures = (rows: string, groups: readonly string[]) => figuresOf(connection, rows, groups, bootstrap);
  const counts = goldTables.map(
    (table) => `(select count(*) from optional_inputs.${table}_if_given)::integer as ${table}`,
  );
  const [rows] = await read(`select ${counts.join(', ')}`);
  const affirmed = "from evaluation_findings where relation = 'yes'";
  const ofRegions = await figures(`${affirmed} and level = 'report'`, ['bbox_name']);
  const boxes = await read(regionBoxes);
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
    breakdown: by
      ? await figures(`select level, ${breakdowns[by]} as "${by}", patient_id, outcome ${affirmed}`, [
          'level',
          by,
        ])
      : [],
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
