import type { Corners } from '../box.js';
import { Random, streams } from '../random.js';
import { frameOf } from '../size.js';
import { seenByAnnotator } from './annotators.js';
import { type GoldBox, toFrame } from './boxes.js';
import { coordinateList, cornerColumns } from './corners.js';
import type { GoldImage } from './pair.js';
import { annotators, type GoldTables } from './tables.js';

const NONE: Corners = [0, 0, 0, 0];

/**
 * Adds the boxes of an image: those that were settled, those of each annotator, the automatic ones.
 * @param position place of the image among all, from 0 to 1: two annotators look at the first two thirds, two at the last two
 * @returns what each annotator has seen who looked at the image, pixels of the 224 frame
 */
export function addBoxes(
  tables: GoldTables,
  seed: number,
  gold: GoldImage,
  boxes: readonly GoldBox[],
  position: number,
): ReadonlyMap<string, ReadonlyMap<string, Corners | null>> {
  const frame = frameOf(gold.image);
  const image_id = `${gold.image.dicom_id}.dcm`;
  const { top, bottom, left, right, ratio } = frame;
  const scaling = { image_id, top, bottom, left, right, ratio };
  tables['gold_bbox_scaling_factors_original_to_224x224.csv'].add(scaling);
  const row = (bbox_name: string, original: Corners | null) => {
    const [whole, framed] = original ? [original, toFrame(original, frame)] : [NONE, NONE];
    return {
      image_id,
      bbox_name,
      annot_id: `${image_id}|${bbox_name}`,
      ...cornerColumns('', framed),
      ...cornerColumns('original_', whole),
      coord224: coordinateList(framed),
      coord_original: coordinateList(whole),
    };
  };
  for (const { bbox_name, original } of boxes) {
    const annotator = position < 0.5 ? '1_C' : '2_J';
    const settled = { ...row(bbox_name, original), annotator };
    tables['gold_bbox_coordinate_annotations_1000images.csv'].add(settled);
    const automatic = gold.graph.objects.find((object) => object.bbox_name === bbox_name);
    if (!automatic) continue;
    tables['auto_bbox_pipeline_coordinates_1000_images.txt'].add({ ...automatic, synsets: null, image_id });
  }
  const seenBy = new Map<string, Map<string, Corners | null>>();
  annotators.forEach((annotator, i) => {
    const looksAt = annotator.startsWith('1') ? position < 0.65 : position >= 0.35;
    if (!looksAt) return;
    const [random, errors] = [streams.annotators, streams.errors].map(
      (stream) => new Random(seed, stream, gold.exam.study.study_id, i),
    ) as [Random, Random];
    const boxesSeen = new Map<string, Corners | null>();
    seenBy.set(annotator, boxesSeen);
    for (const { bbox_name, original } of boxes) {
      const seen = seenByAnnotator(random, errors, original, ratio);
      boxesSeen.set(bbox_name, seen && toFrame(seen, frame));
      tables[`bbox_coordinate_annotations_${annotator}.csv`].add(row(bbox_name, seen));
    }
  });
  return seenBy;
}
