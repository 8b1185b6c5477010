import { attributeEntries } from './attribute_entries.js';
import { type Box, drawBoxes, objectEntry } from './box.js';
import type { Exam } from './exam.js';
import { Random, streams } from './random.js';
import { relationships } from './relationships.js';
import { type Image, studyDatetime } from './study.js';

/** A scene graph as it is written: the keys and their order are those of the dataset. */
export type SceneGraph = ReturnType<typeof sceneGraph>;

/** Boxes of an image. */
export function boxesOf(seed: number, { patient, study }: Exam, image: Image): Box[] {
  const place = study.images.indexOf(image);
  return drawBoxes(new Random(seed, streams.boxes, patient.index, study.order, place), image);
}

/** The scene graph of one image. */
export function sceneGraph(seed: number, exam: Exam, image: Image) {
  const { patient, study, report } = exam;
  return {
    image_id: image.dicom_id,
    viewpoint: image.view as string,
    patient_id: patient.patient_id,
    study_id: study.study_id,
    gender: patient.gender as string,
    age_decile: study.age_decile,
    reason_for_exam: report.reason_for_exam,
    StudyOrder: study.order,
    StudyDateTime: studyDatetime(study),
    objects: boxesOf(seed, exam, image).map((box) => objectEntry(image.dicom_id, box)),
    attributes: attributeEntries(image.dicom_id, study.study_id, report),
    relationships: relationships(exam, image),
  };
}

/** The text of a scene graph: indented by four, and 1.0 where Python writes a float. */
export function graphText(graph: object): string {
  return JSON.stringify(graph, null, 4).replace(
    /("relationship_contexts": \[)([^\]]*)(\])/g,
    (_, open: string, values: string, close: string) =>
      `${open}${values.replace(/(\d)(?=,|\s)/g, '$1.0')}${close}`,
  );
}
