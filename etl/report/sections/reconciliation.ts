import { stackedBars } from '../charts/stacked_bars.js';
import type { Figure, Section } from '../figure.js';
import { numberOf, type Row, textOf } from '../rows.js';

const differences: Figure = {
  name: 'reconciliation',
  title: 'Why counts differ',
  caption:
    'How many images, studies, comparisons, sentences and findings do not agree, by reason, each kind on a scale of its own; where a reason concerns one split, its list stands behind it. The table explains each reason, and has those that count nothing.',
  empty: 'No input was given that could be compared.',
  draw(rows, label) {
    const some = rows.filter((row) => numberOf(row, 'n') > 0);
    const units = [...new Set(some.map((row) => textOf(row, 'unit')))];
    const charts = units.map((unit) => {
      const own = some.filter((row) => row.unit === unit);
      return stackedBars(own, label, {
        name: nameOf,
        aligned: some.map(nameOf),
        unit: plurals[unit] ?? unit,
        parts: [{ column: 'n', text: plurals[unit] ?? unit, color: 'yes' }],
      }).html;
    });
    return { html: charts.join('\n') || '<p>Everything that is compared agrees.</p>' };
  },
};

const nameOf = (row: Row) =>
  `${textOf(row, 'reason').replaceAll('_', ' ')}${row.split === null ? '' : ` (${textOf(row, 'split')})`}`;

const plurals: Readonly<Record<string, string>> = {
  image: 'images',
  study: 'studies',
  comparison: 'comparisons',
  sentence: 'sentences',
  finding: 'findings of a region of an image',
};

/** Where lists and graphs differ. */
export const reconciliation: Section = {
  name: 'reconciliation',
  title: 'Reconciliation',
  lead: 'Where the lists of the release, its gold files and the graphs differ, and where graphs are not as the dataset’s page has them.',
  figures: [differences],
};
