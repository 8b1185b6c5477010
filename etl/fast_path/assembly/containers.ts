import { CLOSE_LIST, CLOSE_OBJECT, COLON, COMMA, OPEN_LIST, OPEN_OBJECT } from './bytes';
import { refuse } from './refusal';
import { expectByte, skipSpace } from './scan';
import { readText } from './text';

/** The place of the first element of a list that opens here, or of its closing bracket. */
export function openList(at: usize): usize {
  return skipSpace(expectByte(at, OPEN_LIST));
}

/** True where a list closes. */
export function closesList(at: usize): bool {
  return load<u8>(at) === CLOSE_LIST;
}

/** From behind an element: the place of the next one, or of the closing bracket. */
export function nextElement(at: usize): usize {
  return nextOf(at, CLOSE_LIST);
}

/** The place of the first key of an object that opens here, or of its closing brace. */
export function openObject(at: usize): usize {
  return skipSpace(expectByte(at, OPEN_OBJECT));
}

/** True where an object closes. */
export function closesObject(at: usize): bool {
  return load<u8>(at) === CLOSE_OBJECT;
}

/** Reads a key as text; returns the place of its value. */
export function readKey(at: usize): usize {
  return skipSpace(expectByte(skipSpace(readText(at)), COLON));
}

/** From behind a value: the place of the next key, or of the closing brace. */
export function nextKey(at: usize): usize {
  return nextOf(at, CLOSE_OBJECT);
}

function nextOf(at: usize, close: u8): usize {
  at = skipSpace(at);
  if (load<u8>(at) === close) return at;
  at = skipSpace(expectByte(at, COMMA));
  if (load<u8>(at) === close) refuse();
  return at;
}
