import type { TableBuilder } from './table_builder.js';

/** The graph whose rows are being added. */
export interface GraphKeys {
  readonly image_id: string;
  /** Index of image_id in the chunk's dictionary. */
  readonly imageIndex: number;
  readonly study_id: number;
  readonly patient_id: number;
}

/** image_id, study_id, patient_id of a per-image table. */
export class KeyColumns {
  readonly #image_id;
  readonly #study_id;
  readonly #patient_id;

  constructor(builder: TableBuilder) {
    this.#image_id = builder.texts('image_id');
    this.#study_id = builder.integer('study_id');
    this.#patient_id = builder.integer('patient_id');
  }

  push(keys: GraphKeys): void {
    this.#image_id.pushIndex(keys.imageIndex);
    this.#study_id.push(keys.study_id);
    this.#patient_id.push(keys.patient_id);
  }
}
