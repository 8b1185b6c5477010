import type { AttributeEntry } from '../graph/attribute_entry.js';
import { graphTables } from '../schema/index.js';
import type { Dictionaries } from './dictionaries.js';
import type { GraphKeys } from './keys.js';
import type { Sentence } from './sentence.js';
import { SentenceColumns } from './sentence_columns.js';
import { TableBuilder } from './table_builder.js';

/** Rows of `object_phrases`: one per sentence of an attributes[] entry. */
export class ObjectPhraseRows extends TableBuilder {
  readonly #sentence = new SentenceColumns(this);
  readonly #cuis = this.textLists('cuis');
  readonly #umls_name = this.texts('umls_name');
  readonly #is_described = this.boolean('is_described');

  constructor(dictionaries: Dictionaries) {
    super(graphTables.object_phrases, dictionaries);
  }

  /** Adds all sentences of an entry. */
  push(keys: GraphKeys, entry: AttributeEntry, sentences: readonly Sentence[]): void {
    if (sentences.length === 0) return;
    const cuis = this.dictionaries.cuis.ofList(entry.synsets);
    for (const sentence of sentences) {
      this.#sentence.push(keys, sentence);
      this.#cuis.pushIndex(cuis);
      this.#umls_name.push(entry.umls_name);
      this.#is_described.push(entry.is_described);
    }
  }
}
