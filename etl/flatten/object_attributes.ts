import type { Attribute } from '../graph/attribute_strings.js';
import type { Phrase } from '../graph/phrase.js';
import { graphTables } from '../schema/index.js';
import type { Dictionaries } from './dictionaries.js';
import type { GraphKeys } from './keys.js';
import type { Sentence } from './sentence.js';
import { SentenceColumns } from './sentence_columns.js';
import { TableBuilder } from './table_builder.js';

/** The parts of an attribute string as indexes into their dictionaries. */
interface AttributeIndexes {
  readonly category_id: number;
  readonly relation: number;
  readonly label_name: number;
}

/** Rows of `object_attributes`: one per attribute string. */
export class ObjectAttributeRows extends TableBuilder {
  readonly #sentence = new SentenceColumns(this);
  readonly #attribute_index = this.integer('attribute_index');
  readonly #category_id = this.texts('category_id');
  readonly #relation = this.texts('relation');
  readonly #label_name = this.texts('label_name');
  readonly #cuis = this.textLists('cuis');
  /** By the number of the attribute string. */
  readonly #indexes: AttributeIndexes[] = [];

  constructor(dictionaries: Dictionaries) {
    super(graphTables.object_attributes, dictionaries);
  }

  /** Adds the attributes of one sentence. */
  push(keys: GraphKeys, sentence: Sentence, { attributes, attributes_ids }: Phrase): void {
    for (let i = 0; i < attributes.length; i++) {
      const indexes = this.#indexesOf(attributes[i]!);
      this.#sentence.push(keys, sentence);
      this.#attribute_index.push(i);
      this.#category_id.pushIndex(indexes.category_id);
      this.#relation.pushIndex(indexes.relation);
      this.#label_name.pushIndex(indexes.label_name);
      this.#cuis.pushIndex(this.dictionaries.cuis.ofText(attributes_ids[i]!));
    }
  }

  /** Looked up when a row first has them: a dictionary holds no value without a row. */
  #indexesOf({ number, category_id, relation, label_name }: Attribute): AttributeIndexes {
    let indexes = this.#indexes[number];
    if (indexes === undefined) {
      indexes = {
        category_id: this.#category_id.dictionary.index(category_id),
        relation: this.#relation.dictionary.index(relation),
        label_name: this.#label_name.dictionary.index(label_name),
      };
      this.#indexes[number] = indexes;
    }
    return indexes;
  }
}
