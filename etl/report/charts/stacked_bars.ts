import * as Plot from '@observablehq/plot';
import type { Chart } from '../figure.js';
import { numberOf, type Row, textOf } from '../rows.js';
import { color, draw, marginFor } from './draw.js';

/** A column that becomes a part of each bar. */
export interface Part {
  readonly column: string;
  readonly text: string;
  readonly color: string;
}

/** How rows become bars. */
export interface Bars {
  /** Column or text that names the bar. */
  readonly name: string | ((row: Row) => string);
  readonly unit: string;
  readonly parts: readonly Part[];
  /** Names in charts above and below, so that bars begin at the same place. */
  readonly aligned?: readonly string[];
}

/** One bar per row, its parts one after the other. */
export function stackedBars(
  rows: readonly Row[],
  label: string,
  { name, unit, parts, aligned = [] }: Bars,
): Chart {
  const nameOf = typeof name === 'string' ? (row: Row) => textOf(row, name) : name;
  const names = rows.map(nameOf);
  const bars = rows.flatMap((row) =>
    parts.map((part) => ({ name: nameOf(row), part, n: numberOf(row, part.column) })),
  );
  const isSingle = parts.length === 1;
  const html = draw(label, {
    height: 60 + 21 * names.length,
    marginLeft: marginFor([...names, ...aligned]),
    marginRight: isSingle ? 56 : 24,
    marginTop: 44,
    marginBottom: 10,
    x: {
      axis: 'top',
      label: unit,
      labelAnchor: 'left',
      labelArrow: 'none',
      labelOffset: 38,
      grid: true,
      tickFormat: countTick,
      ticks: 5,
    },
    y: { domain: names, label: null, tickSize: 0, padding: 0.22 },
    marks: [
      Plot.barX(
        bars.filter(({ n }) => n > 0),
        {
          y: 'name',
          x: 'n',
          fill: ({ part }) => color(part.color),
          title: (bar) => `${bar.name}: ${bar.part.text} ${bar.n.toLocaleString('en-US')}`,
          rx: 1,
          insetRight: 0.5,
        },
      ),
      ...(isSingle
        ? [
            Plot.text(bars, {
              ...{ y: 'name', x: 'n', dx: 6, textAnchor: 'start' },
              text: ({ n }) => n.toLocaleString('en-US'),
            }),
          ]
        : []),
      Plot.ruleX([0]),
    ],
  });
  return { html, legend: isSingle ? [] : parts.map(({ text, color }) => ({ text, color })) };
}

/** 1,200 as 1.2k; nothing between two whole numbers. */
export function countTick(n: number): string {
  if (!Number.isInteger(n)) return '';
  if (n >= 1_000_000) return `${n / 1_000_000}M`;
  return n >= 10_000 ? `${n / 1000}k` : n.toLocaleString('en-US');
}
