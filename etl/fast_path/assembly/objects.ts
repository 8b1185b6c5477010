import { ObjectColumn } from './columns';
import { closesList, closesObject, nextElement, nextKey, openList, openObject, readKey } from './containers';
import { intern } from './dictionary';
import { Domain } from './domains';
import { expectOwnObjectId, putKeys } from './identity';
import { KeyList, SeenKeys } from './key_list';
import { elementCount, internList, readTexts } from './lists';
import { integer, readInteger } from './numbers';
import { refuse } from './refusal';
import { addRow, put } from './rows';
import { Table } from './tables';
import { readText, textLength, textStart } from './text';

/** Keys below this one are coordinates, in the order of their columns. */
const OBJECT_ID = 12;
const BBOX_NAME = 13;
const NAME = 14;
const SYNSETS = 15;
const KEY_COUNT = 16;
const keys = new KeyList([
  'x1',
  'y1',
  'x2',
  'y2',
  'width',
  'height',
  'original_x1',
  'original_y1',
  'original_x2',
  'original_y2',
  'original_width',
  'original_height',
  'object_id',
  'bbox_name',
  'name',
  'synsets',
]);
const seen = new SeenKeys();

let objectIdStart: usize = 0;
let objectIdLength: usize = 0;
let bboxStart: usize = 0;
let bboxLength: usize = 0;

/** Reads objects[]: one row of `objects` per entry. */
export function readObjects(at: usize): usize {
  let index = 0;
  at = openList(at);
  while (!closesList(at)) {
    const row = addRow(Table.objects);
    putKeys(ObjectColumn.image_id, row);
    put(ObjectColumn.object_index, row, index);
    at = nextElement(readObject(at, row));
    index++;
  }
  return at + 1;
}

function readObject(at: usize, row: u32): usize {
  seen.reset();
  at = openObject(at);
  while (!closesObject(at)) {
    at = readKey(at);
    const key = keys.find(seen.count);
    seen.add(key);
    at = nextKey(readValue(at, key, row));
  }
  seen.expectAll(KEY_COUNT);
  expectOwnObjectId(objectIdStart, objectIdLength, bboxStart, bboxLength);
  return at + 1;
}

function readValue(at: usize, key: i32, row: u32): usize {
  if (key < OBJECT_ID) {
    at = readInteger(at);
    put(ObjectColumn.x1 + key, row, integer);
    return at;
  }
  if (key === SYNSETS) {
    at = readTexts(at, Domain.synset);
    if (elementCount > 1) refuse(); // a list of ids does not say which of them were one text
    put(ObjectColumn.cuis, row, internList(Domain.synsets));
    return at;
  }
  at = readText(at);
  if (key === OBJECT_ID) {
    objectIdStart = textStart;
    objectIdLength = textLength;
  } else if (key === BBOX_NAME) {
    bboxStart = textStart;
    bboxLength = textLength;
    put(ObjectColumn.bbox_name, row, intern(Domain.bbox_name, textStart, textLength));
  } else if (key === NAME) {
    put(ObjectColumn.umls_name, row, intern(Domain.umls_name, textStart, textLength));
  }
  return at;
}
