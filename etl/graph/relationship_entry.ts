import { Rejection } from '../diagnostics/rejection.js';
import { typeName } from '../diagnostics/type_name.js';
import { expectKnown } from '../vocabulary/known.js';
import { type AttributeStrings, addUnknownParts } from './attribute_strings.js';
import { splitTriple } from './attribute_triple.js';
import type { Entry } from './entry.js';
import { expectLength, optionalText, requiredList, requiredText, requiredTextList } from './fields.js';
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
  const bbox_name = requiredText(entry, 'bbox_name');
  const relationship_id = optionalText(entry, 'relationship_id');
  const subject_id = optionalText(entry, 'subject_id');
  const object_id = optionalText(entry, 'object_id');
  const predicate = optionalText(entry, 'predicate');
  const synsets = requiredTextList(entry, 'synsets');
  const relationship_names = requiredTextList(entry, 'relationship_names');
  const relationship_contexts = readContexts(entry, relationship_names.length);
  const attributes = requiredTextList(entry, 'attributes');
  const read = attributes.map((text) => strings.read(entry, text));
  const phrase = optionalText(entry, 'phrase');
  documentedKeys.check(entry);
  expectKnown('region', bbox_name, entry, '/bbox_name');
  read.forEach((attribute, i) => {
    addUnknownParts(entry, `/attributes/${i}`, attribute);
  });
  return {
    bbox_name,
    relationship_id,
    ids: readIds(entry, relationship_id),
    subject_id,
    object_id,
    predicates: readPredicates(entry, predicate),
    synsets,
    relationship_names,
    relationship_contexts,
    comparisons: readComparisons(entry, relationship_names),
    attributes,
    phrase,
  };
}

function readContexts(entry: Entry, length: number): (number | null)[] {
  const contexts = requiredList(entry, 'relationship_contexts');
  for (const value of contexts) {
    if (value === null || Number.isFinite(value)) continue;
    const found = typeof value === 'number' ? 'one that no double holds' : typeName(value);
    throw new Rejection(
      'wrong_type',
      entry.pointer,
      `relationship_contexts: expected numbers, found ${found}`,
    );
  }
  expectLength(entry, 'relationship_contexts', contexts, length);
  return contexts as (number | null)[];
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
