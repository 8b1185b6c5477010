import * as Plot from '@observablehq/plot';
import type { Chart } from '../figure.js';
import { color, draw } from './draw.js';

/** How many go from a state before to a state after. */
export interface Flow {
  readonly from: string;
  readonly to: string;
  readonly n: number;
}

/** A state of either side. */
export interface State {
  readonly name: string;
  readonly color: string;
  readonly text: string;
}

/** Places of a ribbon, and how it bends: x from 0 to 1. */
const places = Array.from({ length: 25 }, (_, i) => i / 24);
const bend = (x: number) => x * x * (3 - 2 * x);

/** States of two exams on either side, joined by ribbons as thick as what goes from one to the other. */
export function flow(flows: readonly Flow[], states: readonly State[], label: string): Chart {
  const total = flows.reduce((sum, { n }) => sum + n, 0);
  const gap = total * 0.05;
  const starts = (side: 'from' | 'to') => {
    let at = 0;
    return states.map((state) => {
      const n = flows.filter((one) => one[side] === state.name).reduce((sum, one) => sum + one.n, 0);
      const start = at;
      at += n + gap;
      return { state, start, n };
    });
  };
  const [before, after] = [starts('from'), starts('to')];
  const used = new Map<string, number>();
  const take = (side: string, name: string, start: number, n: number) => {
    const at = used.get(`${side} ${name}`) ?? start;
    used.set(`${side} ${name}`, at + n);
    return at;
  };
  const ribbons = before.flatMap(({ state, start }) =>
    after.flatMap((end) => {
      const n = flows.find((one) => one.from === state.name && one.to === end.state.name)?.n ?? 0;
      if (n === 0) return [];
      const y0 = take('from', state.name, start, n);
      const y1 = take('to', end.state.name, end.start, n);
      const title = `${state.text} → ${end.state.text}: ${n.toLocaleString('en-US')}`;
      return places.map((x) => {
        const y = y0 + (y1 - y0) * bend(x);
        return { x, y, end: y + n, ribbon: `${state.name} ${end.state.name}`, color: state.color, title };
      });
    }),
  );
  const sides = [
    { blocks: before, x1: -0.025, x2: 0, at: -0.04, anchor: 'end' as const },
    { blocks: after, x1: 1, x2: 1.025, at: 1.04, anchor: 'start' as const },
  ];
  const html = draw(label, {
    height: 340,
    marginLeft: 150,
    marginRight: 150,
    marginTop: 34,
    marginBottom: 10,
    x: { domain: [-0.03, 1.03], axis: null },
    y: { domain: [total + 2 * gap, 0], axis: null },
    marks: [
      Plot.areaY(ribbons, {
        x: 'x',
        y1: 'y',
        y2: 'end',
        z: 'ribbon',
        fill: (one) => color(one.color),
        fillOpacity: 0.45,
        title: 'title',
      }),
      ...sides.flatMap(({ blocks, x1, x2, at, anchor }) => [
        Plot.rect(blocks, {
          x1,
          x2,
          y1: 'start',
          y2: ({ start, n }) => start + n,
          fill: ({ state }) => color(state.color),
        }),
        Plot.text(
          blocks.filter(({ n }) => n > 0),
          {
            x: at,
            y: ({ start, n }) => start + n / 2,
            text: ({ state, n }) => `${state.text}\n${n.toLocaleString('en-US')}`,
            textAnchor: anchor,
            lineHeight: 1.25,
          },
        ),
      ]),
      Plot.text(['exam before'], { x: 0, y: 0, dy: -20, textAnchor: 'start', fontWeight: 600 }),
      Plot.text(['next exam'], { x: 1, y: 0, dy: -20, textAnchor: 'end', fontWeight: 600 }),
    ],
  });
  return { html };
}
