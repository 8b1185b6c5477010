import { sameBytes } from './bytes';
import { ObjectAttributeColumn, ObjectPhraseColumn } from './columns';
import { closesList, closesObject, nextElement, nextKey, openList, openObject, readKey } from './containers';
import { intern } from './dictionary';
import { Domain } from './domains';
import { expectOwnObjectId, putKeys } from './identity';
import { KeyList, NO_KEY, SeenKeys } from './key_list';
import { elementCount, internList, readTexts } from './lists';
import {
  attributeCuis,
  attributeCuisStarts,
  attributeStarts,
  attributes,
  CUES,
  cueBytesOf,
  cuesOf,
  phraseCount,
  phraseLengths,
  phraseStarts,
  readCues,
  readPhraseIds,
  readPhrases,
  readSections,
  readStrings,
  sections,
  sentenceNumbers,
} from './phrase_lists';
import { refuse } from './refusal';
import { addRepeated } from './row_bytes';
import { addRow, put } from './rows';
import { addSentence } from './sentences';
import { Table } from './tables';
import { readText, textLength, textStart } from './text';

const OBJECT_ID = 0;
const BBOX_NAME = 1;
const NAME = 2;
const SYNSETS = 3;
/** From here on: lists with an element per phrase. */
const ATTRIBUTES = 4;
const ATTRIBUTES_IDS = 5;
const PHRASES = 6;
const PHRASE_IDS = 7;
const SECTIONS = 8;
const FIRST_CUES = 9;
const KEY_COUNT = 13;
const keys = new KeyList([
  'object_id',
  'bbox_name',
  'name',
  'synsets',
  'attributes',
  'attributes_ids',
  'phrases',
  'phrase_IDs',
  'sections',
  'comparison_cues',
  'temporal_cues',
  'severity_cues',
  'texture_cues',
]);
const seen = new SeenKeys();

/** The bytes of `true`, the first lowest. */
const TRUE: u32 = 0x65757274;
/** How many phrases an entry has before its first list. */
const UNKNOWN = -1;

let objectIdStart: usize = 0;
let objectIdLength: usize = 0;
let bboxStart: usize = 0;
let bboxLength: usize = 0;
/** The key that is named like the region. */
let dynamicStart: usize = 0;
let dynamicLength: usize = 0;
let bboxName: u32 = 0;
let umlsName: u32 = 0;
let synsets: u32 = 0;
let phrasesOfEntry: i32 = UNKNOWN;
/** Bytes that the name and the concept ids of the region are written in. */
let nameLength: usize = 0;
let synsetsLength: usize = 0;

/** Reads attributes[]: a row of `object_phrases` per phrase, and one of `object_attributes` per attribute string. */
export function readAttributes(at: usize): usize {
  let index = 0;
  at = openList(at);
  while (!closesList(at)) {
    at = readEntry(at);
    for (let phrase = 0; phrase < phrasesOfEntry; phrase++) putPhrase(index, phrase);
    at = nextElement(at);
    index++;
  }
  return at + 1;
}

function readEntry(at: usize): usize {
  seen.reset();
  dynamicStart = 0;
  phrasesOfEntry = UNKNOWN;
  at = openObject(at);
  while (!closesObject(at)) {
    at = readKey(at);
    const key = keys.find(seen.count);
    if (key === NO_KEY) at = readDynamicKey(at);
    else {
      seen.add(key);
      at = readValue(at, key);
    }
    at = nextKey(at);
  }
  seen.expectAll(KEY_COUNT);
  if (phrasesOfEntry === 0) refuse();
  expectOwnObjectId(objectIdStart, objectIdLength, bboxStart, bboxLength);
  expectDynamicKey();
  return at + 1;
}

/** Reads the value of an undocumented key, which has to be the `true` of the key that is named like the region. */
function readDynamicKey(at: usize): usize {
  if (dynamicStart !== 0) refuse();
  if (load<u32>(at) !== TRUE) refuse();
  dynamicStart = textStart;
  dynamicLength = textLength;
  return at + 4;
}

function expectDynamicKey(): void {
  if (dynamicStart === 0) refuse();
  if (dynamicLength !== bboxLength || !sameBytes(dynamicStart, bboxStart, bboxLength)) {
    refuse();
  }
}

