import type { Provenance } from '../diagnostics/provenance.js';
import type { Rejected } from '../diagnostics/rejection.js';
import { metadataTables } from '../schema/index.js';
import type { Dictionaries } from './dictionaries.js';
import { TableBuilder } from './table_builder.js';

/** Rows of `quarantine`. */
export class QuarantineRows extends TableBuilder {
  readonly #source = this.text('source');
  readonly #member = this.text('member');
  readonly #image_id = this.text('image_id');
  readonly #stage = this.text('stage');
  readonly #code = this.text('code');
  readonly #json_pointer = this.text('json_pointer');
  readonly #message = this.text('message');

  constructor(dictionaries: Dictionaries) {
    super(metadataTables.quarantine, dictionaries);
  }

  /** Adds a rejection. `imageId`: of the graph, where another stage has read it. */
  push(from: Provenance, stage: string, rejection: Rejected, imageId = rejection.image_id): void {
    this.#source.push(from.source);
    this.#member.push(from.member);
    this.#image_id.push(imageId);
    this.#stage.push(stage);
    this.#code.push(rejection.code);
    this.#json_pointer.push(rejection.pointer);
    this.#message.push(rejection.message);
  }
}
