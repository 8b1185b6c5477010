import type { Corners } from '../box.js';
import type { Random } from '../random.js';

/** Share of the boxes that an annotator leaves as they were settled: a guess. */
const SAME = 0.7;
/** Deviation of a corner that was moved, pixels of the 224 frame: a guess. */
const DEVIATION = 1.5;

/** Share of the boxes that an annotator does not see: a guess. */
const MISSED = 0.005;

/** A box as one annotator drew it, pixels of the original image: the settled one, one with corners next to its corners, or none. */
export function seenByAnnotator(
  random: Random,
  errors: Random,
  settled: Corners | null,
  ratio: number,
): Corners | null {
  const seen = drawn(random, settled, ratio);
  return errors.chance(MISSED) ? null : seen;
}

function drawn(random: Random, settled: Corners | null, ratio: number): Corners | null {
  if (settled === null || random.chance(SAME)) return settled;
  const [x1, y1, x2, y2] = settled;
  const moved = (value: number, length: number) => {
    const by = (DEVIATION * random.normal()) / ratio;
    return value + Math.max(Math.min(by, length / 4), -length / 4);
  };
  const [width, height] = [x2 - x1, y2 - y1];
  return [moved(x1, width), moved(y1, height), moved(x2, width), moved(y2, height)];
}
