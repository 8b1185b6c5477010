import { readAttributes } from './attributes';
import { ImageColumn } from './columns';
import { closesObject, nextKey, openObject, readKey } from './containers';
import { days, readDatetime, seconds } from './datetime';
import { intern } from './dictionary';
import { Domain } from './domains';
import { expectImageId, expectSame, patientId, putKeys, studyId, studyOrder } from './identity';
import { KeyList, SeenKeys } from './key_list';
import { INPUT } from './memory_map';
import { integer, readInteger } from './numbers';
import { readObjects } from './objects';
import { refuse } from './refusal';
import { readRelationships } from './relationships';
import { expectLightRows, forgetRepeated } from './row_bytes';
import { addRow, put, putText } from './rows';
import { skipSpace } from './scan';
import { putSentences } from './sentences';
import { Table, TextColumn } from './tables';
import { readText, textLength, textStart } from './text';

const PATIENT_ID = 0;
const STUDY_ID = 1;
const STUDY_ORDER = 2;
const OBJECTS = 3;
const ATTRIBUTES = 4;
const RELATIONSHIPS = 5;
/** From here on: texts; the first three are members of a dictionary, in the order of their domains and columns. */
const VIEWPOINT = 6;
const AGE_DECILE = 8;
const IMAGE_ID = 9;
const REASON_FOR_EXAM = 10;
const KEY_COUNT = 12;
const keys = new KeyList([
  'patient_id',
  'study_id',
  'StudyOrder',
  'objects',
  'attributes',
  'relationships',
  'viewpoint',
  'gender',
  'age_decile',
  'image_id',
  'reason_for_exam',
  'StudyDateTime',
]);
const seen = new SeenKeys();

/** Reads the graph of `length` bytes at INPUT into rows. */
export function readGraph(length: usize): void {
  seen.reset();
  forgetRepeated();
  const row = addRow(Table.images);
  putKeys(ImageColumn.image_id, row);
  let at = openObject(skipSpace(INPUT));
  while (!closesObject(at)) {
    at = readKey(at);
    const key = keys.find(seen.count);
    seen.add(key);
    at = nextKey(key < VIEWPOINT ? readValue(at, key, row) : readTextValue(at, key, row));
  }
  seen.expectAll(KEY_COUNT);
  if (skipSpace(at + 1) !== <usize>INPUT + length) refuse();
  expectLightRows(length);
  putSentences();
}

function readValue(at: usize, key: i32, row: u32): usize {
  if (key === OBJECTS) return readObjects(at);
  if (key === ATTRIBUTES) return readAttributes(at);
  if (key === RELATIONSHIPS) return readRelationships(at);
  at = readInteger(at);
  if (key === PATIENT_ID) expectSame(integer, patientId);
  else if (key === STUDY_ID) expectSame(integer, studyId);
  else if (key === STUDY_ORDER) {
    expectSame(integer, studyOrder);
    put(ImageColumn.study_order, row, integer);
  }
  return at;
}

function readTextValue(at: usize, key: i32, row: u32): usize {
  at = readText(at);
  if (key <= AGE_DECILE) {
    const domain = Domain.viewpoint + key - VIEWPOINT;
    put(ImageColumn.viewpoint + key - VIEWPOINT, row, intern(domain, textStart, textLength));
  } else if (key === IMAGE_ID) expectImageId();
  else if (key === REASON_FOR_EXAM) {
    putText(TextColumn.reason_for_exam, ImageColumn.reason_for_exam, row, textStart, textLength);
  } else {
    readDatetime();
    put(ImageColumn.study_day, row, days);
    put(ImageColumn.study_second, row, seconds);
  }
  return at;
}
