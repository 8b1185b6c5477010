import type { GraphFault } from './fault.js';
import type { NameIn } from './table.js';

/** Faults of the keys of a graph. */
export const rootFaults: Record<NameIn<'roots'>, GraphFault> = {
  no_study_id: (graph) => Reflect.deleteProperty(graph, 'study_id'),
  no_relationships: (graph) => Reflect.deleteProperty(graph, 'relationships'),
  objects_no_list: (graph) => Object.assign(graph, { objects: { ...graph.objects } }),
  image_id_number: (graph) => Object.assign(graph, { image_id: Number.parseInt(graph.image_id, 16) }),
  negative_id: (graph) => Object.assign(graph, { patient_id: -graph.patient_id }),
  empty_image_id: (graph) => Object.assign(graph, { image_id: '' }),
  image_id_suffix: (graph) => Object.assign(graph, { image_id: `${graph.image_id}.dcm` }),
  patient_id_as_text: (graph) => Object.assign(graph, { patient_id: String(graph.patient_id) }),
  study_id_as_text: (graph) => Object.assign(graph, { study_id: String(graph.study_id) }),
  number_for_text: (graph) => Object.assign(graph, { age_decile: 50 }),
  unknown_key: (graph) => Object.assign(graph, { annotator: 'synthetic' }),
  unknown_view: (graph) => Object.assign(graph, { viewpoint: 'LATERAL' }),
  iso_datetime: (graph) => {
    const iso = graph.StudyDateTime.replace(' ', 'T').replace(' UTC', '+00:00');
    Object.assign(graph, { StudyDateTime: iso });
  },
  bad_datetime: (graph) => Object.assign(graph, { StudyDateTime: '2150-02-30 10:00:00 UTC' }),
  lone_surrogate: (graph) => Object.assign(graph, { reason_for_exam: 'Evaluate \ud83d for pneumonia.' }),
  null_demographics: (graph) => {
    Object.assign(graph, { gender: null, age_decile: null });
    Reflect.deleteProperty(graph, 'reason_for_exam');
  },
  no_study_order: (graph) => Object.assign(graph, { StudyOrder: null }),
};
