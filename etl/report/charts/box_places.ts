import * as Plot from '@observablehq/plot';
import type { Chart } from '../figure.js';
import { escapeHtml } from '../html.js';
import { numberOf, type Row, textOf } from '../rows.js';
import { color, draw } from './draw.js';

/** One small frame per region with its mean box, and how far its edges spread. */
export function boxPlaces(rows: readonly Row[], label: string): Chart {
  const frames = rows.map(
    (row) => `<li>${frameOf(row)}<span>${escapeHtml(textOf(row, 'bbox_name'))}</span></li>`,
  );
  return {
    html: `<ul class="frames" aria-label="${escapeHtml(label)}">${frames.join('\n')}</ul>`,
    legend: [
      { text: 'mean box', color: 'yes' },
      { text: 'edges one standard deviation out and in', color: 'unmentioned', isHollow: true },
    ],
  };
}

function frameOf(row: Row): string {
  const box = (spread: number) => ({
    x1: numberOf(row, 'mean_x1') - spread * numberOf(row, 'sd_x1'),
    y1: numberOf(row, 'mean_y1') - spread * numberOf(row, 'sd_y1'),
    x2: numberOf(row, 'mean_x2') + spread * numberOf(row, 'sd_x2'),
    y2: numberOf(row, 'mean_y2') + spread * numberOf(row, 'sd_y2'),
  });
  const inner = box(-1);
  const edges = { x1: 'x1', x2: 'x2', y1: 'y1', y2: 'y2', fill: 'none' } as const;
  return draw(undefined, {
    ...{ width: 124, height: 124, margin: 2 },
    x: { domain: [-12, 236], axis: null },
    y: { domain: [236, -12], axis: null },
    marks: [
      Plot.rect([0], { x1: 0, x2: 224, y1: 0, y2: 224, fill: color('plate'), stroke: color('line') }),
      Plot.rect([box(0)], { ...edges, fill: color('yes'), fillOpacity: 0.25 }),
      Plot.rect([box(1), ...(inner.x1 < inner.x2 && inner.y1 < inner.y2 ? [inner] : [])], {
        ...edges,
        stroke: color('unmentioned'),
        strokeDasharray: '3 2',
      }),
      Plot.rect([box(0)], { ...edges, stroke: color('yes'), strokeWidth: 1.5 }),
    ],
  });
}
