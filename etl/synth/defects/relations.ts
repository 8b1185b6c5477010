import { comparisonConcepts, regionByName } from '../concepts.js';
import type { SceneGraph } from '../graph.js';
import { dicomId } from '../ids.js';
import type { Around, EntryFault, GraphFault } from './fault.js';
import type { NameIn } from './table.js';

type Relation = SceneGraph['relationships'][number];
type EntryFaultName = 'names_as_text' | 'uneven_contexts';

const REGION = 'left lung';

/** Sees to it that the graph of a later exam compares at least once with the exam before. */
export function ensureRelation(graph: SceneGraph, { exam: { study, previous } }: Around): void {
  if (graph.relationships.length > 0) return;
  const { dicom_id: before } = previous!.images.find(({ has_graph }) => has_graph)!;
  const [sentence] = graph.attributes;
  const { name, cui } = comparisonConcepts['no change'];
  const { cuis } = regionByName.get(REGION)!;
  const images = [graph.image_id, before];
  const ids = [previous!.study_id, cuis.split(';;')[0], ...images.map((id) => id.slice(0, 8))];
  graph.relationships.push({
    relationship_id: [sentence?.phrase_IDs[0] ?? `${study.study_id}|0`, ...ids].join('_'),
    predicate: `['${name}']`,
    synsets: [cui],
    relationship_names: ['comparison|yes|no change'],
    relationship_contexts: [1],
    phrase: sentence?.phrases[0] ?? '',
    attributes: [],
    bbox_name: REGION,
    subject_id: `${graph.image_id}_${REGION}`,
    object_id: `${before}_${REGION}`,
  });
}

/** A fault of one relationship, any of the graph. */
function ofOne(change: (relation: Relation, graph: SceneGraph, around: Around) => unknown): GraphFault {
  return (graph, around) => change(around.random.pick(graph.relationships), graph, around);
}

/** The relationship compared with another image. */
function compareWith(relation: Relation, image_id: string): void {
  relation.object_id = `${image_id}_${relation.bbox_name}`;
}

/** Faults of relationships that are loaded as they are. */
export const relationFaults: Record<Exclude<NameIn<'relations'>, EntryFaultName>, GraphFault> = {
  bad_relationship_id: ofOne((relation) => Object.assign(relation, { relationship_id: 'synthetic-1' })),
  predicate_list: ofOne((relation) =>
    Object.assign(relation, { predicate: [relation.predicate.slice(2, -2)] }),
  ),
  bad_predicate: ofOne((relation) => Object.assign(relation, { predicate: "['No status change" })),
  predicate_null: ofOne((relation) => Object.assign(relation, { predicate: null })),
  unknown_comparison: ofOne((relation) =>
    relation.relationship_names.splice(0, 1, 'comparison|yes|resolved'),
  ),
  denied_comparison: ofOne((relation) =>
    relation.relationship_names.splice(0, 1, relation.relationship_names[0]!.replace('|yes|', '|no|')),
  ),
  short_comparison: ofOne((relation) => relation.relationship_names.splice(0, 1, 'worsened')),
  several_comparisons: ofOne((relation) =>
    Object.assign(relation, {
      relationship_names: ['comparison|yes|no change', 'comparison|yes|worsened'],
      relationship_contexts: [1, 1],
    }),
  ),
  absent_image: ofOne((relation, _, { random }) => compareWith(relation, dicomId(random))),
  same_image: ofOne((relation, { image_id }) => compareWith(relation, image_id)),
  other_patient: ofOne((relation, _, { stranger }) => compareWith(relation, stranger)),
  other_region: ofOne((relation) =>
    Object.assign(relation, { object_id: `${relation.object_id.split('_')[0]}_spine` }),
  ),
  repeated_relation: (graph, { random }) =>
    graph.relationships.push(structuredClone(random.pick(graph.relationships))),
};

/** Faults for which a relationship is rejected. */
export const brokenRelations: Record<EntryFaultName, EntryFault<'relationships'>> = {
  names_as_text: {
    list: 'relationships',
    breakEntry: (list, at) => Object.assign(list[at]!, { relationship_names: 'comparison|yes|no change' }),
  },
  uneven_contexts: {
    list: 'relationships',
    breakEntry: (list, at) => list[at]!.relationship_contexts.push(1),
  },
};
