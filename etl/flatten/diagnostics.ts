import { type AnyColumn, DictionaryColumn, TextColumn } from '../arrow/builders.js';
import type { Rows } from '../arrow/rows.js';
import { severityOf } from '../diagnostics/codes.js';
import type { Issue } from '../diagnostics/issue.js';
import type { Provenance } from '../diagnostics/provenance.js';
import type { Rejected } from '../diagnostics/rejection.js';
import type { Dictionaries } from './dictionaries.js';

/** Rows of `quarantine`. */
export class QuarantineRows implements Rows {
  readonly source = new TextColumn();
  readonly member = new TextColumn();
  readonly image_id = new TextColumn();
  readonly stage = new TextColumn();
  readonly code = new TextColumn();
  readonly json_pointer = new TextColumn();
  readonly message = new TextColumn();

  columns(): Record<string, AnyColumn> {
    const { source, member, image_id, stage, code, json_pointer, message } = this;
    return { source, member, image_id, stage, code, json_pointer, message };
  }

  /** `imageId`: of the graph, where another stage has read it. */
  push(from: Provenance, stage: string, rejection: Rejected, imageId = rejection.image_id): void {
    this.source.push(from.source);
    this.member.push(from.member);
    this.image_id.push(imageId);
    this.stage.push(stage);
    this.code.push(rejection.code);
    this.json_pointer.push(rejection.pointer);
    this.message.push(rejection.message);
  }
}

/** Rows of `data_issues`. */
export class IssueRows implements Rows {
  readonly code: DictionaryColumn<string>;
  readonly severity: DictionaryColumn<string>;
  readonly image_id = new TextColumn();
  readonly location = new TextColumn();
  readonly detail = new TextColumn();

  constructor(dictionaries: Dictionaries) {
    this.code = new DictionaryColumn(dictionaries.code);
    this.severity = new DictionaryColumn(dictionaries.severity);
  }

  columns(): Record<string, AnyColumn> {
    const { code, severity, image_id, location, detail } = this;
    return { code, severity, image_id, location, detail };
  }

  push(imageId: string | null, issue: Issue): void {
    this.code.push(issue.code);
    this.severity.push(severityOf(issue.code));
    this.image_id.push(imageId);
    this.location.push(issue.location);
    this.detail.push(issue.detail);
  }
}
