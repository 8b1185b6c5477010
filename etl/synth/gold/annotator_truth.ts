import type { Corners } from '../box.js';
import { clipped, iouOf, meanOf } from './box_truth.js';

/** How well two annotators agree on the boxes of a region, in images that both have looked at. */
export interface AnnotatorTruth {
  readonly annotator: string;
  readonly other_annotator: string;
  readonly bbox_name: string;
  readonly n_images: number;
  readonly n_both: number;
  readonly n_annotator_only: number;
  readonly n_other_only: number;
  readonly n_neither: number;
  /** Images in which no corner differs by more than a pixel of the 224 frame. */
  readonly n_same: number;
  readonly mean_iou: number | null;
}

type Seen = ReadonlyMap<string, Corners | null>;

/** Compares the boxes of the annotators with each other. */
export class AnnotatorOutcomes {
  readonly #pairs = new Map<string, [string, string, string, Compared[]]>();

  /** Adds an image: of each annotator who has looked at it the boxes by region, pixels of the 224 frame. */
  add(annotators: ReadonlyMap<string, Seen>): void {
    const names = [...annotators.keys()].sort();
    for (const [i, one] of names.entries()) {
      for (const other of names.slice(i + 1)) {
        for (const [bbox_name, box] of annotators.get(one)!) {
          const compared = [box, annotators.get(other)!.get(bbox_name) ?? null].map(
            (seen) => seen && clipped(seen),
          ) as [Corners | null, Corners | null];
          const key = [one, other, bbox_name].join('\n');
          const known = this.#pairs.get(key) ?? [one, other, bbox_name, []];
          this.#pairs.set(key, known);
          known[3].push(compared);
        }
      }
    }
  }

  get truth(): AnnotatorTruth[] {
    return [...this.#pairs.keys()].sort().map((key) => truthOf(...this.#pairs.get(key)!));
  }
}

type Compared = readonly [one: Corners | null, other: Corners | null];

function truthOf(
  annotator: string,
  other_annotator: string,
  bbox_name: string,
  compared: readonly Compared[],
): AnnotatorTruth {
  const both = compared.filter((pair): pair is [Corners, Corners] => pair[0] !== null && pair[1] !== null);
  const count = (hasOne: boolean, hasOther: boolean) =>
    compared.filter(([one, other]) => (one !== null) === hasOne && (other !== null) === hasOther).length;
  return {
    ...{ annotator, other_annotator, bbox_name, n_images: compared.length, n_both: both.length },
    n_annotator_only: count(true, false),
    n_other_only: count(false, true),
    n_neither: count(false, false),
    n_same: both.filter(([one, other]) => one.every((value, i) => Math.abs(value - other[i]!) <= 1)).length,
    mean_iou: meanOf(both.map(([one, other]) => iouOf(one, other)).sort((a, b) => a - b)),
  };
}
