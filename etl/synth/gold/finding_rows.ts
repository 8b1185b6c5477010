import type { Field } from '../../csv.js';
import { frameOf } from '../size.js';
import { automaticFindings, type GoldFinding } from './attributes.js';
import { toFrame } from './boxes.js';
import { coordinateList, type GoldPlaces } from './corners.js';
import type { GoldPair } from './pair.js';
import type { GoldTables } from './tables.js';

/** Adds a finding of the first exam; where its region has a box, to the table with coordinates, too. */
export function addFinding(
  tables: GoldTables,
  pair: GoldPair,
  finding: GoldFinding,
  places: GoldPlaces,
): void {
  const row = findingRow(pair, finding);
  tables['gold_attributes_relations_500pts_500studies1st.txt'].add(row);
  const box = places.get(finding.bbox_name);
  if (!box) return;
  tables['gold_object_attribute_with_coordinates.txt'].add({
    ...row,
    coord224: coordinateList(toFrame(box, frameOf(pair.first.image))),
    coord_original: coordinateList(box),
  });
}

/** Adds the findings of the automatic graph with its boxes: what the annotators started from. */
export function addAutomaticFindings(tables: GoldTables, pair: GoldPair): void {
  const { graph } = pair.first;
  const boxes = new Map(graph.objects.map((box) => [box.bbox_name, box]));
  for (const finding of automaticFindings(graph)) {
    const box = boxes.get(finding.bbox_name);
    if (!box) continue;
    const { x1, y1, x2, y2, original_x1, original_y1, original_x2, original_y2 } = box;
    tables['gold_baseline_object_attribute_with_coordinate.txt'].add({
      ...findingRow(pair, finding),
      coord224: coordinateList([x1, y1, x2, y2]),
      coord_original: coordinateList([original_x1, original_y1, original_x2, original_y2]),
    });
  }
}

function findingRow({ patient, first }: GoldPair, finding: GoldFinding): Record<string, Field> {
  const { row_id, bbox_name, category_id, label_name, relation, section, sentence } = finding;
  return {
    patient_id: patient.patient_id,
    study_id: first.exam.study.study_id,
    image_id: `${first.image.dicom_id}.dcm`,
    sent_loc: Number(row_id.split('|')[1]),
    section,
    row_id,
    object_id: `${first.image.dicom_id}_${bbox_name}`,
    bbox: bbox_name,
    attribute: `${category_id}|${relation}|${label_name}`,
    relation: relation === 'yes' ? 1 : 0,
    label_name,
    context: relation,
    categoryID: category_id,
    sentence,
  };
}
