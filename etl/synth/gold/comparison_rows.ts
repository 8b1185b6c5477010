import { frameOf } from '../size.js';
import { toFrame } from './boxes.js';
import type { GoldComparison } from './comparisons.js';
import { coordinateList, type GoldPlaces } from './corners.js';
import type { GoldPair } from './pair.js';
import type { GoldTables } from './tables.js';

/** Adds a comparison of the second exam with the first, one row per attribute; `places`: boxes of the first and second image. */
export function addComparison(
  tables: GoldTables,
  { patient, first, second }: GoldPair,
  { bbox_name, attributes, row_id, section, ...relation }: GoldComparison,
  [before, now]: readonly [GoldPlaces, GoldPlaces],
): void {
  const [subject, object] = [now.get(bbox_name), before.get(bbox_name)];
  for (const attribute of attributes) {
    const [categoryID, context, label_name] = attribute.split('|') as [string, string, string];
    const row = {
      ...relation,
      ...{ patient_id: patient.patient_id, study_id: second.exam.study.study_id },
      ...{ row_id, section, sent_loc: Number(row_id.split('|')[1]) },
      image_id: `${second.image.dicom_id}.dcm`,
      ...{ bbox: bbox_name, attribute, categoryID, context, label_name },
      relation: context === 'yes' ? 1 : 0,
      current_image_id: second.image.dicom_id,
      previous_image_id: first.image.dicom_id,
    };
    tables['gold_comparison_relations_500pts_500studies2nd.txt'].add(row);
    if (!subject || !object) continue;
    tables['gold_object_comparison_with_coordinates.txt'].add({
      ...row,
      bbox_coord_224_subject: coordinateList(toFrame(subject, frameOf(second.image))),
      bbox_coord_224_object: coordinateList(toFrame(object, frameOf(first.image))),
      bbox_coord_original_subject: coordinateList(subject),
      bbox_coord_original_object: coordinateList(object),
    });
  }
}
