import type { Figure as Measured } from '../../evaluate/index.js';
import { intervals, type Point } from '../charts/intervals.js';
import type { Figure, Section } from '../figure.js';
import type { Answer, Row } from '../rows.js';

const measures = ['precision', 'recall', 'f1'] as const;
const colors = { precision: 'group-1', recall: 'no', f1: 'better' } as const;
const places = { precision: -10, recall: 0, f1: 10 } as const;
const legend = measures.map((name) => ({ text: name === 'f1' ? 'F1' : name, color: colors[name] }));

const bootstrapped =
  'The 95 % intervals, the columns _low and _high, come from a bootstrap over patients (imagenome evaluate, 1,000 draws, seed 1).';

const relations: Figure = {
  name: 'evaluation_findings',
  title: 'Findings against gold',
  caption: `Precision, recall and F1 of the relations of findings, affirmed or denied, by sentence and by report. ${bootstrapped}`,
  needs: [['gold_attribute_relations']],
  empty: 'No gold relation of a finding was loaded.',
  extend: (answer, evaluation) => withIntervals(answer, evaluation.findings, ['level'], measures),
  draw: (rows, label) =>
    intervals(
      pointsOf(rows, ({ level }) => String(level)),
      label,
      options,
    ),
};

const comparisons: Figure = {
  name: 'evaluation_comparisons',
  title: 'Comparisons against gold',
  caption: `Precision, recall and F1 of comparisons with the exam before, by sentence and by report, with and without the finding that is compared. ${bootstrapped}`,
  needs: [['gold_comparison_relations']],
  empty: 'No gold comparison was loaded.',
  extend: (answer, evaluation) =>
    withIntervals(answer, evaluation.comparisons, ['matching', 'level'], measures),
  draw: (rows, label) =>
    intervals(
      pointsOf(rows, ({ matching, level }) => `${level}, ${String(matching).replace('_', '-')}`),
      label,
      options,
    ),
};

const regions: Figure = {
  name: 'evaluation_regions',
  title: 'Regions against gold',
  caption: `F1 of the affirmed findings of each region by report, and mean intersection over union (IoU) of its boxes with those of gold in the 224 frame. ${bootstrapped}`,
  needs: [['gold_attribute_relations', 'gold_bboxes']],
  empty: 'No region has gold findings or boxes.',
  extend: (answer, evaluation) => withIntervals(answer, evaluation.regions, ['bbox_name'], ['f1', 'iou']),
  draw: (rows, label) =>
    intervals(
      rows.flatMap((row): Point[] => [
        { ...pointOf(row, 'f1'), name: String(row.bbox_name), color: 'better', dy: -3 },
        { ...pointOf(row, 'iou'), name: String(row.bbox_name), color: 'no', isHollow: true, dy: 3 },
      ]),
      label,
      {
        ...options,
        legend: [
          { text: 'F1 of findings', color: 'better' },
          { text: 'IoU of boxes', color: 'no', isHollow: true },
        ],
      },
    ),
};

const options = { unit: 'share', legend, isToOne: true };

/** How graphs compare with gold. */
export const evaluation: Section = {
  name: 'evaluation',
  title: 'Evaluation against gold',
  lead: 'How what the scene graphs say compares with what people annotated, for the patients of the gold set. docs/evaluation.md says how each figure counts.',
  figures: [relations, comparisons, regions],
};

/** Adds the ends of intervals, and published figures where an evaluation has them. */
function withIntervals(
  { columns, rows }: Answer,
  figures: readonly Measured[],
  keys: readonly string[],
  names: readonly string[],
): Answer {
  const ends = names.flatMap((name) => [`${name}_low`, `${name}_high`]);
  const published = names
    .map((name) => `published_${name}`)
    .filter((name) => figures.some((figure) => figure[name] !== undefined));
  const added = [...ends, ...published];
  return {
    columns: [...columns, ...added],
    rows: rows.map((row) => {
      const own = figures.find((figure) => keys.every((key) => figure[key] === row[key]));
      return { ...row, ...Object.fromEntries(added.map((name) => [name, rounded(own?.[name] ?? null)])) };
    }),
  };
}

const rounded = (value: string | number | null) =>
  typeof value === 'number' ? Math.round(value * 10_000) / 10_000 : value;

function pointOf(row: Row, measure: string): Omit<Point, 'name' | 'color'> {
  const number = (name: string) => (row[name] ?? null) as number | null;
  return { value: number(measure), low: number(`${measure}_low`), high: number(`${measure}_high`) };
}

function pointsOf(rows: readonly Row[], nameOf: (row: Row) => string): Point[] {
  return rows.flatMap((row) =>
    measures.map((name) => ({
      ...pointOf(row, name),
      ...{ name: nameOf(row), color: colors[name], dy: places[name] },
    })),
  );
}
