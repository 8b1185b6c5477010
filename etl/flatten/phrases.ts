import { type AnyColumn, DictionaryColumn, DoubleColumn, TextColumn } from '../arrow/builders.js';
import type { Rows } from '../arrow/rows.js';
import type { Entry } from '../graph/read.js';
import { encodePhraseId } from '../schema/derived_id.js';
import { compareTexts } from '../text_order.js';
import type { Phrase } from './attribute_entry.js';
import type { Dictionaries } from './dictionaries.js';
import { type GraphKeys, KeyColumns } from './keys.js';

/** Rows of `phrases`: each distinct phrase_id of a graph once, though many regions share a sentence. */
export class PhraseRows implements Rows {
  readonly keys: KeyColumns;
  readonly phrase_id: DictionaryColumn<string>;
  readonly sent_loc = new DoubleColumn();
  readonly section: DictionaryColumn<string>;
  readonly phrase = new TextColumn();
  readonly #met = new Map<string, Phrase>();

  constructor(dictionaries: Dictionaries) {
    this.keys = new KeyColumns(dictionaries);
    this.phrase_id = new DictionaryColumn(dictionaries.phrase_id);
    this.section = new DictionaryColumn(dictionaries.section);
  }

  columns(): Record<string, AnyColumn> {
    const { keys, ...own } = this;
    return { ...keys, ...own };
  }

  /** Remembers a sentence of the current graph; the first text of a phrase_id is kept (null is none). */
  meet(phrase: Phrase, entry: Entry, index: number): void {
    const first = this.#met.get(phrase.phrase_id);
    if (first === undefined || (first.text === null && phrase.text !== null))
      this.#met.set(phrase.phrase_id, phrase);
    else if (phrase.text !== null && first.text !== phrase.text) {
      const lengths = `${first.text?.length} and ${phrase.text.length} characters`;
      entry.issues.report('conflicting_phrases', `${entry.pointer}/phrases/${index}`, `texts of ${lengths}`);
    }
  }

  /** Adds the sentences of the current graph, in the order of the report. */
  addMet(keys: GraphKeys, withText: boolean): void {
    if (withText) for (const phrase of [...this.#met.values()].sort(bySentence)) this.#add(phrase, keys);
    this.#met.clear();
  }

  #add(phrase: Phrase, keys: GraphKeys): void {
    this.keys.push(keys);
    this.phrase_id.push(encodePhraseId(phrase.phrase_id, keys.study_id, phrase.sent_loc));
    this.sent_loc.push(phrase.sent_loc);
    this.section.push(phrase.section);
    this.phrase.push(phrase.text);
  }
}

function bySentence(a: Phrase, b: Phrase): number {
  const [first, second] = [a.sent_loc ?? Number.POSITIVE_INFINITY, b.sent_loc ?? Number.POSITIVE_INFINITY];
  if (first !== second) return first - second;
  return compareTexts(a.phrase_id, b.phrase_id);
}
