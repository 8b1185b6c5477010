import type { Image } from '../graph/image.js';
import { graphTables } from '../schema/index.js';
import type { Dictionaries } from './dictionaries.js';
import { type GraphKeys, KeyColumns } from './keys.js';
import { TableBuilder } from './table_builder.js';

/** Rows of `images`: one per graph. */
export class ImageRows extends TableBuilder {
  readonly #keys = new KeyColumns(this);
  readonly #viewpoint = this.texts('viewpoint');
  readonly #gender = this.texts('gender');
  readonly #age_decile = this.texts('age_decile');
  readonly #reason_for_exam = this.text('reason_for_exam');
  readonly #study_order = this.integer('study_order');
  readonly #study_datetime = this.timestamp('study_datetime');

  constructor(
    dictionaries: Dictionaries,
    readonly withText: boolean,
  ) {
    super(graphTables.images, dictionaries);
  }

  push(keys: GraphKeys, image: Image): void {
    this.#keys.push(keys);
    this.#viewpoint.push(image.viewpoint);
    this.#gender.push(image.gender);
    this.#age_decile.push(image.age_decile);
    this.#reason_for_exam.push(this.withText ? image.reason_for_exam : null);
    this.#study_order.push(image.study_order);
    this.#study_datetime.push(image.study_datetime);
  }
}
