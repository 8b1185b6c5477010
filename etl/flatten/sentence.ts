import type { AttributeEntry } from '../graph/attribute_entry.js';
import { cueNames } from '../graph/phrase.js';
import { encodeObjectId, encodePhraseId } from '../schema/derived_id.js';
import type { Dictionaries } from './dictionaries.js';
import type { GraphKeys } from './keys.js';

/** What every row of one sentence of one attributes[] entry repeats, its values as indexes into their dictionaries. */
export interface Sentence {
  readonly entry_index: number;
  readonly object_id: number;
  readonly bbox_name: number;
  readonly phrase_index: number;
  readonly phrase_id: number;
  readonly sent_loc: number | null;
  readonly section: number;
  /** In the order of cueNames. */
  readonly cues: readonly number[];
}

/** Looks the values of sentences up in the dictionaries of a chunk. */
export class SentenceIndexes {
  readonly #object_id;
  readonly #bbox_name;
  readonly #phrase_id;
  readonly #section;
  readonly #cues;

  constructor(dictionaries: Dictionaries) {
    this.#object_id = dictionaries.texts('object_id');
    this.#bbox_name = dictionaries.texts('bbox_name');
    this.#phrase_id = dictionaries.texts('phrase_id');
    this.#section = dictionaries.texts('section');
    this.#cues = cueNames.map((name) => dictionaries.textLists(name));
  }

  /** The sentences of the entry at a place of attributes[]. */
  of(keys: GraphKeys, entry_index: number, entry: AttributeEntry): Sentence[] {
    if (entry.phrases.length === 0) return [];
    const object_id = this.#object_id.index(encodeObjectId(entry.object_id, keys.image_id, entry.bbox_name));
    const bbox_name = this.#bbox_name.index(entry.bbox_name);
    return entry.phrases.map((phrase, phrase_index) => ({
      entry_index,
      object_id,
      bbox_name,
      phrase_index,
      phrase_id: this.#phrase_id.index(encodePhraseId(phrase.phrase_id, keys.study_id, phrase.sent_loc)),
      sent_loc: phrase.sent_loc,
      section: this.#section.index(phrase.section),
      cues: phrase.cues.map((cues, i) => this.#cues[i]!.index(cues)),
    }));
  }
}
