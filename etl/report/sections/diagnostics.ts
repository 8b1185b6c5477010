import { stackedBars } from '../charts/stacked_bars.js';
import type { Figure, Section } from '../figure.js';
import { textOf } from '../rows.js';

const rejected: Figure = {
  name: 'quarantine',
  title: 'Quarantine',
  caption:
    'Graphs, entries of graphs and lines of text tables that were rejected, by the stage that found them and the reason.',
  empty: 'Nothing was rejected.',
  draw: (rows, label) =>
    stackedBars(rows, label, {
      name: (row) => `${textOf(row, 'stage')}: ${textOf(row, 'code')}`,
      unit: 'rows of quarantine',
      parts: [{ column: 'n_rows', text: 'rejected', color: 'no' }],
    }),
};

const issues: Figure = {
  name: 'data_issues',
  title: 'Data issues',
  caption: 'What was loaded although it looks wrong, by the reason.',
  empty: 'Nothing that was loaded looks wrong.',
  draw: (rows, label) =>
    stackedBars(rows, label, {
      name: 'code',
      unit: 'rows of data_issues',
      parts: [{ column: 'n_rows', text: 'rows', color: 'yes' }],
    }),
};

/** What was wrong with the input. */
export const diagnostics: Section = {
  name: 'diagnostics',
  title: 'Quarantine and data issues',
  lead: 'Nothing is dropped or changed without a row in one of the two. docs/contract.md has the rules, and `imagenome sql` shows each row.',
  figures: [rejected, issues],
};
