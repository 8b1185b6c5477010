import { closesList, nextElement, openList } from './containers';
import { intern } from './dictionary';
import { Domain } from './domains';
import { readPhraseId, sentenceNumber } from './ids';
import { internList, MOST_ELEMENTS, readTexts } from './lists';
import { refuse } from './refusal';
import { readText, textLength, textStart } from './text';

/** Phrases of one attributes[] entry. */
const MOST_PHRASES = 4096;
/** Kinds of cues, each with a list per phrase. */
export const CUES = 4;

/** The parallel lists of the attributes[] entry that is being read: an element per phrase. */
export const sentenceNumbers = new StaticArray<i32>(MOST_PHRASES);
export const sections = new StaticArray<u32>(MOST_PHRASES);
export const phraseStarts = new StaticArray<usize>(MOST_PHRASES);
export const phraseLengths = new StaticArray<usize>(MOST_PHRASES);
/** The lists of cues: all phrases of the first kind, then those of the next. */
const cueLists = new StaticArray<u32>(CUES * MOST_PHRASES);
/** The bytes of each as it is written, less its brackets. */
const cueBytes = new StaticArray<u32>(CUES * MOST_PHRASES);

/** The attribute strings of all phrases, and where those of each phrase start; attributes_ids likewise. */
export const attributes = new StaticArray<u32>(MOST_ELEMENTS);
export const attributeStarts = new StaticArray<i32>(MOST_PHRASES + 1);
export const attributeCuis = new StaticArray<u32>(MOST_ELEMENTS);
export const attributeCuisStarts = new StaticArray<i32>(MOST_PHRASES + 1);

/** Elements of the list that was read last. */
export let phraseCount: i32 = 0;

/** The list of cues of a phrase. */
export function cuesOf(cue: i32, phrase: i32): u32 {
  return cueLists[cue * MOST_PHRASES + phrase];
}

/** The bytes that the lists of cues of a phrase are written in. */
export function cueBytesOf(phrase: i32): usize {
  let bytes: usize = 0;
  for (let cue = 0; cue < CUES; cue++) bytes += cueBytes[cue * MOST_PHRASES + phrase];
  return bytes;
}

/** Reads `phrases`. */
export function readPhrases(at: usize): usize {
  phraseCount = 0;
  at = openList(at);
  while (!closesList(at)) {
    at = readText(at);
    phraseStarts[phraseCount] = textStart;
    phraseLengths[phraseCount] = textLength;
    at = nextPhrase(at);
  }
  return at + 1;
}

/** Reads `phrase_IDs`. */
export function readPhraseIds(at: usize): usize {
  phraseCount = 0;
  at = openList(at);
  while (!closesList(at)) {
    at = readText(at);
    readPhraseId(textStart, textLength);
    sentenceNumbers[phraseCount] = sentenceNumber;
    at = nextPhrase(at);
  }
  return at + 1;
}

/** Reads `sections`. */
export function readSections(at: usize): usize {
  phraseCount = 0;
  at = openList(at);
  while (!closesList(at)) {
    at = readText(at);
    sections[phraseCount] = intern(Domain.section, textStart, textLength);
    at = nextPhrase(at);
  }
  return at + 1;
}

/** Reads the lists of one kind of cue. */
export function readCues(at: usize, cue: i32): usize {
  phraseCount = 0;
  at = openList(at);
  while (!closesList(at)) {
    const start = at;
    at = readTexts(at, Domain.cue);
    cueBytes[cue * MOST_PHRASES + phraseCount] = <u32>(at - start - 2);
    cueLists[cue * MOST_PHRASES + phraseCount] = internList(Domain.comparison_cues + cue);
    at = nextPhrase(at);
  }
  return at + 1;
}

/** Reads `attributes` or `attributes_ids`: a list of texts per phrase, one after the other. */
export function readStrings(
  at: usize,
  domain: Domain,
  strings: StaticArray<u32>,
  starts: StaticArray<i32>,
): usize {
  phraseCount = 0;
  let count = 0;
  at = openList(at);
  while (!closesList(at)) {
    starts[phraseCount] = count;
    at = openList(at);
    while (!closesList(at)) {
      if (count === MOST_ELEMENTS) refuse();
      at = readText(at);
      strings[count] = intern(domain, textStart, textLength);
      count++;
      at = nextElement(at);
    }
    at = nextPhrase(at + 1);
  }
  starts[phraseCount] = count;
  return at + 1;
}

/** Counts the element that ends here; the next one has its place. */
function nextPhrase(at: usize): usize {
  phraseCount++;
  if (phraseCount === MOST_PHRASES) refuse();
  return nextElement(at);
}
