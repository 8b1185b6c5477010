import { BAR, isDigit, sameBytes, UNDERSCORE } from './bytes';
import { studyId } from './identity';
import { integer, readDigits } from './numbers';
import { refuse } from './refusal';

const LETTER_A: u8 = 0x61;
const LETTERS: u8 = 26;
/** Bytes of what follows the previous study in a relationship_id: a concept id and two hashes. */
const LONGEST_TAIL: usize = 80;

/** The sentence number of the phrase_id that was read last. */
export let sentenceNumber: i32 = 0;
/** The study of the relationship_id that was read last. */
export let previousStudyId: i32 = 0;
/** Bytes of the image in the object_id of a relationship that was read last. */
export let previousImageIdLength: usize = 0;

/** Reads `{study_id}|{sentence number}` of this study, which is all of the text. */
export function readPhraseId(start: usize, length: usize): void {
  if (readSentence(start) !== start + length) refuse();
}

/** Reads `{study_id}|{sentence number}_{previous study_id}_…`. */
export function readRelationshipId(start: usize, length: usize): void {
  const end = start + length;
  let at = expectMark(readSentence(start), UNDERSCORE);
  at = readDigits(at);
  previousStudyId = integer;
  at = expectMark(at, UNDERSCORE);
  if (previousStudyId <= 0 || at >= end || end - at > LONGEST_TAIL) refuse();
  for (; at < end; at++) if (!isWordByte(load<u8>(at))) refuse();
}

/** A letter, a digit or an underscore. */
function isWordByte(byte: u8): bool {
  return isDigit(byte) || <u8>((byte | 0x20) - LETTER_A) < LETTERS || byte === UNDERSCORE;
}

function readSentence(start: usize): usize {
  let at = readDigits(start);
  if (integer !== studyId) refuse();
  at = readDigits(expectMark(at, BAR));
  sentenceNumber = integer;
  return at;
}

function expectMark(at: usize, mark: u8): usize {
  if (load<u8>(at) !== mark) refuse();
  return at + 1;
}

/** Reads `{image_id}_{bbox_name}` of another image, whose id has no underscore. */
export function readPreviousObjectId(start: usize, length: usize, bboxStart: usize, bboxLength: usize): void {
  if (length <= bboxLength + 1) refuse();
  const idLength = length - bboxLength - 1;
  for (let at = start; at < start + idLength; at++) {
    if (load<u8>(at) === UNDERSCORE) refuse();
  }
  if (load<u8>(start + idLength) !== UNDERSCORE) refuse();
  if (!sameBytes(start + idLength + 1, bboxStart, bboxLength)) refuse();
  previousImageIdLength = idLength;
}
