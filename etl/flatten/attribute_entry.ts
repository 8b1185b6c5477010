import { Rejection, typeName } from '../diagnostics/rejection.js';
import { KnownKeys } from '../graph/known_keys.js';
import {
  type Entry,
  optionalText,
  requiredList,
  requiredText,
  requiredTextList,
  sentenceNumber,
  textList,
} from '../graph/read.js';
import type { Attribute, AttributeStrings } from './attribute_string.js';

export const cueNames = ['comparison_cues', 'temporal_cues', 'severity_cues', 'texture_cues'] as const;

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
  readonly is_described: boolean | null;
  readonly phrases: readonly Phrase[];
}

const none: readonly string[] = [];

/**
 * Reads one entry of attributes[].
 * @throws Rejection missing_key, missing_list, wrong_type, length_mismatch or malformed_attribute
 */
export function readAttributeEntry(entry: Entry, strings: AttributeStrings): AttributeEntry {
  const bboxName = requiredText(entry, 'bbox_name');
  const objectId = optionalText(entry, 'object_id');
  const synsets = requiredTextList(entry, 'synsets');
  const umlsName = optionalText(entry, 'name');
  const isDescribed = dynamicKey(entry, bboxName);
  const attributes = requiredList(entry, 'attributes');
  const ids = requiredList(entry, 'attributes_ids');
  const sentences = requiredList(entry, 'phrases');
  const phraseIds = requiredTextList(entry, 'phrase_IDs');
  const sections = requiredList(entry, 'sections');
  const cues = cueNames.map((name) => cueList(entry, name));
  const length = attributes.length;
  expectLength(entry, 'attributes_ids', ids, length);
  expectLength(entry, 'phrases', sentences, length);
  expectLength(entry, 'phrase_IDs', phraseIds, length);
  expectLength(entry, 'sections', sections, length);
  cues.forEach((list, cue) => {
    if (list) expectLength(entry, cueNames[cue]!, list, length);
  });
  const phrases: Phrase[] = [];
  for (let i = 0; i < length; i++) {
    const texts = textList(entry, 'attributes', attributes[i]);
    const stringIds = textList(entry, 'attributes_ids', ids[i]);
    expectLength(entry, `attributes_ids/${i}`, stringIds, texts.length);
    phrases.push({
      phrase_id: phraseIds[i]!,
      sent_loc: sentenceNumber(phraseIds[i]!),
      section: textOrNull(entry, 'sections', sections[i]),
      text: textOrNull(entry, 'phrases', sentences[i]),
      attributes: texts.map((text) => strings.read(entry, text)),
      attributes_ids: stringIds,
      cues: cues.map((list, cue) => (list ? textList(entry, cueNames[cue]!, list[i]) : none)),
    });
  }
  return {
    bbox_name: bboxName,
    object_id: objectId,
    synsets,
    umls_name: umlsName,
    is_described: isDescribed,
    phrases,
  };
}

function dynamicKey(entry: Entry, bboxName: string): boolean | null {
  const value =
    Object.hasOwn(entry.json, bboxName) && !documentedKeys.has(bboxName) ? entry.json[bboxName] : null;
  if (value === null || typeof value === 'boolean') return value;
  throw new Rejection(
    'wrong_type',
    entry.pointer,
    `the key of the region: expected a boolean, found ${typeName(value)}`,
  );
}

/** Keys of an attributes[] entry, less the dynamic one that is named like its region. */
export const documentedKeys = new KnownKeys([
  ...['bbox_name', 'synsets', 'name', 'attributes', 'attributes_ids', 'phrases', 'phrase_IDs', 'sections'],
  ...cueNames,
  'object_id',
]);

function cueList(entry: Entry, name: string): unknown[] | null {
  const value = entry.json[name];
  if (Array.isArray(value)) return value;
  if (value !== undefined && value !== null) {
    throw new Rejection('wrong_type', entry.pointer, `${name}: expected a list, found ${typeName(value)}`);
  }
  entry.issues.report('missing_cues', entry.pointer, name);
  return null;
}

function expectLength(entry: Entry, name: string, list: readonly unknown[], length: number): void {
  if (list.length === length) return;
  throw new Rejection(
    'length_mismatch',
    entry.pointer,
    `${name}: expected ${length} elements, found ${list.length}`,
  );
}

function textOrNull(entry: Entry, key: string, value: unknown): string | null {
  if (typeof value === 'string' || value === null) return value;
  throw new Rejection(
    'wrong_type',
    entry.pointer,
    `${key}: expected a list of text, found ${typeName(value)}`,
  );
}
