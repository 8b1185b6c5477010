import { expectKnown, isKnown } from '../vocabulary/known.js';
import { type AttributeStrings, addUnknownParts } from './attribute_strings.js';
import { ignore, textOrNull, textsOf } from './details.js';
import type { Entry } from './entry.js';
import { requiredText } from './fields.js';
import { KnownKeys } from './known_keys.js';
import { cueNames, type Phrase, readPhrases } from './phrase.js';

/** Keys of an attributes[] entry, less the dynamic one that is named like its region. */
const documentedKeys = new KnownKeys([
  ...['bbox_name', 'synsets', 'name', 'attributes', 'attributes_ids', 'phrases', 'phrase_IDs', 'sections'],
  ...cueNames,
  'object_id',
]);

/** One entry of attributes[], checked as a whole. */
export interface AttributeEntry {
  readonly bbox_name: string;
  readonly object_id: string | null;
  readonly synsets: readonly string[];
  readonly umls_name: string | null;
  /** The dynamic key, named like the region; null when it is absent. */
  readonly is_described: boolean | null;
  readonly phrases: readonly Phrase[];
}

/**
 * Reads one entry of attributes[].
 * @throws Rejection missing_key, missing_list, wrong_type, length_mismatch or malformed_attribute
 */
export function readAttributes(entry: Entry, strings: AttributeStrings): AttributeEntry {
  const { json } = entry;
  const bbox_name = requiredText(entry, 'bbox_name');
  const object_id = textOrNull(entry, 'object_id', json.object_id);
  const synsets = textsOf(entry, 'synsets', json.synsets, 'missing_synsets');
  const umls_name = textOrNull(entry, 'name', json.name);
  const is_described = readDynamicKey(entry, bbox_name);
  const phrases = readPhrases(entry, strings);
  const read = { bbox_name, object_id, synsets, umls_name, is_described, phrases };
  addIssues(entry, read);
  return read;
}

function readDynamicKey(entry: Entry, bboxName: string): boolean | null {
  const isDynamic = Object.hasOwn(entry.json, bboxName) && !documentedKeys.has(bboxName);
  if (!isDynamic) return null;
  const value = entry.json[bboxName];
  if (typeof value === 'boolean' || value === null) return value;
  // A name that the dataset does not document could be report text, which no location repeats.
  ignore(entry, isKnown('region', bboxName) ? `/${bboxName}` : '', 'a boolean', value);
  return null;
}

function addIssues(entry: Entry, read: AttributeEntry): void {
  documentedKeys.check(entry, read.bbox_name);
  expectKnown('region', read.bbox_name, entry, '/bbox_name');
  if (read.phrases.length === 0) {
    entry.issues.add('empty_entry', entry.pointer, `described: ${read.is_described}`);
  }
  read.phrases.forEach((phrase, i) => {
    if (phrase.sent_loc === null) {
      entry.issues.add('phrase_id_without_number', `${entry.pointer}/phrase_IDs/${i}`, 'NULL');
    }
    if (phrase.section !== null) expectKnown('section', phrase.section, entry, `/sections/${i}`);
    phrase.attributes.forEach((attribute, j) => {
      if (attribute.unknown.length > 0) addUnknownParts(entry, `/attributes/${i}/${j}`, attribute);
    });
  });
}
