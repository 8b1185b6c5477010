import type { IssueCode } from './codes.js';

/** An observation about one graph: a future row of `data_issues`. `detail` never holds report text. */
export interface Issue {
  readonly code: IssueCode;
  readonly location: string;
  readonly detail: string;
}

/** Takes an observation about the input as a whole. */
export type Report = (code: IssueCode, location: string, detail: string) => void;

/** Longest value from the data that a detail repeats. */
const LONGEST_VALUE = 60;

/** What sentences have and names do not. */
const sentence = /[.!?:;\n\r]|___/;

/** A name for a detail, quoted. What could be a sentence in the wrong place is told by its length alone. */
export function quote(value: string): string {
  const isName = value.length <= LONGEST_VALUE && !sentence.test(value);
  return isName ? `'${value}'` : `text of ${value.length} characters`;
}

/** Collects the issues of one graph; what recurs within the graph with the same detail is told once. */
export class Issues {
  readonly list: Issue[] = [];
  #told: Set<string> | undefined;

  report(code: IssueCode, location: string, detail: string): void {
    this.list.push({ code, location, detail });
  }

  /** Reports a vocabulary value, at the first place where the graph has it. */
  reportOnce(code: IssueCode, location: string, value: string): void {
    const key = `${code} ${value}`;
    this.#told ??= new Set();
    if (this.#told.has(key)) return;
    this.#told.add(key);
    this.report(code, location, quote(value));
  }

  /** Takes back what was reported since the list had this length: its entry was rejected. */
  takeBack(length: number): void {
    this.list.length = length;
  }
}
