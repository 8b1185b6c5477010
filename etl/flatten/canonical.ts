import type { AttributeEntry } from '../graph/attribute_entry.js';
import {
  canonicalAttributes,
  canonicalObject,
  canonicalRelationship,
  canonicalRoot,
} from '../graph/canonical.js';
import type { Identity } from '../graph/identity.js';
import type { Image } from '../graph/image.js';
import type { JsonObject } from '../graph/json.js';
import type { ObjectEntry } from '../graph/object_entry.js';
import type { Phrase } from '../graph/phrase.js';
import type { RelationshipEntry } from '../graph/relationship_entry.js';
import { splitCuis } from './cuis.js';

// What the rows that are about to be added say, as JSON.

/** Of a row of `images`. */
export const rootOf = (identity: Identity, image: Image): JsonObject =>
  canonicalRoot({ ...identity, ...image });

/** Of a row of `objects`. */
export const objectOf = (entry: ObjectEntry): JsonObject =>
  canonicalObject({ ...entry, cuis: entry.synsets.flatMap(splitCuis) });

/** Of the rows of an attributes[] entry. @param textOf the text that `phrases` has of a sentence */
export function attributesOf(entry: AttributeEntry, textOf: (phraseId: string) => string | null): JsonObject {
  const { synsets, phrases, ...same } = entry;
  const sentences = phrases.map((phrase) => sentenceOf(phrase, textOf(phrase.phrase_id)));
  return canonicalAttributes({ ...same, cuis: synsets.flatMap(splitCuis), sentences });
}

/** Of a row of `comparison_relations`. */
export function relationshipOf(entry: RelationshipEntry): JsonObject {
  const { relationship_id, predicates, relationship_names, relationship_contexts, phrase, attributes } =
    entry;
  const { bbox_name, subject_id, object_id, synsets } = entry;
  return canonicalRelationship({
    ...{ relationship_id, predicates, relationship_names, relationship_contexts, phrase, attributes },
    ...{ bbox_name, subject_id, object_id, cuis: synsets.flatMap(splitCuis) },
  });
}

function sentenceOf({ phrase_id, section, attributes, attributes_ids, cues }: Phrase, phrase: string | null) {
  return {
    ...{ phrase_id, section, phrase, cues },
    attributes: attributes.map((one) => `${one.category_id}|${one.relation}|${one.label_name}`),
    attribute_cuis: attributes_ids.map(splitCuis),
  };
}
