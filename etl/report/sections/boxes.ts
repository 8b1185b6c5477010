import { boxPlaces } from '../charts/box_places.js';
import { intervals } from '../charts/intervals.js';
import { stackedBars } from '../charts/stacked_bars.js';
import type { Figure, Section } from '../figure.js';
import { numberOf, textOf } from '../rows.js';

const places: Figure = {
  name: 'mean_boxes',
  title: 'Where regions are',
  caption:
    'Mean box of each region in the 224 × 224 frame, in pixels, over all images with a usable one, and how far its edges lie apart: one standard deviation out and in. The right of the patient is on the left.',
  empty: 'No image has a usable box.',
  draw: boxPlaces,
};

const missing: Figure = {
  name: 'missing_boxes',
  title: 'Missing boxes',
  caption:
    'Share of images without a usable box of the region, with 95 % Wilson intervals, and share of affirming attribute strings about the region whose image has no usable box of it.',
  empty: 'No image was loaded.',
  draw: (rows, label) =>
    intervals(
      rows.flatMap((row) => {
        const name = textOf(row, 'bbox_name');
        const own = {
          name,
          value: numberOf(row, 'share_missing'),
          low: numberOf(row, 'share_low'),
          high: numberOf(row, 'share_high'),
          color: 'yes',
          dy: -3,
        };
        const share = row.share_mentions_without_box as number | null;
        return [own, { name, value: share, color: 'no', isHollow: true, dy: 3 }];
      }),
      label,
      {
        unit: 'share',
        legend: [
          { text: 'images without a box', color: 'yes' },
          { text: 'mentions without a box', color: 'no', isHollow: true },
        ],
      },
    ),
};

const statuses: Figure = {
  name: 'box_statuses',
  title: 'Boxes by status',
  caption:
    'Boxes as written, by the first of these that applies: missing (no corner), inverted, zero area, outside of the frame, clipped (partly outside), ok. Usable are ok and clipped.',
  empty: 'No box was loaded.',
  draw: (rows, label) =>
    stackedBars(rows, label, {
      name: 'box_status',
      unit: 'boxes',
      parts: [{ column: 'n_boxes', text: 'boxes', color: 'yes' }],
    }),
};

/** Where boxes are, and where there are none. */
export const boxes: Section = {
  name: 'boxes',
  title: 'Boxes',
  lead: 'The boxes of the scene graphs come from an automatic pipeline; a region without a usable box can still be described.',
  figures: [places, missing, statuses],
};
