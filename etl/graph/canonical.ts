import { coordinateKeys, cueKeys } from './documented_keys.js';
import type { JsonObject } from './json.js';
import { pythonList } from './python_list.js';

// What the rows of a graph say as JSON, in the form in which the dataset writes it. Where a graph is written otherwise, `source_details`
// has what differs: both together are the graph.

/** A row of `images`. */
export interface ImageRow {
  readonly image_id: string;
  readonly study_id: number;
  readonly patient_id: number;
  readonly viewpoint: string | null;
  readonly gender: string | null;
  readonly age_decile: string | null;
  readonly reason_for_exam: string | null;
  readonly study_order: number | null;
  /** Microseconds since 1970. */
  readonly study_datetime: bigint | null;
}

/** A row of `objects`; coordinates in the order of coordinateKeys. */
export interface ObjectRow {
  readonly object_id: string | null;
  readonly bbox_name: string;
  readonly cuis: readonly string[];
  readonly umls_name: string | null;
  readonly coordinates: readonly (number | null)[];
}

/** A row of `object_phrases` with its attributes, and the text that `phrases` has of it. */
export interface SentenceRow {
  readonly phrase_id: string;
  readonly section: string | null;
  readonly phrase: string | null;
  /** Attribute strings, and the concept ids of each. */
  readonly attributes: readonly string[];
  readonly attribute_cuis: readonly (readonly string[])[];
  /** In the order of cueKeys. */
  readonly cues: readonly (readonly string[])[];
}

/** What the rows of an attributes[] entry share, and its sentences. */
export interface AttributesRow extends Omit<ObjectRow, 'coordinates'> {
  readonly is_described: boolean | null;
  readonly sentences: readonly SentenceRow[];
}

/** A row of `comparison_relations`. */
export interface RelationshipRow {
  readonly relationship_id: string | null;
  readonly predicates: readonly string[];
  readonly cuis: readonly string[];
  readonly relationship_names: readonly string[];
  readonly relationship_contexts: readonly (number | null)[];
  readonly phrase: string | null;
  readonly attributes: readonly string[];
  readonly bbox_name: string;
  readonly subject_id: string | null;
  readonly object_id: string | null;
}

/** The root of a graph, less its three lists. */
export function canonicalRoot(row: ImageRow): JsonObject {
  const { image_id, viewpoint, patient_id, study_id, gender, age_decile, reason_for_exam } = row;
  return {
    ...{ image_id, viewpoint, patient_id, study_id, gender, age_decile, reason_for_exam },
    StudyOrder: row.study_order,
    StudyDateTime: row.study_datetime === null ? null : writtenDatetime(row.study_datetime),
  };
}

/** An objects[] entry. */
export function canonicalObject({
  object_id,
  bbox_name,
  cuis,
  umls_name,
  coordinates,
}: ObjectRow): JsonObject {
  const frames = Object.fromEntries(coordinateKeys.map((key, i) => [key, coordinates[i]]));
  return { object_id, ...frames, bbox_name, synsets: synsetsOf(cuis), name: umls_name };
}

/** An attributes[] entry. */
export function canonicalAttributes(row: AttributesRow): JsonObject {
  const { object_id, bbox_name, cuis, umls_name, is_described, sentences } = row;
  const documented = {
    ...{ bbox_name, synsets: synsetsOf(cuis), name: umls_name },
    attributes: sentences.map(({ attributes }) => attributes),
    attributes_ids: sentences.map(({ attribute_cuis }) => attribute_cuis.map((ids) => ids.join(';;'))),
    phrases: sentences.map(({ phrase }) => phrase),
    phrase_IDs: sentences.map(({ phrase_id }) => phrase_id),
    sections: sentences.map(({ section }) => section),
    ...Object.fromEntries(cueKeys.map((key, i) => [key, sentences.map(({ cues }) => cues[i])])),
    object_id,
  };
  if (is_described === null || Object.hasOwn(documented, bbox_name)) return documented;
  return { [bbox_name]: is_described, ...documented };
}

/** A relationships[] entry. */
export function canonicalRelationship(row: RelationshipRow): JsonObject {
  const { predicates, cuis, ...same } = row;
  return { ...same, predicate: pythonList(predicates), synsets: synsetsOf(cuis) };
}

/** Concept ids as the dataset writes them: one text, or none. */
function synsetsOf(cuis: readonly string[]): string[] {
  return cuis.length === 0 ? [] : [cuis.join(';;')];
}

function writtenDatetime(micros: bigint): string {
  const whole = micros / 1_000_000n - (micros % 1_000_000n < 0n ? 1n : 0n);
  const fraction = Number(micros - whole * 1_000_000n);
  const [date, time] = new Date(Number(whole) * 1000).toISOString().replace('.000Z', '').split('T');
  return `${date} ${time}${fraction === 0 ? '' : `.${String(fraction).padStart(6, '0')}`} UTC`;
}
