import * as Plot from '@observablehq/plot';
import type { Chart } from '../figure.js';
import { escapeHtml } from '../html.js';
import { numberOf, type Row, textOf } from '../rows.js';
import { color, draw } from './draw.js';
import { percent, percentTick } from './intervals.js';

/** One small chart per finding: the share of exams that affirm it, by the number of the exam, with its interval. */
export function examLines(rows: readonly Row[], label: string): Chart {
  const names = [...new Set(rows.map((row) => textOf(row, 'label_name')))];
  const most = Math.max(...rows.map((row) => numberOf(row, 'share_high')), 0.01);
  const last = Math.max(...rows.map((row) => numberOf(row, 'sequence_number')));
  const charts = names.map((name) => {
    const points = rows
      .filter((row) => row.label_name === name)
      .map((row) => ({
        x: numberOf(row, 'sequence_number'),
        share: numberOf(row, 'share'),
        low: numberOf(row, 'share_low'),
        high: numberOf(row, 'share_high'),
      }));
    const svg = draw(undefined, {
      ...{ width: 240, height: 150, marginLeft: 44, marginTop: 12, marginBottom: 32, marginRight: 10 },
      x: {
        domain: [1, Math.max(last, 2)],
        label: 'exam number',
        labelAnchor: 'center',
        labelArrow: 'none',
        ticks: Math.min(last, 10),
        tickFormat: 'd',
        tickSize: 3,
      },
      y: {
        domain: [0, most],
        label: null,
        grid: true,
        ticks: 4,
        tickFormat: (share: number) => percentTick(share).replace(' ', '\u00a0'),
        tickSize: 0,
      },
      marks: [
        Plot.areaY(points, { x: 'x', y1: 'low', y2: 'high', fill: color('yes'), fillOpacity: 0.2 }),
        Plot.lineY(points, { x: 'x', y: 'share', stroke: color('yes'), strokeWidth: 1.8 }),
        Plot.dot(points, {
          ...{ x: 'x', y: 'share', fill: color('yes'), r: 2.4 },
          title: (point) => `${name}, exam ${point.x}: ${percent(point.share)}`,
        }),
        Plot.ruleY([0]),
      ],
    });
    return `<li>${svg}<span>${escapeHtml(name)}</span></li>`;
  });
  return { html: `<ul class="multiples" aria-label="${escapeHtml(label)}">${charts.join('\n')}</ul>` };
}
