import { countGraphs, type Patient } from './patient.js';
import type { Study } from './study.js';

/** True for a patient who can be gold: the first study has a frontal image, and a later one to be compared with it. */
export function canBeGold({ studies }: Patient): boolean {
  const [first, ...later] = studies;
  return hasGraph(first!) && later.some(hasGraph);
}

/** The patient, changed where necessary to be gold with at most so many graphs, from two. Needs two studies. */
export function asGold(patient: Patient, mostGraphs: number): Patient {
  if (canBeGold(patient) && countGraphs(patient) <= mostGraphs) return patient;
  return { ...patient, studies: patient.studies.slice(0, mostGraphs).map(withOneGraph) };
}

function hasGraph({ images }: Study): boolean {
  return images.some(({ has_graph }) => has_graph);
}

/** The study with its first image as its only frontal one. */
function withOneGraph(study: Study): Study {
  const [first, ...rest] = study.images;
  const view = first!.has_graph ? first!.view : 'AP';
  return {
    ...study,
    images: [{ ...first!, view, has_graph: true }, ...rest.filter(({ has_graph }) => !has_graph)],
  };
}
