import { countGraphs, type Patient } from './patient.js';
import { hasGraph, type Study } from './study.js';

/** True for a patient who can be gold: the first study has a frontal image, and a later one to be compared with it. */
export function canBeGold({ studies }: Patient): boolean {
  const [first, ...later] = studies;
  const second = later.find(hasGraph);
  return hasGraph(first!) && second?.isComparedWithLater === false;
}

/** The patient, changed where necessary to be gold with at most so many graphs, from two. Needs two studies. */
export function asGold(patient: Patient, mostGraphs: number): Patient {
  if (canBeGold(patient) && countGraphs(patient) <= mostGraphs) return patient;
  return { ...patient, studies: patient.studies.slice(0, mostGraphs).map(withOneGraph) };
}

/** The study with its first image as its only frontal one. */
function withOneGraph(study: Study): Study {
  const [first, ...rest] = study.images;
  const view = first!.has_graph ? first!.view : 'AP';
  return {
    ...study,
    isComparedWithLater: false,
    images: [{ ...first!, view, has_graph: true }, ...rest.filter(({ has_graph }) => !has_graph)],
  };
}
