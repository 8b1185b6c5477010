import type { IssueCode } from './codes.js';

/** What looks wrong although it is loaded: a future row of `data_issues`. `detail` never holds report text. */
export interface Issue {
  readonly code: IssueCode;
  /** JSON pointer within the graph, or path of an input file. */
  readonly location: string;
  readonly detail: string;
}

/** Adds an issue of the input as a whole. */
export type AddIssue = (code: IssueCode, location: string, detail: string) => void;
