import { type Box, drawBoxes, objectEntry } from './box.js';
import { attributeIds, regionByName } from './concepts.js';
import type { Patient } from './patient.js';
import { Random, streams } from './random.js';
import { relationships } from './relationships.js';
import { drawReport, type Report, type Sentence } from './report/report.js';
import { type Image, type Study, studyDatetime } from './study.js';

/** A scene graph as it is written: the keys and their order are those of the dataset. */
export type SceneGraph = ReturnType<typeof sceneGraph>;

/** A study with a graph, and the one before it that comparisons refer to. */
export interface Exam {
  readonly patient: Patient;
  readonly study: Study;
  readonly previous: Study | null;
  readonly report: Report;
}

/** The studies of a patient, each with its report. */
export function drawExams(seed: number, patient: Patient): Exam[] {
  let previous: Study | null = null;
  return patient.studies.map((study) => {
    const random = new Random(seed, streams.report, patient.index, study.order);
    const exam = { patient, study, previous, report: drawReport(random, patient.gender, previous !== null) };
    if (study.images.some(({ has_graph }) => has_graph)) previous = study;
    return exam;
  });
}

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
    attributes: attributeEntries(image.dicom_id, study.study_id, report.sentences),
    relationships: relationships(exam, image),
  };
}

function attributeEntries(image_id: string, study_id: number, sentences: readonly Sentence[]) {
  const telling = sentences.filter(({ attributes }) => attributes.size > 0);
  return [...regionByName.values()].flatMap((region) => {
    const own = telling.filter(({ attributes }) => attributes.has(region.bbox_name));
    if (own.length === 0) return [];
    const attributes = own.map((sentence) => [...sentence.attributes.get(region.bbox_name)!]);
    const cues = (kind: keyof Sentence['cues']) =>
      own.map(({ cues }) => (cues[kind] === null ? [] : [`${kind}|yes|${cues[kind]}`]));
    const head: Record<string, boolean> = { [region.bbox_name]: true };
    return [
      {
        ...head,
        bbox_name: region.bbox_name,
        synsets: [region.cuis],
        name: region.umls_name,
        attributes,
        attributes_ids: attributes.map((strings) => strings.map(attributeIds)),
        phrases: own.map(({ text }) => text),
        phrase_IDs: own.map(({ sent_loc }) => `${study_id}|${sent_loc}`),
        sections: own.map(({ section }) => section as string),
        comparison_cues: cues('comparison'),
        temporal_cues: cues('temporal'),
        severity_cues: cues('severity'),
        texture_cues: cues('texture'),
        object_id: `${image_id}_${region.bbox_name}`,
      },
    ];
  });
}

/** The text of a scene graph: indented by four, and 1.0 where Python writes a float. */
export function graphText(graph: object): string {
  return JSON.stringify(graph, null, 4).replace(
    /("relationship_contexts": \[)([^\]]*)(\])/g,
    (_, open: string, values: string, close: string) =>
      `${open}${values.replace(/(\d)(?=,|\s)/g, '$1.0')}${close}`,
  );
}
