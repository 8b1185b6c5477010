import type { Breakdown, Evaluation, Figure } from '../evaluate/index.js';
import { count } from './format.js';

/** A table of an evaluation as people read it. */
export interface EvaluationTable {
  readonly title: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly isRight: (column: number) => boolean;
}

/** The tables of an evaluation that have rows: those of the dataset's page, the annotators, the breakdown. */
export function evaluationTables(evaluation: Evaluation, by: Breakdown | undefined): EvaluationTable[] {
  const { findings, comparisons, regions, annotators, breakdown, bootstrap } = evaluation;
  const interval = bootstrap.draws > 0 ? ', 95 % interval of F1' : '';
  const ofReports = (figures: readonly Figure[]) => figures.filter(({ level }) => level === 'report');
  return [
    measured(`Table 2: relations of findings${interval}`, ['level'], findings),
    measured(`Table 3: comparisons${interval}`, ['matching', 'level'], comparisons),
    {
      title: 'Table 4: affirmed findings of reports, and boxes, by region',
      head: withPublished(
        regions,
        ['region', 'n', 'F1', 'IoU', 'corrected', 'no box'],
        ['F1 page', 'IoU page'],
      ),
      rows: regions.map((figure) => [
        String(figure.bbox_name),
        number(figure.annotations),
        ...['f1', 'iou'].map((name) => share(figure[name])),
        ...['corrected', 'without_box'].map((name) => percent(figure[name])),
        ...withPublished(regions, [], [share(figure.published_f1), share(figure.published_iou)]),
      ]),
      isRight: (column: number) => column > 0,
    },
    {
      title: 'Agreement of annotators on boxes, all regions',
      head: ['annotators', 'boxes', 'both', 'one', 'neither', 'same', 'IoU'],
      rows: pairsOf(annotators),
      isRight: (column: number) => column > 0,
    },
    labelTable(evaluation.labels),
    boxTable(evaluation.other_boxes),
    measured(`Affirmed findings of reports by ${by}${interval}`, [by ?? ''], ofReports(breakdown)),
    measured(
      `Comparisons of reports by ${by}${interval}`,
      [by ?? ''],
      ofReports(evaluation.comparison_breakdown),
    ),
  ].filter(({ rows }) => rows.length > 0);
}

/** Study labels against the labelers, their uncertain labels as yes. */
function labelTable(labels: readonly Figure[]): EvaluationTable {
  const own = labels.filter(({ uncertain }) => uncertain === 'yes');
  return {
    title: 'Study labels against CheXpert and NegBio, uncertain as yes',
    head: ['labeler', 'label', 'both', 'ours', 'theirs', 'MCC', 'kappa'],
    rows: own.map((figure) => [
      ...[String(figure.labeler), String(figure.report_label)],
      ...['n_both', 'n_graphs_only', 'n_labeler_only'].map((name) => number(figure[name])),
      ...['mcc', 'kappa'].map((name) => share(figure[name])),
    ]),
    isRight: (column) => column > 1,
  };
}

/** Boxes of another file against those of the graphs, by region or finding. */
function boxTable(boxes: readonly Figure[]): EvaluationTable {
  const measures = ['iou', 'iop', 'iot', 'iou_at_30', 'iop_at_30', 'iot_at_30'];
  return {
    title: 'Boxes of the file against those of the graphs: means, and shares of at least 0.3',
    head: [
      String(boxes[0]?.kind ?? ''),
      'boxes',
      'not found',
      ...['IoU', 'IoP', 'IoT', 'IoU 30', 'IoP 30', 'IoT 30'],
    ],
    rows: boxes.map((figure) => [
      ...[
        String(figure.name),
        number(figure.boxes),
        number(Number(figure.not_found) + Number(figure.without_graph)),
      ],
      ...measures.map((name) => share(figure[name])),
    ]),
    isRight: (column) => column > 0,
  };
}

/** Sums over the regions of each pair of annotators, and the mean IoU of the boxes that both have. */
function pairsOf(annotators: readonly Figure[]): string[][] {
  const names = new Set(
    annotators.map(({ annotator, other_annotator }) => `${annotator} ${other_annotator}`),
  );
  return [...names].map((pair) => {
    const own = annotators.filter(
      ({ annotator, other_annotator }) => `${annotator} ${other_annotator}` === pair,
    );
    const sum = (of: (figure: Figure) => number) => own.reduce((total, figure) => total + of(figure), 0);
    const both = sum(({ n_both }) => Number(n_both));
    return [
      pair,
      number(sum(({ n_images }) => Number(n_images))),
      number(both),
      number(sum(({ n_annotator_only, n_other_only }) => Number(n_annotator_only) + Number(n_other_only))),
      number(sum(({ n_neither }) => Number(n_neither))),
      number(sum(({ n_same }) => Number(n_same))),
      both === 0 ? '–' : share(sum(({ n_both, mean_iou }) => Number(n_both) * Number(mean_iou)) / both),
    ];
  });
}

function measured(title: string, groups: readonly string[], figures: readonly Figure[]): EvaluationTable {
  return {
    title,
    head: withPublished(figures, [...groups, 'n', 'TP', 'FP', 'FN', 'P', 'R', 'F1', 'interval'], ['F1 page']),
    rows: figures.map((figure) => [
      ...groups.map((name) => String(figure[name] ?? '–').replace('attribute_', '')),
      ...['annotations', 'tp', 'fp', 'fn'].map((name) => number(figure[name])),
      ...['precision', 'recall', 'f1'].map((name) => share(figure[name])),
      figure.f1_low === undefined ? '' : `${share(figure.f1_low)}–${share(figure.f1_high)}`,
      ...withPublished(figures, [], [share(figure.published_f1)]),
    ]),
    isRight: (column) => column >= groups.length,
  };
}

function withPublished(
  figures: readonly Figure[],
  own: readonly string[],
  theirs: readonly string[],
): readonly string[] {
  return figures.some((figure) => 'published_f1' in figure) ? [...own, ...theirs] : own;
}

const number = (value: Figure[string] | undefined) => count(Number(value ?? 0));
const share = (value: Figure[string] | undefined) => (value == null ? '–' : Number(value).toFixed(3));
const percent = (value: Figure[string] | undefined) =>
  value == null ? '–' : `${(Number(value) * 100).toFixed(2)} %`;
