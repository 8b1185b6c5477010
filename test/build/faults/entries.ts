import type { QuarantineCode } from '../../../etl/diagnostics/codes.js';
import { attributesOf, type Json, objectOf, relationshipOf } from '../../helpers/graph.js';

/** The lists of a scene graph, and a sound entry of each. */
export const soundEntries = {
  objects: objectOf,
  attributes: attributesOf,
  relationships: relationshipOf,
} as const;

/** An entry that is rejected alone: its list, what it is or how it differs from a sound one, its code. */
export interface FaultyEntry {
  readonly list: keyof typeof soundEntries;
  readonly entry: unknown;
  readonly code: QuarantineCode;
}

function faulty(
  list: FaultyEntry['list'],
  code: QuarantineCode,
  entries: Record<string, unknown>,
): [string, FaultyEntry][] {
  return Object.entries(entries).map(([name, entry]) => [`${list} ${name}`, { list, entry, code }]);
}

const objects = (values: Json) => objectOf(values);
const attributes = (values: Json) => attributesOf(values);
const relationships = (values: Json) => relationshipOf(values);

const noEntry = { null: null, number: 5, text: 'entry', list: [], boolean: true };

/** Entries that are rejected alone, by list and what is wrong with them. */
export const faultyEntries: ReadonlyMap<string, FaultyEntry> = new Map([
  ...faulty('objects', 'not_an_object', noEntry),
  ...faulty('attributes', 'not_an_object', noEntry),
  ...faulty('relationships', 'not_an_object', noEntry),

  ...faulty('objects', 'missing_key', { 'without bbox_name': objects({ bbox_name: undefined }), empty: {} }),
  ...faulty('attributes', 'missing_key', { 'without bbox_name': attributes({ bbox_name: undefined }) }),
  ...faulty('relationships', 'missing_key', {
    'without bbox_name': relationships({ bbox_name: undefined }),
    'with an inherited bbox_name': JSON.parse('{"__proto__": {"bbox_name": "right lung"}}'),
  }),

  ...faulty(
    'attributes',
    'missing_list',
    Object.fromEntries(
      ['attributes', 'attributes_ids', 'phrases', 'phrase_IDs', 'sections'].map((key) => [
        `without ${key}`,
        attributes({ [key]: undefined }),
      ]),
    ),
  ),
  ...faulty(
    'relationships',
    'missing_list',
    Object.fromEntries(
      ['relationship_names', 'relationship_contexts', 'attributes'].map((key) => [
        `without ${key}`,
        relationships({ [key]: undefined }),
      ]),
    ),
  ),

  ...faulty('objects', 'wrong_type', {
    'bbox_name null': objects({ bbox_name: null }),
    'bbox_name number': objects({ bbox_name: 5 }),
    'x1 text': objects({ x1: '10' }),
    'x1 boolean': objects({ x1: false }),
    'y2 list': objects({ y2: [10] }),
    'x1 beyond 32 bits': objects({ x1: 2 ** 31 }),
    'x1 beyond 32 bits below': objects({ x1: -(2 ** 31) }),
    'original_x1 of 300 digits': objects({ original_x1: 1e300 }),
  }),
  ...faulty('attributes', 'wrong_type', {
    'bbox_name list': attributes({ bbox_name: ['right lung'] }),
    'attributes text': attributes({ attributes: 'anatomicalfinding|no|pneumothorax' }),
    'attributes flat': attributes({ attributes: ['anatomicalfinding|no|pneumothorax'] }),
    'attributes of null': attributes({ attributes: [null] }),
    'attributes of lists of null': attributes({ attributes: [[null]] }),
    'phrase_IDs of numbers': attributes({ phrase_IDs: [10] }),
    'phrase_IDs of null': attributes({ phrase_IDs: [null] }),
  }),
  ...faulty('relationships', 'wrong_type', {
    'relationship_names text': relationships({ relationship_names: 'comparison|yes|no change' }),
    'relationship_names of null': relationships({ relationship_names: [null] }),
    'attributes nested': relationships({ attributes: [['anatomicalfinding|yes|atelectasis']] }),
  }),

  ...faulty(
    'attributes',
    'length_mismatch',
    Object.fromEntries(
      [
        ...['attributes', 'attributes_ids', 'phrases', 'phrase_IDs', 'sections'],
        ...['comparison_cues', 'temporal_cues', 'severity_cues', 'texture_cues'],
      ].map((key) => [`${key} short`, attributes({ [key]: [] })]),
    ),
  ),
  ...faulty('attributes', 'length_mismatch', {
    'attributes_ids of a sentence short': attributes({ attributes_ids: [[]] }),
    'attributes_ids of a sentence long': attributes({ attributes_ids: [['C1963215', 'C0032326']] }),
    'sections long': attributes({ sections: ['finalreport', 'finalreport'] }),
  }),
  ...faulty('relationships', 'length_mismatch', {
    'relationship_contexts short': relationships({ relationship_contexts: [] }),
    'relationship_contexts long': relationships({ relationship_contexts: [1, 1] }),
  }),

  ...faulty('attributes', 'malformed_attribute', {
    'of one part': attributes({ attributes: [['pneumothorax']] }),
    'of two parts': attributes({ attributes: [['no|pneumothorax']] }),
    'of no part': attributes({ attributes: [['']] }),
    'of a bar only': attributes({ attributes: [['|']] }),
  }),
]);
