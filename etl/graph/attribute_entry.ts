import { expectKnown } from '../vocabulary/known.js';
import { type Attribute, type AttributeStrings, addUnknownParts } from './attribute_strings.js';
import type { Entry } from './entry.js';
import {
  expectLength,
  optionalText,
  requiredList,
  requiredText,
  requiredTextList,
  textList,
  wrongType,
} from './fields.js';
import { KnownKeys } from './known_keys.js';
import { sentLocOf } from './sent_loc.js';

/** The four cue lists of a sentence. */
export const cueNames = ['comparison_cues', 'temporal_cues', 'severity_cues', 'texture_cues'] as const;

/** Keys of an attributes[] entry, less the dynamic one that is named like its region. */
const documentedKeys = new KnownKeys([
  ...['bbox_name', 'synsets', 'name', 'attributes', 'attributes_ids', 'phrases', 'phrase_IDs', 'sections'],
  ...cueNames,
  'object_id',
]);

/** One sentence of an attributes[] entry, its parallel lists brought together. */
export interface Phrase {
  readonly phrase_id: string;
  readonly sent_loc: number | null;
  readonly section: string | null;
  readonly text: string | null;
  readonly attributes: readonly Attribute[];
  readonly attributes_ids: readonly string[];
  /** In the order of cueNames. */
  readonly cues: readonly (readonly string[])[];
}

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

const none: readonly string[] = [];

/**
 * Reads one entry of attributes[].
 * @throws Rejection missing_key, missing_list, wrong_type, length_mismatch or malformed_attribute
 */
export function readAttributes(entry: Entry, strings: AttributeStrings): AttributeEntry {
  const bbox_name = requiredText(entry, 'bbox_name');
  const object_id = optionalText(entry, 'object_id');
  const synsets = requiredTextList(entry, 'synsets');
  const umls_name = optionalText(entry, 'name');
  const is_described = readDynamicKey(entry, bbox_name);
  const phrases = readPhrases(entry, strings);
  const read = { bbox_name, object_id, synsets, umls_name, is_described, phrases };
  addIssues(entry, read);
  return read;
}

function readDynamicKey(entry: Entry, bboxName: string): boolean | null {
  const isDynamic = Object.hasOwn(entry.json, bboxName) && !documentedKeys.has(bboxName);
  const value = isDynamic ? entry.json[bboxName] : null;
  if (value === null || typeof value === 'boolean') return value;
  throw wrongType(entry, 'the key of the region', 'a boolean', value);
}

function readPhrases(entry: Entry, strings: AttributeStrings): Phrase[] {
  const attributes = requiredList(entry, 'attributes');
  const attributes_ids = requiredList(entry, 'attributes_ids');
  const texts = requiredList(entry, 'phrases');
  const phrase_IDs = requiredTextList(entry, 'phrase_IDs');
  const sections = requiredList(entry, 'sections');
  const cues = cueNames.map((name) => readCues(entry, name));
  const { length } = attributes;
  expectLength(entry, 'attributes_ids', attributes_ids, length);
  expectLength(entry, 'phrases', texts, length);
  expectLength(entry, 'phrase_IDs', phrase_IDs, length);
  expectLength(entry, 'sections', sections, length);
  cues.forEach((list, cue) => {
    if (list) expectLength(entry, cueNames[cue]!, list, length);
  });
  const phrases: Phrase[] = [];
  for (let i = 0; i < length; i++) {
    const attributesOf = textList(entry, 'attributes', attributes[i]);
    const idsOf = textList(entry, 'attributes_ids', attributes_ids[i]);
    expectLength(entry, `attributes_ids/${i}`, idsOf, attributesOf.length);
    phrases.push({
      phrase_id: phrase_IDs[i]!,
      sent_loc: sentLocOf(phrase_IDs[i]!),
      section: textOrNull(entry, 'sections', sections[i]),
      text: textOrNull(entry, 'phrases', texts[i]),
      attributes: attributesOf.map((text) => strings.read(entry, text)),
      attributes_ids: idsOf,
      cues: cues.map((list, cue) => (list ? textList(entry, cueNames[cue]!, list[i]) : none)),
    });
  }
  return phrases;
}

function readCues(entry: Entry, name: string): unknown[] | null {
  const value = entry.json[name];
  if (Array.isArray(value)) return value;
  if (value !== undefined && value !== null) throw wrongType(entry, name, 'a list', value);
  entry.issues.add('missing_cues', entry.pointer, name);
  return null;
}

function textOrNull(entry: Entry, key: string, value: unknown): string | null {
  if (typeof value === 'string' || value === null) return value;
  throw wrongType(entry, key, 'a list of text', value);
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
