import { coordinateNames, type ObjectEntry } from '../graph/object_entry.js';
import { encodeObjectId } from '../schema/derived_id.js';
import { graphTables } from '../schema/index.js';
import type { Dictionaries } from './dictionaries.js';
import { type GraphKeys, KeyColumns } from './keys.js';
import { TableBuilder } from './table_builder.js';

/** Rows of `objects`: one per entry of objects[]. */
export class ObjectRows extends TableBuilder {
  readonly #keys = new KeyColumns(this);
  readonly #object_index = this.integer('object_index');
  readonly #object_id = this.texts('object_id');
  readonly #bbox_name = this.texts('bbox_name');
  readonly #cuis = this.textLists('cuis');
  readonly #umls_name = this.texts('umls_name');
  readonly #coordinates = coordinateNames.map((name) => this.integer(name));

  constructor(dictionaries: Dictionaries) {
    super(graphTables.objects, dictionaries);
  }

  /** Adds the entry at a place of objects[]. */
  push(keys: GraphKeys, index: number, entry: ObjectEntry): void {
    this.#keys.push(keys);
    this.#object_index.push(index);
    this.#object_id.push(encodeObjectId(entry.object_id, keys.image_id, entry.bbox_name));
    this.#bbox_name.push(entry.bbox_name);
    this.#cuis.pushIndex(this.dictionaries.cuis.ofList(entry.synsets));
    this.#umls_name.push(entry.umls_name);
    for (let i = 0; i < this.#coordinates.length; i++) this.#coordinates[i]!.push(entry.coordinates[i]!);
  }
}
