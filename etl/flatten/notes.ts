import { severityOf } from '../graph/codes.js';
import type { Issue } from '../graph/issue.js';
import type { Rejected } from '../graph/rejection.js';
import { type AnyColumn, CodeColumn, TextColumn } from './columns.js';
import type { Dictionaries } from './dictionaries.js';
import type { Rows } from './rows.js';

/** Where a graph comes from, for `quarantine`: a file within INPUT, and a member or record of it. */
export interface Provenance {
  readonly source: string;
  readonly member: string | null;
}

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
  readonly code: CodeColumn<string>;
  readonly severity: CodeColumn<string>;
  readonly image_id = new TextColumn();
  readonly location = new TextColumn();
  readonly detail = new TextColumn();

  constructor(dictionaries: Dictionaries) {
    this.code = new CodeColumn(dictionaries.code);
    this.severity = new CodeColumn(dictionaries.severity);
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
