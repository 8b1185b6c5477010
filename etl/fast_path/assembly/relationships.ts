import { RelationshipColumn } from './columns';
import { closesList, closesObject, nextElement, nextKey, openList, openObject, readKey } from './containers';
import { intern } from './dictionary';
import { Domain } from './domains';
import { expectOwnObjectId, putKeys } from './identity';
import {
  previousImageIdLength,
  previousStudyId,
  readPreviousObjectId,
  readRelationshipId,
  sentenceNumber,
} from './ids';
import { KeyList, SeenKeys } from './key_list';
import { elementCount, internList, readNumbers, readTexts } from './lists';
import { refuse } from './refusal';
import { addRow, put, putText } from './rows';
import { Table, TextColumn } from './tables';
import { readText, textLength, textStart } from './text';

const RELATIONSHIP_ID = 0;
const PREDICATE = 1;
const PHRASE = 2;
const BBOX_NAME = 3;
const SUBJECT_ID = 4;
const OBJECT_ID = 5;
/** From here on: lists. */
const SYNSETS = 6;
const RELATIONSHIP_NAMES = 7;
const RELATIONSHIP_CONTEXTS = 8;
const KEY_COUNT = 10;
const keys = new KeyList([
  'relationship_id',
  'predicate',
  'phrase',
  'bbox_name',
  'subject_id',
  'object_id',
  'synsets',
  'relationship_names',
  'relationship_contexts',
  'attributes',
]);
const seen = new SeenKeys();

let subjectIdStart: usize = 0;
let subjectIdLength: usize = 0;
let objectIdStart: usize = 0;
let objectIdLength: usize = 0;
let bboxStart: usize = 0;
let bboxLength: usize = 0;
let nameCount: i32 = 0;
let contextCount: i32 = 0;

/** Reads relationships[]: one row of `comparison_relations` per entry. */
export function readRelationships(at: usize): usize {
  let index = 0;
  at = openList(at);
  while (!closesList(at)) {
    const row = addRow(Table.comparison_relations);
    putKeys(RelationshipColumn.image_id, row);
    put(RelationshipColumn.relationship_index, row, index);
    at = nextElement(readRelationship(at, row));
    index++;
  }
  return at + 1;
}

function readRelationship(at: usize, row: u32): usize {
  seen.reset();
  at = openObject(at);
  while (!closesObject(at)) {
    at = readKey(at);
    const key = keys.find(seen.count);
    seen.add(key);
    at = nextKey(key < SYNSETS ? readTextValue(at, key, row) : readListValue(at, key, row));
  }
  seen.expectAll(KEY_COUNT);
  if (nameCount !== contextCount) refuse();
  expectOwnObjectId(subjectIdStart, subjectIdLength, bboxStart, bboxLength);
  readPreviousObjectId(objectIdStart, objectIdLength, bboxStart, bboxLength);
  const previousImageId = intern(Domain.previous_image_id, objectIdStart, previousImageIdLength);
  put(RelationshipColumn.previous_image_id, row, previousImageId);
  return at + 1;
}

function readTextValue(at: usize, key: i32, row: u32): usize {
  at = readText(at);
  if (key === RELATIONSHIP_ID) putRelationshipId(row);
  else if (key === PREDICATE) {
    put(RelationshipColumn.predicates, row, intern(Domain.predicate, textStart, textLength));
  } else if (key === PHRASE) {
    putText(TextColumn.compared_phrase, RelationshipColumn.phrase, row, textStart, textLength);
  } else if (key === BBOX_NAME) {
    bboxStart = textStart;
    bboxLength = textLength;
    put(RelationshipColumn.bbox_name, row, intern(Domain.bbox_name, textStart, textLength));
  } else if (key === SUBJECT_ID) {
    subjectIdStart = textStart;
    subjectIdLength = textLength;
  } else if (key === OBJECT_ID) {
    objectIdStart = textStart;
    objectIdLength = textLength;
  }
  return at;
}

function putRelationshipId(row: u32): void {
  readRelationshipId(textStart, textLength);
  put(RelationshipColumn.sent_loc, row, sentenceNumber);
  put(RelationshipColumn.previous_study_id, row, previousStudyId);
  putText(TextColumn.relationship_id, RelationshipColumn.relationship_id, row, textStart, textLength);
}

function readListValue(at: usize, key: i32, row: u32): usize {
  if (key === SYNSETS) {
    at = readTexts(at, Domain.synset);
    if (elementCount > 1) refuse();
    put(RelationshipColumn.cuis, row, internList(Domain.synsets));
  } else if (key === RELATIONSHIP_NAMES) {
    at = readTexts(at, Domain.relationship_name);
    nameCount = elementCount;
    put(RelationshipColumn.relationship_names, row, internList(Domain.relationship_names));
  } else if (key === RELATIONSHIP_CONTEXTS) {
    at = readNumbers(at, Domain.relationship_context);
    contextCount = elementCount;
    put(RelationshipColumn.relationship_contexts, row, internList(Domain.relationship_contexts));
  } else {
    at = readTexts(at, Domain.compared_attribute);
    put(RelationshipColumn.attributes, row, internList(Domain.compared_attributes));
  }
  return at;
}
