import { cueNames } from '../graph/phrase.js';
import { type GraphKeys, KeyColumns } from './keys.js';
import type { Sentence } from './sentence.js';
import type { TableBuilder } from './table_builder.js';

/** The columns that `object_phrases` and `object_attributes` share. */
export class SentenceColumns {
  readonly #keys;
  readonly #entry_index;
  readonly #object_id;
  readonly #bbox_name;
  readonly #phrase_index;
  readonly #phrase_id;
  readonly #sent_loc;
  readonly #section;
  readonly #cues;

  constructor(builder: TableBuilder) {
    this.#keys = new KeyColumns(builder);
    this.#entry_index = builder.integer('entry_index');
    this.#object_id = builder.texts('object_id');
    this.#bbox_name = builder.texts('bbox_name');
    this.#phrase_index = builder.integer('phrase_index');
    this.#phrase_id = builder.texts('phrase_id');
    this.#sent_loc = builder.double('sent_loc');
    this.#section = builder.texts('section');
    this.#cues = cueNames.map((name) => builder.textLists(name));
  }

  push(keys: GraphKeys, sentence: Sentence): void {
    this.#keys.push(keys);
    this.#entry_index.push(sentence.entry_index);
    this.#object_id.pushIndex(sentence.object_id);
    this.#bbox_name.pushIndex(sentence.bbox_name);
    this.#phrase_index.push(sentence.phrase_index);
    this.#phrase_id.pushIndex(sentence.phrase_id);
    this.#sent_loc.push(sentence.sent_loc);
    this.#section.pushIndex(sentence.section);
    for (let i = 0; i < this.#cues.length; i++) this.#cues[i]!.pushIndex(sentence.cues[i]!);
  }
}
