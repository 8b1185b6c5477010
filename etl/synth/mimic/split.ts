import type { Field } from '../../csv.js';
import type { Patient } from '../patient.js';
import { Random, streams } from '../random.js';
import type { Image, Study } from '../study.js';

/** Columns of `mimic-cxr-2.0.0-split.csv`. */
export const splitColumns = ['dicom_id', 'study_id', 'subject_id', 'split'];

/** A set of MIMIC-CXR's own split, which has nothing to do with that of the release. */
export type MimicSplit = 'train' | 'validate' | 'test';

/** The set of a patient; images in the published sets: 368,960, 2,991 and 5,159. */
export function splitOf(seed: number, { index }: Patient): MimicSplit {
  return new Random(seed, streams.mimic, index).weighted([
    { name: 'train', weight: 368_960 },
    { name: 'validate', weight: 2_991 },
    { name: 'test', weight: 5_159 },
  ] as const).name;
}

/** The row of an image. */
export function splitRow(
  patient_id: number,
  { study_id }: Study,
  { dicom_id }: Image,
  split: MimicSplit,
): Field[] {
  return [dicom_id, study_id, patient_id, split];
}
