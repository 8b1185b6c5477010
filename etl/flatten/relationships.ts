import {
  type AnyColumn,
  DictionaryColumn,
  DoubleColumn,
  IntegerColumn,
  TextColumn,
} from '../arrow/builders.js';
import type { Rows } from '../arrow/rows.js';
import { Rejection, typeName } from '../diagnostics/rejection.js';
import { LARGEST_INTEGER } from '../graph/identity.js';
import { KnownKeys } from '../graph/known_keys.js';
import { parsePythonList } from '../graph/python_list.js';
import { type Entry, optionalText, requiredList, requiredText, requiredTextList } from '../graph/read.js';
import { encodeObjectId, encodePhraseId } from '../schema/derived_id.js';
import { comparisons as knownComparisons } from '../vocabulary/index.js';
import { type AttributeStrings, reportUnknown } from './attribute_string.js';
import type { Dictionaries } from './dictionaries.js';
import { type GraphKeys, KeyColumns } from './keys.js';
import { knownRegions } from './objects.js';

const knownKeys = new KnownKeys([
  ...['relationship_id', 'predicate', 'synsets', 'relationship_names', 'relationship_contexts', 'phrase'],
  ...['attributes', 'bbox_name', 'subject_id', 'object_id'],
]);
const known: ReadonlySet<string> = new Set(knownComparisons);

/** Rows of `comparison_relations`: one an entry of relationships[]. */
export class RelationshipRows implements Rows {
  readonly keys: KeyColumns;
  readonly relationship_index = new IntegerColumn();
  readonly relationship_id = new TextColumn();
  readonly bbox_name: DictionaryColumn<string>;
  readonly subject_id: DictionaryColumn<string>;
  readonly object_id: DictionaryColumn<string>;
  readonly previous_image_id: DictionaryColumn<string>;
  readonly previous_study_id = new IntegerColumn();
  readonly phrase_id: DictionaryColumn<string>;
  readonly sent_loc = new DoubleColumn();
  readonly predicates: DictionaryColumn<readonly string[]>;
  readonly cuis: DictionaryColumn<readonly string[]>;
  readonly comparisons: DictionaryColumn<readonly string[]>;
  readonly relationship_names: DictionaryColumn<readonly string[]>;
  readonly relationship_contexts: DictionaryColumn<readonly (number | null)[]>;
  readonly attributes: DictionaryColumn<readonly string[]>;
  readonly phrase = new TextColumn();
  readonly #dictionaries: Dictionaries;

  readonly #strings: AttributeStrings;

  constructor(dictionaries: Dictionaries, strings: AttributeStrings) {
    this.#dictionaries = dictionaries;
    this.#strings = strings;
    this.keys = new KeyColumns(dictionaries);
    this.bbox_name = new DictionaryColumn(dictionaries.bbox_name);
    this.subject_id = new DictionaryColumn(dictionaries.subject_id);
    this.object_id = new DictionaryColumn(dictionaries.previous_object_id);
    this.previous_image_id = new DictionaryColumn(dictionaries.previous_image_id);
    this.phrase_id = new DictionaryColumn(dictionaries.phrase_id);
    this.predicates = new DictionaryColumn(dictionaries.predicates);
    this.cuis = new DictionaryColumn(dictionaries.cuis);
    this.comparisons = new DictionaryColumn(dictionaries.comparisons);
    this.relationship_names = new DictionaryColumn(dictionaries.relationship_names);
    this.relationship_contexts = new DictionaryColumn(dictionaries.relationship_contexts);
    this.attributes = new DictionaryColumn(dictionaries.attributes);
  }

  columns(): Record<string, AnyColumn> {
    const { keys, ...own } = this;
    return { ...keys, ...own };
  }

