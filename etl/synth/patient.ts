import { patientId } from './ids.js';
import { Random, streams } from './random.js';
import { drawStudies, type Study } from './study.js';

/** A synthetic patient with all studies, in the order of time. */
export interface Patient {
  readonly index: number;
  readonly patient_id: number;
  readonly gender: 'F' | 'M';
  /** File of `splits/` that lists the images, unless the patient is gold; null for none. */
  readonly split: 'train' | 'valid' | 'test' | null;
  readonly studies: readonly Study[];
}

/**
 * The patient of an index: the same for the same seed, whoever asks.
 * @param firstStudy number of studies of all patients before, from which the study ids follow
 * @param leastStudies number of studies that the patient has at least
 */
export function drawPatient(seed: number, index: number, firstStudy: number, leastStudies = 1): Patient {
  const random = new Random(seed, streams.cohort, index);
  return {
    index,
    patient_id: patientId(seed, index),
    gender: random.chance(0.52) ? 'M' : 'F',
    split: drawSplit(random),
    studies: drawStudies(random, seed, firstStudy, leastStudies),
  };
}

/** 70/10/20 by patient; a few are in no list. */
function drawSplit(random: Random): Patient['split'] {
  if (random.chance(0.007)) return null;
  const at = random.next();
  return at < 0.7 ? 'train' : at < 0.8 ? 'valid' : 'test';
}

/** The patient without what goes beyond this number of graphs: the last one of a release. */
export function cutPatient(patient: Patient, graphs: number): Patient {
  let left = graphs;
  const studies = patient.studies.flatMap((study) => {
    if (left === 0) return [];
    const images = study.images.filter((image) => !image.has_graph || left-- > 0);
    left = Math.max(left, 0);
    return [{ ...study, images }];
  });
  return { ...patient, studies };
}

/** Number of scene graphs of a patient. */
export function countGraphs({ studies }: Patient): number {
  return studies.reduce((sum, { images }) => sum + images.filter(({ has_graph }) => has_graph).length, 0);
}
