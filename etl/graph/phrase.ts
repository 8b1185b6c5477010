import type { Attribute, AttributeStrings } from './attribute_strings.js';
import { isTextList, textOrNull, textsOf } from './details.js';
import type { Entry } from './entry.js';
import { detailList, expectLength, requiredList, requiredTextList, textList } from './fields.js';
import { sentLocOf } from './sent_loc.js';

/** The four cue lists of a sentence. */
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

const none: readonly string[] = [];

/**
 * Reads the sentences of an attributes[] entry.
 * @throws Rejection missing_list, wrong_type, length_mismatch or malformed_attribute
 */
export function readPhrases(entry: Entry, strings: AttributeStrings): Phrase[] {
  const attributes = requiredList(entry, 'attributes');
  const { length } = attributes;
  const phrase_IDs = requiredTextList(entry, 'phrase_IDs');
  expectLength(entry, 'phrase_IDs', phrase_IDs, length);
  const attributes_ids = detailList(entry, 'attributes_ids', length);
  const texts = detailList(entry, 'phrases', length);
  const sections = detailList(entry, 'sections', length);
  const cues = cueNames.map((name) => readCues(entry, name, length));
  const phrases: Phrase[] = [];
  for (let i = 0; i < length; i++) {
    const attributesOf = textList(entry, 'attributes', attributes[i]);
    phrases.push({
      phrase_id: phrase_IDs[i]!,
      sent_loc: sentLocOf(phrase_IDs[i]!),
      section: sections && textOrNull(entry, 'sections', sections[i], i),
      text: texts && textOrNull(entry, 'phrases', texts[i], i),
      attributes: attributesOf.map((text) => strings.read(entry, text)),
      attributes_ids: attributes_ids
        ? readIds(entry, i, attributes_ids[i], attributesOf.length)
        : noIds(attributesOf.length),
      cues: cues.map((list, cue) =>
        list ? textsOf(entry, cueNames[cue]!, list[i], 'missing_cues', i) : none,
      ),
    });
  }
  return phrases;
}

/** The concept ids of the attributes of a sentence, one text each; empty text for none. */
function readIds(entry: Entry, phrase: number, value: unknown, length: number): readonly string[] {
  const isList = Array.isArray(value);
  if (isList) expectLength(entry, `attributes_ids/${phrase}`, value, length);
  if (isTextList(value)) return value;
  if (isList) return value.map((id) => textOrNull(entry, 'attributes_ids', id, phrase) ?? '');
  const ids = textsOf(entry, 'attributes_ids', value, 'missing_cuis', phrase);
  if (ids.length > 0) expectLength(entry, `attributes_ids/${phrase}`, ids, length);
  return ids.length > 0 ? ids : noIds(length);
}

function noIds(length: number): string[] {
  return new Array<string>(length).fill('');
}

function readCues(entry: Entry, name: string, length: number): unknown[] | null {
  const value = entry.json[name];
  if (value !== undefined && value !== null) return detailList(entry, name, length);
  entry.issues.add('missing_cues', entry.pointer, name);
  return null;
}
