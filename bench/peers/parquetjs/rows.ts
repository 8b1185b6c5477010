import type { GraphTableName } from '../../../etl/schema/index.js';
import type { AttributeEntry, RelationEntry, SceneGraph } from './graph.js';

export type Row = Readonly<Record<string, unknown>>;

/** The rows of one scene graph, for each table. */
export function rowsOf(graph: SceneGraph): Record<GraphTableName, Row[]> {
  const { image_id, study_id, patient_id, viewpoint, gender, age_decile, reason_for_exam } = graph;
  const ids = { image_id, study_id, patient_id };
  const sentences = graph.attributes.flatMap((entry, entry_index) => sentencesOf(entry, entry_index));
  const study_datetime = new Date(`${graph.StudyDateTime.slice(0, 19).replace(' ', 'T')}Z`);
  const image = {
    viewpoint,
    gender,
    age_decile,
    reason_for_exam,
    study_order: graph.StudyOrder,
    study_datetime,
  };
  return {
    images: [{ ...ids, ...image }],
    objects: graph.objects.map(({ synsets, name, ...entry }, object_index) => ({
      ...{ ...ids, object_index, ...entry, cuis: cuisOf(synsets), umls_name: name },
    })),
    object_phrases: sentences.map(({ phrase, strings, ...sentence }) => ({ ...ids, ...sentence })),
    object_attributes: sentences.flatMap(({ strings, ...sentence }) =>
      strings.map((string) => ({ ...ids, ...sentence, ...string })),
    ),
    phrases: distinct(sentences).map((sentence) => ({ ...ids, ...sentence })),
    comparison_relations: graph.relationships.map((entry, i) => ({ ...ids, ...relationOf(entry, i) })),
  };
}

function sentencesOf(entry: AttributeEntry, entry_index: number) {
  const { object_id, bbox_name } = entry;
  const region = { cuis: cuisOf(entry.synsets), umls_name: entry.name, is_described: entry[bbox_name] };
  return entry.phrase_IDs.map((phrase_id, i) => ({
    ...{ entry_index, object_id, bbox_name, ...region, phrase_index: i, phrase_id },
    ...{ sent_loc: Number(phrase_id.split('|')[1]), section: entry.sections[i]!, phrase: entry.phrases[i]! },
    ...{ comparison_cues: entry.comparison_cues[i], temporal_cues: entry.temporal_cues[i] },
    ...{ severity_cues: entry.severity_cues[i], texture_cues: entry.texture_cues[i] },
    strings: entry.attributes[i]!.map((string, attribute_index) => {
      const [category_id, relation, label_name] = string.split('|');
      const cuis = entry.attributes_ids[i]![attribute_index]!.split(';;');
      return { attribute_index, category_id, relation, label_name, cuis };
    }),
  }));
}

function distinct(sentences: readonly ReturnType<typeof sentencesOf>[number][]) {
  const found = new Map<string, { phrase_id: string; sent_loc: number; section: string; phrase: string }>();
  for (const { phrase_id, sent_loc, section, phrase } of sentences) {
    if (!found.has(phrase_id)) found.set(phrase_id, { phrase_id, sent_loc, section, phrase });
  }
  return [...found.values()].sort((a, b) => a.sent_loc - b.sent_loc || (a.phrase_id < b.phrase_id ? -1 : 1));
}

function relationOf({ predicate, synsets, ...entry }: RelationEntry, relationship_index: number) {
  const [phrase_id, previous_study] = entry.relationship_id.split('_') as [string, string];
  const names = entry.relationship_names.map((name) => name.split('|'));
  return {
    ...{ ...entry, relationship_index, phrase_id, sent_loc: Number(phrase_id.split('|')[1]) },
    ...{ previous_study_id: Number(previous_study), previous_image_id: entry.object_id.split('_')[0] },
    predicates: [...predicate.matchAll(/'([^']*)'/g)].map(([, text]) => text),
    cuis: cuisOf(synsets),
    comparisons: names.filter(([, relation]) => relation === 'yes').map(([, , value]) => value),
  };
}

function cuisOf(synsets: readonly string[]): string[] {
  return synsets.flatMap((text) => text.split(';;')).filter(Boolean);
}
