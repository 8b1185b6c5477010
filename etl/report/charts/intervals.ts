import * as Plot from '@observablehq/plot';
import type { Chart, LegendItem } from '../figure.js';
import { color, draw, marginFor } from './draw.js';

/** A point with its interval. */
export interface Point {
  readonly name: string;
  readonly value: number | null;
  readonly low?: number | null;
  readonly high?: number | null;
  readonly color: string;
  readonly isHollow?: boolean;
  /** Moves it up or down from the middle of its line, so that two do not cover each other. */
  readonly dy?: number;
}

/**
 * Points on a line per name, each with its 95 % interval where there is one. The scale is a share, as percent, from 0 to what is
 * needed; with `isToOne` from what is needed to 100 %.
 */
export function intervals(
  points: readonly Point[],
  label: string,
  { unit, legend, isToOne }: { unit: string; legend?: readonly LegendItem[]; isToOne?: boolean },
): Chart {
  const names = [...new Set(points.map(({ name }) => name))];
  const shown = points.filter(({ value }) => value !== null);
  const least = Math.min(...shown.flatMap(({ value, low }) => [value ?? 1, low ?? 1]), 0.9);
  const floor = Math.floor(least * 10) / 10;
  const lineHeight = points.length > 2 * names.length ? 40 : 22;
  const html = draw(label, {
    height: 60 + lineHeight * names.length,
    marginLeft: marginFor(names),
    marginRight: 24,
    marginTop: 44,
    marginBottom: 10,
    x: {
      axis: 'top',
      label: unit,
      labelAnchor: 'left',
      labelArrow: 'none',
      labelOffset: 38,
      grid: true,
      ticks: 6,
      tickFormat: percentTick,
      ...(isToOne ? { domain: [floor, 1] } : { zero: true, nice: true }),
    },
    y: { domain: names, label: null, tickSize: 0, type: 'band' },
    marks: [
      Plot.ruleY(names, { y: (name) => name, stroke: 'currentColor', strokeOpacity: 0.08 }),
      ...[...new Set(shown.map(({ dy }) => dy ?? 0))].flatMap((dy) => {
        const own = shown.filter((point) => (point.dy ?? 0) === dy);
        return [
          Plot.ruleY(
            own.filter(({ low, high }) => low != null && high != null),
            { y: 'name', x1: 'low', x2: 'high', stroke: (p) => color(p.color), strokeWidth: 2, dy },
          ),
          Plot.dot(own, {
            y: 'name',
            x: 'value',
            r: 4,
            dy,
            fill: (p) => color(p.isHollow ? 'page' : p.color),
            stroke: (p) => color(p.color),
            strokeWidth: 1.5,
            title: titleOf,
          }),
        ];
      }),
    ],
  });
  return { html, legend: legend ?? [] };
}

const titleOf = ({ name, value, low, high }: Point): string =>
  `${name}: ${percent(value!)}${low != null && high != null ? ` (${percent(low)} to ${percent(high)})` : ''}`;

/** 0.1234 as 12.3 %. */
export const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;
/** Ticks of a scale of shares. */
export const percentTick = (share: number): string => `${Number((100 * share).toFixed(3))} %`;
