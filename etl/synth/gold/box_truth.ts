import type { Corners } from '../box.js';
import { FRAME, frameOf } from '../size.js';
import type { GoldBox } from './boxes.js';
import { toFrame } from './boxes.js';
import type { GoldImage } from './pair.js';

/** How the gold boxes of a region and those of the graphs compare: numbers of images, shares and means of these. */
export interface RegionBoxTruth {
  readonly n_both: number;
  readonly n_gold_only: number;
  readonly n_silver_only: number;
  readonly n_neither: number;
  /** Mean intersection over union where both have a box, in the 224 frame and in original pixels. */
  readonly iou: number | null;
  readonly iou_original: number | null;
  /** The same, 0 where only one side has a box. */
  readonly iou_missing_as_0: number | null;
  /** Share of the boxes that were moved by more than a pixel of the 224 frame, drawn or removed. */
  readonly corrected: number | null;
}

interface Compared {
  readonly image_id: string;
  readonly presence: 'both' | 'gold_only' | 'silver_only' | 'neither';
  readonly iou: number;
  readonly iou_original: number;
  readonly isCorrected: boolean;
}

/** Compares the boxes that annotators settled with those of the graphs. */
export class BoxOutcomes {
  readonly #regions = new Map<string, Compared[]>();

  /** Adds an image with the boxes that can be read of it. */
  add({ image, graph }: GoldImage, settled: readonly GoldBox[]): void {
    const frame = frameOf(image);
    for (const { bbox_name, original } of settled) {
      const automatic = graph.objects.find((object) => object.bbox_name === bbox_name);
      const own = automatic && ([automatic.x1, automatic.y1, automatic.x2, automatic.y2] as const);
      const [silver, gold] = [own ? clipped(own) : null, original && clipped(toFrame(original, frame))];
      const compared = this.#regions.get(bbox_name) ?? [];
      this.#regions.set(bbox_name, compared);
      const image_id = image.dicom_id;
      if (silver && gold) {
        const { original_x1, original_y1, original_x2, original_y2 } = automatic!;
        const whole = [original_x1, original_y1, original_x2, original_y2] as const;
        const isCorrected = silver.some((value, i) => Math.abs(value - gold[i]!) > 1);
        const iou_original = iouOf(whole, original!);
        compared.push({ image_id, presence: 'both', iou: iouOf(silver, gold), iou_original, isCorrected });
      } else {
        const presence = gold ? 'gold_only' : silver ? 'silver_only' : 'neither';
        compared.push({ image_id, presence, iou: 0, iou_original: 0, isCorrected: presence !== 'neither' });
      }
    }
  }

  /** By region. */
  get truth(): Readonly<Record<string, RegionBoxTruth>> {
    return Object.fromEntries([...this.#regions].map(([name, compared]) => [name, regionTruth(compared)]));
  }
}

function regionTruth(unsorted: readonly Compared[]): RegionBoxTruth {
  const compared = unsorted.toSorted((a, b) => (a.image_id < b.image_id ? -1 : 1));
  const of = (presence: Compared['presence']) => compared.filter((one) => one.presence === presence);
  const [both, present] = [of('both'), compared.filter(({ presence }) => presence !== 'neither')];
  return {
    n_both: both.length,
    n_gold_only: of('gold_only').length,
    n_silver_only: of('silver_only').length,
    n_neither: of('neither').length,
    iou: meanOf(both.map(({ iou }) => iou)),
    iou_original: meanOf(both.map(({ iou_original }) => iou_original)),
    iou_missing_as_0: meanOf(present.map(({ iou }) => iou)),
    corrected: meanOf(present.map(({ isCorrected }) => Number(isCorrected))),
  };
}

/** Mean of numbers, summed in their order; null of none. */
export function meanOf(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** What of a box is within the 224 frame; null for a box that has no area there. */
export function clipped([x1, y1, x2, y2]: Corners): Corners | null {
  const within = (value: number) => Math.min(Math.max(value, 0), FRAME);
  const box: Corners = [within(x1), within(y1), within(x2), within(y2)];
  return box[0] < box[2] && box[1] < box[3] ? box : null;
}

/** Intersection over union of two boxes with an area. */
export function iouOf(one: Corners, other: Corners): number {
  const side = (i: 0 | 1) => Math.max(Math.min(one[i + 2]!, other[i + 2]!) - Math.max(one[i]!, other[i]!), 0);
  const shared = side(0) * side(1);
  return shared / (areaOf(one) + areaOf(other) - shared);
}

const areaOf = ([x1, y1, x2, y2]: Corners) => (x2 - x1) * (y2 - y1);
