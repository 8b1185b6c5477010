import type { Field } from '../../csv.js';
import { type Image, isFrontal, type Study } from '../study.js';

/** Columns of `mimic-cxr-2.0.0-metadata.csv`, as MIMIC-CXR-JPG names them. */
export const metadataColumns = [
  ...['dicom_id', 'subject_id', 'study_id', 'PerformedProcedureStepDescription', 'ViewPosition'],
  ...['Rows', 'Columns', 'StudyDate', 'StudyTime', 'ProcedureCodeSequence_CodeMeaning'],
  ...['ViewCodeSequence_CodeMeaning', 'PatientOrientationCodeSequence_CodeMeaning'],
];

const PROCEDURE = 'CHEST (SYNTHETIC)';

/** The row of an image. */
export function metadataRow(patient_id: number, study: Study, image: Image): Field[] {
  const date = new Date(study.time).toISOString().slice(0, 10).replaceAll('-', '');
  return [
    ...[image.dicom_id, patient_id, study.study_id, PROCEDURE, image.view, image.rows, image.columns],
    ...[date, studyTime(study), PROCEDURE],
    ...[isFrontal(image) ? 'antero-posterior' : 'lateral', 'Erect'],
  ];
}

/** One time in so many has the rounding of a binary fraction, e.g. 213014.53100000003. */
const ROUNDED_EACH = 8;

/** HHMMSS.fff as the number that the file holds: without leading zeros, 80556.875 is 08:05:56.875. */
export function studyTime({ time, study_id }: Study): string {
  const clock = Number(new Date(time).toISOString().slice(11, 23).replaceAll(':', ''));
  if (clock === 0 || study_id % ROUNDED_EACH > 0) return String(clock);
  return String(clock + 2 ** (Math.floor(Math.log2(clock)) - 52));
}
