import { DictionaryColumn, IntegerColumn } from '../arrow/builders.js';
import type { Dictionaries } from './dictionaries.js';

/** The graph whose rows are being added. */
export interface GraphKeys {
  readonly image_id: string;
  /** Code of image_id in the chunk's dictionary. */
  readonly imageCode: number;
  readonly study_id: number;
  readonly patient_id: number;
}

/** image_id, study_id, patient_id of a per-image table. */
export class KeyColumns {
  readonly image_id: DictionaryColumn<string>;
  readonly study_id = new IntegerColumn();
  readonly patient_id = new IntegerColumn();

  constructor(dictionaries: Dictionaries) {
    this.image_id = new DictionaryColumn(dictionaries.image_id);
  }

  push(keys: GraphKeys): void {
    this.image_id.pushCode(keys.imageCode);
    this.study_id.push(keys.study_id);
    this.patient_id.push(keys.patient_id);
  }
}
