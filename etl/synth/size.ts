import type { Random } from './random.js';

/** Height (rows) and width (columns) of an original image, pixels. */
export interface Size {
  readonly rows: number;
  readonly columns: number;
}

/** Detector formats: mostly portrait, median height/width 1.165, from 0.83 to 1.20. */
const formats = [
  { rows: 3056, columns: 2544, weight: 41 },
  { rows: 2544, columns: 3056, weight: 30 },
  { rows: 2839, columns: 2437, weight: 12 },
  { rows: 2320, columns: 2828, weight: 6 },
  { rows: 3050, columns: 2539, weight: 4 },
  { rows: 2991, columns: 2985, weight: 4 },
  { rows: 2022, columns: 2022, weight: 3 },
];

/** Size of an image. */
export function drawSize(random: Random): Size {
  const { rows, columns } = random.weighted(formats);
  return { rows, columns };
}

/** How an original image sits in the padded 224×224 frame: c224 = original · ratio + padding. */
export interface Frame {
  readonly ratio: number;
  /** Padding, pixels of the 224 frame. */
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Longer side of the frame, pixels. */
export const FRAME = 224;

/** The documented transform from the original image to the 224×224 frame. */
export function frameOf({ rows, columns }: Size): Frame {
  const ratio = FRAME / Math.max(rows, columns);
  const [height, width] = [Math.trunc(rows * ratio), Math.trunc(columns * ratio)];
  const [left, top] = [Math.floor((FRAME - width) / 2), Math.floor((FRAME - height) / 2)];
  return { ratio, left, top, right: FRAME - width - left, bottom: FRAME - height - top };
}
