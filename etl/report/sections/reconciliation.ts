import { stackedBars } from '../charts/stacked_bars.js';
import type { Figure, Section } from '../figure.js';
import { numberOf, textOf } from '../rows.js';

const differences: Figure = {
  name: 'reconciliation',
  title: 'Why counts differ',
  caption:
    'Images by the reason for which lists and graphs do not agree; where a reason concerns one split, its list stands behind it. Reasons that concern no image are in the table only.',
  needs: [['splits', 'images_to_avoid', 'mimic_metadata', 'rdf_annotations']],
  empty: 'The lists and the graphs agree in every respect that is compared.',
  draw: (rows, label) =>
    stackedBars(
      rows.filter((row) => numberOf(row, 'n_images') > 0),
      label,
      {
        name: (row) =>
          `${textOf(row, 'reason').replaceAll('_', ' ')}${row.split === null ? '' : ` (${textOf(row, 'split')})`}`,
        unit: 'images',
        parts: [{ column: 'n_images', text: 'images', color: 'yes' }],
      },
    ),
};

/** Where lists and graphs differ. */
export const reconciliation: Section = {
  name: 'reconciliation',
  title: 'Reconciliation',
  lead: 'Where the lists of the release, the graphs and other inputs differ, and by how many images.',
  figures: [differences],
};
