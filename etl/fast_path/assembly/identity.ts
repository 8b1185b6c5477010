import { sameBytes, UNDERSCORE } from './bytes';
import { intern } from './dictionary';
import { Domain } from './domains';
import { EXPECTED_IMAGE_ID } from './memory_map';
import { refuse } from './refusal';
import { put } from './rows';
import { textLength, textStart } from './text';

/** The identity that the plan read from the head of the graph. The graph has to say the same. */
export let patientId: i32 = 0;
export let studyId: i32 = 0;
export let studyOrder: i32 = 0;
let imageIdLength: usize = 0;
/** The member that image_id is. */
let imageId: u32 = 0;

/** Takes the expected identity; the bytes of image_id are at EXPECTED_IMAGE_ID. */
export function expectIdentity(idLength: usize, patient: i32, study: i32, order: i32): void {
  imageIdLength = idLength;
  patientId = patient;
  studyId = study;
  studyOrder = order;
  imageId = intern(Domain.image_id, EXPECTED_IMAGE_ID, idLength);
}

/** Refuses the text that was read last unless it is the expected image_id. */
export function expectImageId(): void {
  if (textLength !== imageIdLength || !sameBytes(textStart, EXPECTED_IMAGE_ID, imageIdLength)) {
    refuse();
  }
}

/** Refuses a number that is not the expected one. */
export function expectSame(found: i32, expected: i32): void {
  if (found !== expected) refuse();
}

/** Refuses an object_id that is not `{image_id}_{bbox_name}` of this image. */
export function expectOwnObjectId(start: usize, length: usize, bboxStart: usize, bboxLength: usize): void {
  const isOwn =
    length === imageIdLength + 1 + bboxLength &&
    sameBytes(start, EXPECTED_IMAGE_ID, imageIdLength) &&
    load<u8>(start + imageIdLength) === UNDERSCORE &&
    sameBytes(start + imageIdLength + 1, bboxStart, bboxLength);
  if (!isOwn) refuse();
}

/** Puts image_id, study_id and patient_id, the first three columns of every table. */
export function putKeys(firstColumn: i32, row: u32): void {
  put(firstColumn, row, imageId);
  put(firstColumn + 1, row, studyId);
  put(firstColumn + 2, row, patientId);
}