function readValue(at: usize, key: i32): usize {
  if (key >= ATTRIBUTES) {
    at = readPhraseList(at, key);
    if (phrasesOfEntry === UNKNOWN) phrasesOfEntry = phraseCount;
    if (phraseCount !== phrasesOfEntry) refuse();
    return at;
  }
  if (key === SYNSETS) {
    const start = at;
    at = readTexts(at, Domain.synset);
    if (elementCount > 1) refuse();
    synsets = internList(Domain.synsets);
    synsetsLength = at - start;
    return at;
  }
  at = readText(at);
  if (key === OBJECT_ID) {
    objectIdStart = textStart;
    objectIdLength = textLength;
  } else if (key === BBOX_NAME) {
    bboxStart = textStart;
    bboxLength = textLength;
    bboxName = intern(Domain.bbox_name, textStart, textLength);
  } else if (key === NAME) {
    umlsName = intern(Domain.umls_name, textStart, textLength);
    nameLength = textLength;
  }
  return at;
}

function readPhraseList(at: usize, key: i32): usize {
  if (key === ATTRIBUTES) return readStrings(at, Domain.attribute, attributes, attributeStarts);
  if (key === ATTRIBUTES_IDS)
    return readStrings(at, Domain.attribute_cuis, attributeCuis, attributeCuisStarts);
  if (key === PHRASES) return readPhrases(at);
  if (key === PHRASE_IDS) return readPhraseIds(at);
  if (key === SECTIONS) return readSections(at);
  return readCues(at, key - FIRST_CUES);
}

function putPhrase(index: i32, phrase: i32): void {
  addSentence(sentenceNumbers[phrase], sections[phrase], phraseStarts[phrase], phraseLengths[phrase]);
  const row = addRow(Table.object_phrases);
  putKeys(ObjectPhraseColumn.image_id, row);
  put(ObjectPhraseColumn.entry_index, row, index);
  put(ObjectPhraseColumn.bbox_name, row, bboxName);
  put(ObjectPhraseColumn.cuis, row, synsets);
  put(ObjectPhraseColumn.umls_name, row, umlsName);
  put(ObjectPhraseColumn.phrase_index, row, phrase);
  put(ObjectPhraseColumn.sent_loc, row, sentenceNumbers[phrase]);
  put(ObjectPhraseColumn.section, row, sections[phrase]);
  putCues(ObjectPhraseColumn.comparison_cues, row, phrase);
  const first = attributeStarts[phrase];
  const count = attributeStarts[phrase + 1] - first;
  addRepeated(objectIdLength + bboxLength, cueBytesOf(phrase), count + 1);
  addRepeated(nameLength, synsetsLength, 1);
  const firstCuis = attributeCuisStarts[phrase];
  if (attributeCuisStarts[phrase + 1] - firstCuis !== count) refuse();
  for (let i = 0; i < count; i++)
    putAttribute(index, phrase, i, attributes[first + i], attributeCuis[firstCuis + i]);
}

function putAttribute(index: i32, phrase: i32, place: i32, attribute: u32, cuis: u32): void {
  const row = addRow(Table.object_attributes);
  putKeys(ObjectAttributeColumn.image_id, row);
  put(ObjectAttributeColumn.entry_index, row, index);
  put(ObjectAttributeColumn.bbox_name, row, bboxName);
  put(ObjectAttributeColumn.phrase_index, row, phrase);
  put(ObjectAttributeColumn.attribute_index, row, place);
  put(ObjectAttributeColumn.sent_loc, row, sentenceNumbers[phrase]);
  put(ObjectAttributeColumn.section, row, sections[phrase]);
  put(ObjectAttributeColumn.attribute, row, attribute);
  put(ObjectAttributeColumn.cuis, row, cuis);
  putCues(ObjectAttributeColumn.comparison_cues, row, phrase);
}

/** The four kinds of cues have columns one after the other. */
function putCues(firstColumn: i32, row: u32, phrase: i32): void {
  for (let cue = 0; cue < CUES; cue++) put(firstColumn + cue, row, cuesOf(cue, phrase));
}
