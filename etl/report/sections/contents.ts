import * as Plot from '@observablehq/plot';
import { color, draw, marginFor } from '../charts/draw.js';
import { countTick, stackedBars } from '../charts/stacked_bars.js';
import type { Chart, Figure, Section } from '../figure.js';
import { numberOf, type Row, textOf } from '../rows.js';

const tables: Figure = {
  name: 'tables',
  title: 'Rows by table',
  caption:
    'Rows of the tables that come from scene graphs, and of the two that say what was wrong with the input. The scale is logarithmic: each step is ten times the one before.',
  empty: 'The build has counted no table.',
  isEmpty: (rows) => rows.every((row) => row.n_rows === 0),
  draw: rowCounts,
};

const inputs: Figure = {
  name: 'inputs',
  title: 'Inputs',
  caption:
    'Every file of a release that a build knows, whether it was found, and how many of its rows were loaded or rejected. An en dash means that it was not read, or has no rows of its own.',
  empty: 'The warehouse does not say which inputs it was given.',
};

const splits: Figure = {
  name: 'splits',
  title: 'Images by split and view',
  caption:
    'Images with a scene graph, by the split list that names them and by view: AP (anterior–posterior, often at the bedside) or PA (posterior–anterior, standing).',
  needs: [['splits']],
  empty: 'No image was loaded.',
  draw: (rows, label) =>
    stackedBars(merged(rows), label, {
      name: 'split',
      unit: 'images',
      parts: [
        { column: 'AP', text: 'AP', color: 'group-1' },
        { column: 'PA', text: 'PA', color: 'group-2' },
        { column: 'other', text: 'other view', color: 'unmentioned' },
      ],
    }),
};

/** What is in the warehouse, and from where. */
export const contents: Section = {
  name: 'contents',
  title: 'What is in it, and from where',
  lead: 'What the build has found, and what became of it.',
  figures: [tables, inputs, splits],
};

/** One row per split, its views as columns. */
function merged(rows: readonly Row[]): Row[] {
  const names = [...new Set(rows.map((row) => textOf(row, 'split')))];
  return names.map((split) => {
    const views = rows.filter((row) => row.split === split);
    return {
      split,
      ...Object.fromEntries(views.map((row) => [textOf(row, 'viewpoint'), numberOf(row, 'n_images')])),
    };
  });
}

function rowCounts(rows: readonly Row[], label: string): Chart {
  const some = rows.filter((row) => numberOf(row, 'n_rows') > 0);
  const names = some.map((row) => textOf(row, 'table_name'));
  const most = Math.max(...some.map((row) => numberOf(row, 'n_rows')), 10);
  const html = draw(label, {
    height: 60 + 24 * names.length,
    marginLeft: marginFor(names),
    ...{ marginRight: 70, marginTop: 44, marginBottom: 10 },
    x: {
      type: 'log',
      domain: [1, most],
      axis: 'top',
      label: 'rows',
      labelAnchor: 'left',
      labelArrow: 'none',
      labelOffset: 38,
      grid: true,
      ticks: Array.from({ length: Math.floor(Math.log10(most)) + 1 }, (_, power) => 10 ** power),
      tickFormat: countTick,
    },
    y: { domain: names, label: null, tickSize: 0, type: 'band' },
    marks: [
      Plot.ruleY(some, { y: 'table_name', x1: 1, x2: 'n_rows', stroke: color('yes'), strokeWidth: 1.5 }),
      Plot.dot(some, { y: 'table_name', x: 'n_rows', fill: color('yes'), r: 4.5 }),
      Plot.text(some, {
        ...{ y: 'table_name', x: 'n_rows', dx: 9, textAnchor: 'start' },
        text: (row) => numberOf(row, 'n_rows').toLocaleString('en-US'),
      }),
    ],
  });
  return { html };
}
