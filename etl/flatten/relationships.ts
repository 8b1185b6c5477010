import type { RelationshipEntry } from '../graph/relationship_entry.js';
import { encodeObjectId, encodePhraseId } from '../schema/derived_id.js';
import { graphTables } from '../schema/index.js';
import type { Dictionaries } from './dictionaries.js';
import { type GraphKeys, KeyColumns } from './keys.js';
import { TableBuilder } from './table_builder.js';

/** Rows of `comparison_relations`: one per entry of relationships[]. */
export class RelationshipRows extends TableBuilder {
  readonly #keys = new KeyColumns(this);
  readonly #relationship_index = this.integer('relationship_index');
  readonly #relationship_id = this.text('relationship_id');
  readonly #bbox_name = this.texts('bbox_name');
  readonly #subject_id = this.texts('subject_id');
  readonly #object_id = this.texts('object_id', 'previous_object_id');
  readonly #previous_image_id = this.texts('previous_image_id');
  readonly #previous_study_id = this.integer('previous_study_id');
  readonly #phrase_id = this.texts('phrase_id');
  readonly #sent_loc = this.double('sent_loc');
  readonly #predicates = this.textLists('predicates');
  readonly #cuis = this.textLists('cuis');
  readonly #comparisons = this.textLists('comparisons');
  readonly #relationship_names = this.textLists('relationship_names');
  readonly #relationship_contexts = this.numberLists('relationship_contexts');
  readonly #attributes = this.textLists('attributes');
  readonly #phrase = this.text('phrase');

  constructor(dictionaries: Dictionaries) {
    super(graphTables.comparison_relations, dictionaries);
  }

  /** Adds the entry at a place of relationships[]. */
  push(keys: GraphKeys, index: number, entry: RelationshipEntry): void {
    const { bbox_name, ids, object_id, previous_image_id } = entry;
    this.#keys.push(keys);
    this.#relationship_index.push(index);
    this.#relationship_id.push(entry.relationship_id);
    this.#bbox_name.push(bbox_name);
    this.#subject_id.push(encodeObjectId(entry.subject_id, keys.image_id, bbox_name));
    this.#object_id.push(encodeObjectId(object_id, previous_image_id ?? '', bbox_name));
    this.#previous_image_id.push(previous_image_id);
    this.#previous_study_id.push(ids?.previous_study_id ?? null);
    this.#phrase_id.push(ids && encodePhraseId(ids.phrase_id, keys.study_id, ids.sent_loc));
    this.#sent_loc.push(ids?.sent_loc ?? null);
    this.#predicates.push(entry.predicates);
    this.#cuis.pushIndex(this.dictionaries.cuis.ofList(entry.synsets));
    this.#comparisons.push(entry.comparisons);
    this.#relationship_names.push(entry.relationship_names);
    this.#relationship_contexts.push(entry.relationship_contexts);
    this.#attributes.push(entry.attributes);
    this.#phrase.push(entry.phrase);
  }
}
