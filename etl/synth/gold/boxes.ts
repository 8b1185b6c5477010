import { type Corners, drawBoxes } from '../box.js';
import { regionByName } from '../concepts.js';
import type { Random } from '../random.js';
import { type Frame, frameOf } from '../size.js';
import type { LaterErrors } from './errors.js';
import type { GoldImage } from './pair.js';

/** A box as the annotators settled it; null where they saw none. Pixels of the original image, fractions allowed. */
export interface GoldBox {
  readonly bbox_name: string;
  readonly original: Corners | null;
}

/** How the gold boxes differ from the automatic ones. */
export interface BoxErrors {
  /** In both, and moved by more than two pixels of the 224 frame. */
  shifted: number;
  /** Gold only: the automatic graph has none. */
  drawn: number;
  /** In neither; listed with zeros. */
  absent: number;
  /** Automatic only; listed with zeros. */
  removed: number;
}

const SHIFTED = 0.06;
const DRAWN = 0.6;
const REMOVED = 0.004;
const names = [...regionByName.values()]
  .filter(({ in_gold_26 }) => in_gold_26)
  .map(({ bbox_name }) => bbox_name);

/** Boxes of the 26 annotated regions of an image. */
export function goldBoxes(
  random: Random,
  { image, graph }: GoldImage,
  later: LaterErrors,
  errors: BoxErrors,
): GoldBox[] {
  const { ratio } = frameOf(image);
  return names.map((bbox_name) => {
    const automatic = graph.objects.find((object) => object.bbox_name === bbox_name);
    if (automatic) {
      const { original_x1, original_y1, original_x2, original_y2 } = automatic;
      const original = [original_x1, original_y1, original_x2, original_y2] as const;
      const settled = random.chance(SHIFTED) ? shifted(random, original, ratio) : original;
      const isRemoved = later.chance(REMOVED);
      if (isRemoved) errors.removed++;
      else if (settled !== original) errors.shifted++;
      return { bbox_name, original: isRemoved ? null : settled };
    }
    const drawn = drawBoxes(random, image).find((box) => box.bbox_name === bbox_name);
    if (!drawn || !random.chance(DRAWN)) {
      errors.absent++;
      return { bbox_name, original: null };
    }
    errors.drawn++;
    return { bbox_name, original: drawn.original };
  });
}

/** The lower right corner pulled inwards by 3 to 8 pixels of the 224 frame, at most half the box. */
function shifted(random: Random, [x1, y1, x2, y2]: Corners, ratio: number): Corners {
  const pull = (length: number) => Math.min((3 + 5 * random.next()) / ratio, length / 2);
  return [x1, y1, x2 - pull(x2 - x1), y2 - pull(y2 - y1)];
}

/** A box of the original image in the 224 frame, fractions kept. */
export function toFrame(original: Corners, { ratio, left, top }: Frame): Corners {
  return original.map((value, i) => value * ratio + (i % 2 === 0 ? left : top)) as [
    number,
    number,
    number,
    number,
  ];
}
