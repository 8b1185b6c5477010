import anatomy from './anatomy.json' with { type: 'json' };
import { regionByName } from './concepts.js';
import type { Random } from './random.js';
import { FRAME, type Frame, frameOf, type Size } from './size.js';

/** Corners [x1, y1, x2, y2], pixels. */
export type Corners = readonly [number, number, number, number];

/** The box of one region, in both frames. */
export interface Box {
  readonly bbox_name: string;
  /** Whole pixels of the padded 224×224 frame. */
  readonly corners: Corners;
  /** Pixels of the original image, truncated as the release does: steps of 1/ratio. */
  readonly original: Corners;
}

/** Probability that a box is missing in an image that has no trouble. */
const RARELY_MISSING = 0.0006;

/** Boxes of an image in object order, 35.74 of 36 on average; the right side of the body is at small x. */
export function drawBoxes(random: Random, size: Size): Box[] {
  const frame = frameOf(size);
  const [scaleX, scaleY] = [1 + 0.04 * random.normal(), 1 + 0.04 * random.normal()];
  const [shiftX, shiftY] = [0.012 * random.normal(), 0.012 * random.normal()];
  const missing = random.chance(0.045) ? 0.04 + 0.22 * random.next() : RARELY_MISSING;
  return Object.entries(anatomy).flatMap(([bbox_name, relative]) => {
    const isMissing = random.chance(missing);
    const [x1, y1, x2, y2] = relative.map((value, i) => {
      const [scale, shift] = i % 2 === 0 ? [scaleX, shiftX] : [scaleY, shiftY];
      return 0.5 + (value - 0.5) * scale + shift + 0.008 * random.normal();
    }) as [number, number, number, number];
    if (isMissing) return [];
    return [place(bbox_name, x1, y1, x2, y2, frame)];
  });
}

function place(bbox_name: string, x1: number, y1: number, x2: number, y2: number, frame: Frame): Box {
  const { left, top, right, bottom } = frame;
  const [width, height] = [FRAME - left - right, FRAME - top - bottom];
  const [from, to] = span(x1, x2, width);
  const [upper, lower] = span(y1, y2, height);
  const corners = [left + from, top + upper, left + to, top + lower] as const;
  return { bbox_name, corners, original: toOriginal(corners, frame) };
}

/** Whole pixels within the image, at least four apart. */
function span(low: number, high: number, length: number): [number, number] {
  const from = Math.min(Math.max(Math.round(low * length), 0), length - 4);
  return [from, Math.min(Math.max(Math.round(high * length), from + 4), length)];
}

/** Corners of the 224 frame in the original image, truncated. */
export function toOriginal(corners: Corners, { ratio, left, top }: Frame): Corners {
  return corners.map((value, i) => Math.trunc((value - (i % 2 === 0 ? left : top)) / ratio)) as [
    number,
    number,
    number,
    number,
  ];
}

/** An entry of `objects[]`. */
export function objectEntry(image_id: string, { bbox_name, corners, original }: Box) {
  const { cuis, umls_name } = regionByName.get(bbox_name)!;
  const [x1, y1, x2, y2] = corners;
  const [original_x1, original_y1, original_x2, original_y2] = original;
  return {
    object_id: `${image_id}_${bbox_name}`,
    x1,
    y1,
    x2,
    y2,
    width: x2 - x1,
    height: y2 - y1,
    bbox_name,
    synsets: [cuis],
    name: umls_name,
    original_x1,
    original_y1,
    original_x2,
    original_y2,
    original_width: original_x2 - original_x1,
    original_height: original_y2 - original_y1,
  };
}
