import { distinct, heatMap } from '../charts/heat_map.js';
import { percent, percentTick } from '../charts/intervals.js';
import { stackedBars } from '../charts/stacked_bars.js';
import type { Figure, Section } from '../figure.js';
import { numberOf, textOf } from '../rows.js';

const polarity = [
  { column: 'n_yes', text: 'affirmed', color: 'yes' },
  { column: 'n_no', text: 'denied', color: 'no' },
] as const;

const labels: Figure = {
  name: 'labels',
  title: 'Studies by finding',
  caption:
    'Studies whose report affirms a finding, and studies whose report mentions it and denies it, by the last mention of any region: the forty findings of most studies. Studies that do not mention it are not drawn; the table counts them.',
  empty: 'No report mentions a finding.',
  draw: (rows, label) => stackedBars(rows, label, { name: 'label_name', unit: 'studies', parts: polarity }),
};

const regions: Figure = {
  name: 'regions',
  title: 'Studies by region',
  caption:
    'Studies whose report affirms at least one finding of a region, and studies whose report denies all that it mentions of it, by the last mention.',
  empty: 'No report mentions a finding of a region.',
  draw: (rows, label) => stackedBars(rows, label, { name: 'bbox_name', unit: 'studies', parts: polarity }),
};

const cells: Figure = {
  name: 'region_labels',
  title: 'Region × finding',
  caption:
    'Share of all studies whose report affirms the finding of the region, by the last mention: the 24 findings and 30 regions that are affirmed most. An empty cell is a pair that no report mentions; the lightest color includes pairs that are only denied.',
  empty: 'No report mentions a finding of a region.',
  draw: (rows, label) =>
    heatMap(
      rows.map((row) => ({
        x: textOf(row, 'label_name'),
        y: textOf(row, 'bbox_name'),
        value: numberOf(row, 'share_yes'),
        title: `${textOf(row, 'bbox_name')}, ${textOf(row, 'label_name')}: ${percent(numberOf(row, 'share_yes'))}`,
      })),
      label,
      {
        steps: [0.001, 0.003, 0.01, 0.03, 0.1, 0.2],
        format: percentTick,
        x: labelsByCount(rows.map((row) => [textOf(row, 'label_name'), numberOf(row, 'n_yes')])),
        y: distinct(rows.map((row) => textOf(row, 'bbox_name'))),
      },
    ),
};

const together: Figure = {
  name: 'cooccurrences',
  title: 'Findings that occur together',
  caption:
    'Jaccard index of two findings over studies: those that affirm both, divided by those that affirm either, for the eighteen findings of most studies. A dot marks a finding and one that includes it, which go together by definition. An empty cell is a pair that no report affirms.',
  empty: 'No report affirms two findings.',
  draw: (rows, label) => {
    const order = distinct(rows.flatMap((row) => [textOf(row, 'label_a')]));
    const all = [...order, ...distinct(rows.map((row) => textOf(row, 'label_b')))];
    return heatMap(
      rows.map((row) => ({
        x: textOf(row, 'label_a'),
        y: textOf(row, 'label_b'),
        value: numberOf(row, 'jaccard'),
        isMarked: row.is_ancestor === true,
        title: `${textOf(row, 'label_a')} and ${textOf(row, 'label_b')}: Jaccard ${row.jaccard}, lift ${row.lift}`,
      })),
      label,
      {
        steps: [0.02, 0.05, 0.1, 0.2, 0.35, 0.5],
        format: String,
        x: order,
        y: distinct(all).filter((name) => rows.some((row) => row.label_b === name)),
      },
    );
  },
};

/** What reports affirm and deny. */
export const findings: Section = {
  name: 'findings',
  title: 'Findings',
  lead: 'Affirmed, denied and not mentioned are three different things: a finding that no sentence mentions is neither. Studies are counted, as the images of a study share its report.',
  figures: [labels, regions, cells, together],
};

/** Names by the sum of their counts, the greatest first. */
function labelsByCount(counts: readonly (readonly [name: string, n: number])[]): string[] {
  const sums = new Map<string, number>();
  for (const [name, n] of counts) sums.set(name, (sums.get(name) ?? 0) + n);
  return [...sums].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1)).map(([name]) => name);
}