  /** Adds one entry, or throws Rejection before anything of it is added. */
  add(entry: Entry, keys: GraphKeys): void {
    const bboxName = requiredText(entry, 'bbox_name');
    const relationshipId = optionalText(entry, 'relationship_id');
    const subjectId = optionalText(entry, 'subject_id');
    const objectId = optionalText(entry, 'object_id');
    const predicate = optionalText(entry, 'predicate');
    const synsets = requiredTextList(entry, 'synsets');
    const names = requiredTextList(entry, 'relationship_names');
    const contexts = readContexts(entry, names.length);
    const attributes = requiredTextList(entry, 'attributes');
    const read = attributes.map((text) => this.#strings.read(entry, text));
    const phrase = optionalText(entry, 'phrase');
    knownKeys.report(entry);
    if (!knownRegions.has(bboxName))
      entry.issues.reportOnce('unknown_region', `${entry.pointer}/bbox_name`, bboxName);
    read.forEach((attribute, i) => {
      reportUnknown(entry, `/attributes/${i}`, attribute);
    });
    const ids = readRelationshipId(entry, relationshipId);
    const previousImageId = objectId === null ? null : objectId.split('_', 1)[0]!;

    this.keys.push(keys);
    this.relationship_index.push(entry.index);
    this.relationship_id.push(relationshipId);
    this.bbox_name.push(bboxName);
    this.subject_id.push(encodeObjectId(subjectId, keys.image_id, bboxName));
    this.object_id.push(encodeObjectId(objectId, previousImageId ?? '', bboxName));
    this.previous_image_id.push(previousImageId);
    this.previous_study_id.push(ids?.previous_study_id ?? null);
    this.phrase_id.push(ids && encodePhraseId(ids.phrase_id, keys.study_id, ids.sent_loc));
    this.sent_loc.push(ids?.sent_loc ?? null);
    this.predicates.push(readPredicates(entry, predicate));
    this.cuis.pushCode(this.#dictionaries.cuisOfList(synsets));
    this.comparisons.push(readComparisons(entry, names));
    this.relationship_names.push(names);
    this.relationship_contexts.push(contexts);
    this.attributes.push(attributes);
    this.phrase.push(phrase);
  }
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
  if (contexts.length !== length) {
    const message = `relationship_contexts: expected ${length} elements, found ${contexts.length}`;
    throw new Rejection('length_mismatch', entry.pointer, message);
  }
  return contexts as (number | null)[];
}

interface RelationshipIds {
  readonly phrase_id: string;
  readonly sent_loc: number;
  readonly previous_study_id: number;
}

/** `{study_id}|{sent_loc}_{previous study_id}_{CUI}_{8 hex}_{8 hex}`; the form is decoded from the public example. */
function readRelationshipId(entry: Entry, id: string | null): RelationshipIds | null {
  const found = id === null ? null : /^([^_|]+\|(-?\d{1,15}(?:\.\d{1,15})?))_(\d{1,10})_./.exec(id);
  const previous = Number(found?.[3]);
  if (found && previous >= 1 && previous <= LARGEST_INTEGER) {
    return { phrase_id: found[1]!, sent_loc: Number(found[2]), previous_study_id: previous };
  }
  entry.issues.report('unparsable_relationship_id', `${entry.pointer}/relationship_id`, 'NULL');
  return null;
}

function readPredicates(entry: Entry, predicate: string | null): string[] {
  if (predicate === null) return [];
  const parsed = parsePythonList(predicate);
  if (parsed) return parsed;
  entry.issues.report('unparsable_predicate', `${entry.pointer}/predicate`, `${predicate.length} characters`);
  return [predicate];
}

function readComparisons(entry: Entry, names: readonly string[]): string[] {
  const affirmed: string[] = [];
  names.forEach((name, i) => {
    const pointer = `${entry.pointer}/relationship_names/${i}`;
    const first = name.indexOf('|');
    const second = name.indexOf('|', first + 1);
    if (first < 0 || second < 0) {
      entry.issues.report('malformed_comparison', pointer, `${name.length} characters`);
      return;
    }
    const value = name.slice(second + 1);
    if (name.slice(first + 1, second) !== 'yes') {
      entry.issues.reportOnce('unaffirmed_comparison', pointer, value);
      return;
    }
    if (!known.has(value)) entry.issues.reportOnce('unknown_comparison', pointer, value);
    affirmed.push(value);
  });
  return affirmed;
}
