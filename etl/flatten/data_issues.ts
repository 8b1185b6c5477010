import { severityOf } from '../diagnostics/codes.js';
import type { Issue } from '../diagnostics/issue.js';
import { metadataTables } from '../schema/index.js';
import type { Dictionaries } from './dictionaries.js';
import { TableBuilder } from './table_builder.js';

/** Rows of `data_issues`. */
export class IssueRows extends TableBuilder {
  readonly #code = this.texts('code');
  readonly #severity = this.texts('severity');
  readonly #image_id = this.text('image_id');
  readonly #location = this.text('location');
  readonly #detail = this.text('detail');

  constructor(dictionaries: Dictionaries) {
    super(metadataTables.data_issues, dictionaries);
  }

  /** Adds an issue of one image, or of the input as a whole. */
  push(imageId: string | null, issue: Issue): void {
    this.#code.push(issue.code);
    this.#severity.push(severityOf(issue.code));
    this.#image_id.push(imageId);
    this.#location.push(issue.location);
    this.#detail.push(issue.detail);
  }
}
