import { expectKnown } from '../vocabulary/known.js';
import { type AttributeStrings, addUnknownParts } from './attribute_strings.js';
import { splitTriple } from './attribute_triple.js';
import { numberOrNull, textOrNull, textsOf } from './details.js';
import type { Entry } from './entry.js';
import { detailList, requiredText, requiredTextList } from './fields.js';
import { withoutSuffix } from './image_id.js';
import { KnownKeys } from './known_keys.js';
import { readPredicates } from './predicate.js';
import { parseRelationshipId, type RelationshipIds } from './relationship_id.js';

const documentedKeys = new KnownKeys([
  ...['relationship_id', 'predicate', 'synsets', 'relationship_names', 'relationship_contexts', 'phrase'],
  ...['attributes', 'bbox_name', 'subject_id', 'object_id'],
]);

/** One entry of relationships[], checked as a whole. */
export interface RelationshipEntry {
  readonly bbox_name: string;
  readonly relationship_id: string | null;
  /** What relationship_id holds; null where it has another form. */
  readonly ids: RelationshipIds | null;
  readonly subject_id: string | null;
  readonly object_id: string | null;
  /** The image that object_id names, without .dcm; it may be in no graph. */
  readonly previous_image_id: string | null;
  readonly predicates: readonly string[];
  readonly synsets: readonly string[];
  readonly relationship_names: readonly string[];
  readonly relationship_contexts: readonly (number | null)[];
  /** The comparisons that relationship_names affirms. */
  readonly comparisons: readonly string[];
  readonly attributes: readonly string[];
  readonly phrase: string | null;
}

/**
 * Reads one entry of relationships[].
 * @throws Rejection missing_key, missing_list, wrong_type, length_mismatch or malformed_attribute
 */
export function readRelationship(entry: Entry, strings: AttributeStrings): RelationshipEntry {
  const { json } = entry;
  const bbox_name = requiredText(entry, 'bbox_name');
  const object_id = textOrNull(entry, 'object_id', json.object_id);
  const relationship_id = textOrNull(entry, 'relationship_id', json.relationship_id);
  const relationship_names = requiredTextList(entry, 'relationship_names');
  const relationship_contexts = readContexts(entry, relationship_names.length);
  const attributes = requiredTextList(entry, 'attributes');
  const read = attributes.map((text) => strings.read(entry, text));
  documentedKeys.check(entry);
  expectKnown('region', bbox_name, entry, '/bbox_name');
  read.forEach((attribute, i) => {
    addUnknownParts(entry, `/attributes/${i}`, attribute);
  });
  return {
    bbox_name,
    relationship_id,
    ids: readIds(entry, relationship_id),
    subject_id: textOrNull(entry, 'subject_id', json.subject_id),
    object_id,
    previous_image_id: readPreviousImage(entry, object_id),
    predicates: readPredicates(entry, json.predicate),
    synsets: textsOf(entry, 'synsets', json.synsets, 'missing_synsets'),
    relationship_names,
    relationship_contexts,
    comparisons: readComparisons(entry, relationship_names),
    attributes,
    phrase: textOrNull(entry, 'phrase', json.phrase),
  };
}

function readPreviousImage(entry: Entry, objectId: string | null): string | null {
  if (objectId === null) return null;
  const written = objectId.split('_', 1)[0]!;
  const imageId = withoutSuffix(written);
  if (imageId !== written) {
    entry.issues.addOnce('image_id_suffix', `${entry.pointer}/object_id`, 'object_id', "'object_id'");
  }
  return imageId;
}

function readContexts(entry: Entry, length: number): readonly (number | null)[] {
  const contexts = detailList(entry, 'relationship_contexts', length);
  return contexts?.map((value, i) => numberOrNull(entry, 'relationship_contexts', value, i)) ?? [];
}

function readIds(entry: Entry, relationshipId: string | null): RelationshipIds | null {
  const ids = relationshipId === null ? null : parseRelationshipId(relationshipId);
  if (!ids) entry.issues.add('unparsable_relationship_id', `${entry.pointer}/relationship_id`, 'NULL');
  return ids;
}

function readComparisons(entry: Entry, names: readonly string[]): string[] {
  const affirmed: string[] = [];
  names.forEach((name, i) => {
    const path = `/relationship_names/${i}`;
    const triple = splitTriple(name);
    if (!triple) {
      entry.issues.add('malformed_comparison', `${entry.pointer}${path}`, `${name.length} characters`);
    } else if (triple.relation !== 'yes') {
      entry.issues.addOnce('unaffirmed_comparison', `${entry.pointer}${path}`, triple.label_name);
    } else {
      expectKnown('comparison', triple.label_name, entry, path);
      affirmed.push(triple.label_name);
    }
  });
  return affirmed;
}
