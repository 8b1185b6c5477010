import * as Plot from '@observablehq/plot';
import type { Chart } from '../figure.js';
import { color, draw, marginFor } from './draw.js';

/** A cell of a heat map. */
export interface Cell {
  readonly x: string;
  readonly y: string;
  readonly value: number;
  readonly title: string;
  readonly isMarked?: boolean;
}

/**
 * Cells by row and column, colored in steps. Rows and columns stand in the order of the cells.
 * @param steps lower ends of the steps behind the first
 */
export function heatMap(
  cells: readonly Cell[],
  label: string,
  { steps, format, x, y }: Steps & { x: readonly string[]; y: readonly string[] },
): Chart {
  const side = 24;
  const [left, top] = [marginFor(y), 26 + 0.8 * marginFor(x)];
  const html = draw(label, {
    width: left + side * x.length + 70,
    height: top + 21 * y.length + 8,
    marginLeft: left,
    marginTop: top,
    marginRight: 70,
    marginBottom: 8,
    x: { domain: [...x], axis: 'top', label: null, tickRotate: -55, tickSize: 0, padding: 0.06 },
    y: { domain: [...y], label: null, tickSize: 0, padding: 0.06 },
    color: {
      type: 'threshold',
      domain: [...steps],
      range: [...steps, 0].map((_, i) => color(`ramp-${i}`)),
    },
    marks: [
      Plot.cell(cells, { x: 'x', y: 'y', fill: 'value', title: 'title', rx: 2 }),
      Plot.dot(
        cells.filter(({ isMarked }) => isMarked),
        { x: 'x', y: 'y', r: 2, fill: color('page') },
      ),
    ],
  });
  const texts = [
    `below ${format(steps[0]!)}`,
    ...steps.slice(0, -1).map((step, i) => `${format(step)} to ${format(steps[i + 1]!)}`),
    `${format(steps.at(-1)!)} or more`,
  ];
  return { html, legend: texts.map((text, i) => ({ text, color: `ramp-${i}` })) };
}

/** Steps of a scale of colors, and how a step is written. */
export interface Steps {
  readonly steps: readonly number[];
  format(step: number): string;
}

/** Values in the order in which they come first. */
export const distinct = (values: readonly string[]): string[] => [...new Set(values)];
