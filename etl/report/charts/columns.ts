import * as Plot from '@observablehq/plot';
import type { Chart } from '../figure.js';
import { numberOf, type Row, textOf } from '../rows.js';
import { color, draw } from './draw.js';
import { countTick } from './stacked_bars.js';

/** One column per row, in their order. */
export function columns(
  rows: readonly Row[],
  label: string,
  { x, y, xLabel, yLabel }: { x: string; y: string; xLabel: string; yLabel: string },
): Chart {
  const bars = rows.map((row) => ({ x: textOf(row, x), y: numberOf(row, y) }));
  const html = draw(label, {
    height: 280,
    marginLeft: 58,
    marginBottom: 44,
    marginTop: 28,
    x: { domain: bars.map((bar) => bar.x), label: xLabel, tickSize: 0, padding: 0.18 },
    y: { label: yLabel, grid: true, tickFormat: countTick, ticks: 5 },
    marks: [
      Plot.barY(bars, {
        x: 'x',
        y: 'y',
        fill: color('yes'),
        rx: 1,
        title: (bar) => `${bar.x}: ${bar.y.toLocaleString('en-US')}`,
      }),
      Plot.ruleY([0]),
    ],
  });
  return { html };
}
