import * as Plot from '@observablehq/plot';
import type { Chart } from '../figure.js';
import { numberOf, type Row, textOf } from '../rows.js';
import { color, draw, marginFor } from './draw.js';

/** A mark per exam and finding: filled where it is affirmed, hollow where it is denied. */
export function examDots(rows: readonly Row[], label: string): Chart {
  const counts = new Map<string, number>();
  for (const row of rows)
    counts.set(textOf(row, 'label_name'), (counts.get(textOf(row, 'label_name')) ?? 0) + 1);
  const names = [...counts]
    .sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))
    .slice(0, 30)
    .map(([name]) => name);
  const last = Math.max(...rows.map((row) => numberOf(row, 'sequence_number')), 2);
  const shown = rows.filter((row) => names.includes(textOf(row, 'label_name')));
  const html = draw(label, {
    height: 60 + 21 * names.length,
    marginLeft: marginFor(names),
    ...{ marginTop: 44, marginBottom: 10, marginRight: 24 },
    x: {
      domain: [1, last],
      axis: 'top',
      label: 'exam',
      labelAnchor: 'left',
      labelArrow: 'none',
      labelOffset: 38,
      tickFormat: 'd',
      ticks: Math.min(last, 20),
      grid: true,
    },
    y: { domain: names, label: null, tickSize: 0, type: 'band' },
    marks: [
      Plot.dot(shown, {
        x: 'sequence_number',
        y: 'label_name',
        r: 5,
        fill: (row) => color(row.relation === 'yes' ? 'yes' : 'page'),
        stroke: (row) => color(row.relation === 'yes' ? 'yes' : 'no'),
        strokeWidth: 1.8,
        title: (row) => `exam ${row.sequence_number}, ${row.label_name}: ${row.relation}`,
      }),
    ],
  });
  return {
    html,
    legend: [
      { text: 'affirmed', color: 'yes' },
      { text: 'denied', color: 'no', isHollow: true },
    ],
  };
}
