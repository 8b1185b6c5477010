import type { SourceDetail } from '../graph/source_details.js';
import { metadataTables } from '../schema/index.js';
import type { Dictionaries } from './dictionaries.js';
import { TableBuilder } from './table_builder.js';

/** Rows of `source_details`. */
export class SourceDetailRows extends TableBuilder {
  readonly #image_id = this.text('image_id');
  readonly #json_pointer = this.text('json_pointer');
  readonly #kind = this.text('kind');
  readonly #value_json = this.text('value_json');

  constructor(dictionaries: Dictionaries) {
    super(metadataTables.source_details, dictionaries);
  }

  push(imageId: string, { pointer, kind, value }: SourceDetail): void {
    this.#image_id.push(imageId);
    this.#json_pointer.push(pointer);
    this.#kind.push(kind);
    this.#value_json.push(value);
  }
}
