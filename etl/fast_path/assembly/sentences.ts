import { sameBytes } from './bytes';
import { PhraseColumn } from './columns';
import { putKeys } from './identity';
import { refuse } from './refusal';
import { addRow, put, putText } from './rows';
import { Table, TextColumn } from './tables';

/** Distinct sentences of one graph. */
const MOST_SENTENCES = 2048;

/** The sentences of the current graph, by number once they are sorted. */
const numbers = new StaticArray<i32>(MOST_SENTENCES);
const sections = new StaticArray<u32>(MOST_SENTENCES);
const starts = new StaticArray<usize>(MOST_SENTENCES);
const lengths = new StaticArray<usize>(MOST_SENTENCES);
let count = 0;

/** Forgets the sentences of the graph before. */
export function forgetSentences(): void {
  count = 0;
}

/** Adds a sentence; many regions share one. The section of the first stands; a second text for one number is refused. */
export function addSentence(number: i32, section: u32, start: usize, length: usize): void {
  for (let i = 0; i < count; i++) {
    if (numbers[i] !== number) continue;
    if (lengths[i] !== length || !sameBytes(starts[i], start, length)) refuse();
    return;
  }
  if (count === MOST_SENTENCES) refuse();
  setSentence(count, number, section, start, length);
  count++;
}

function setSentence(i: i32, number: i32, section: u32, start: usize, length: usize): void {
  numbers[i] = number;
  sections[i] = section;
  starts[i] = start;
  lengths[i] = length;
}

/** Adds the sentences of the graph to `phrases`, in the order of the report. */
export function putSentences(): void {
  sortByNumber();
  for (let i = 0; i < count; i++) {
    const row = addRow(Table.phrases);
    putKeys(PhraseColumn.image_id, row);
    put(PhraseColumn.sent_loc, row, numbers[i]);
    put(PhraseColumn.section, row, sections[i]);
    putText(TextColumn.phrase, PhraseColumn.phrase, row, starts[i], lengths[i]);
  }
}

/** By insertion: a report has few sentences, and they come nearly in order. */
function sortByNumber(): void {
  for (let i = 1; i < count; i++) {
    const number = numbers[i];
    const section = sections[i];
    const start = starts[i];
    const length = lengths[i];
    let place = i;
    for (; place > 0 && numbers[place - 1] > number; place--) {
      setSentence(place, numbers[place - 1], sections[place - 1], starts[place - 1], lengths[place - 1]);
    }
    setSentence(place, number, section, start, length);
  }
}
