import { closesList, nextElement, openList } from './containers';
import { intern } from './dictionary';
import { Domain } from './domains';
import { numberStart, skipNumber } from './numbers';
import { refuse } from './refusal';
import { readText, textLength, textStart } from './text';

/** Elements of one list, or of the lists in a list together. */
export const MOST_ELEMENTS = 16384;

/** The members that the elements of the list that was read last are. */
const elements = new StaticArray<u32>(MOST_ELEMENTS);
export let elementCount: i32 = 0;

/** Reads a list of texts, each a member of `domain`. */
export function readTexts(at: usize, domain: Domain): usize {
  elementCount = 0;
  at = openList(at);
  while (!closesList(at)) {
    at = readText(at);
    addElement(intern(domain, textStart, textLength));
    at = nextElement(at);
  }
  return at + 1;
}

/** Reads a list of numbers, each a member of `domain` as it is written. */
export function readNumbers(at: usize, domain: Domain): usize {
  elementCount = 0;
  at = openList(at);
  while (!closesList(at)) {
    at = skipNumber(at);
    addElement(intern(domain, numberStart, at - numberStart));
    at = nextElement(at);
  }
  return at + 1;
}

function addElement(member: u32): void {
  if (elementCount === MOST_ELEMENTS) refuse();
  elements[elementCount] = member;
  elementCount++;
}

/** The member of `domain` that the list that was read last is. */
export function internList(domain: Domain): u32 {
  return intern(domain, changetype<usize>(elements), (<usize>elementCount) << 2);
}
