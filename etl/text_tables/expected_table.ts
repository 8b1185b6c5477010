import type { Table } from '../schema/table.js';

/** What a text table should hold. */
export interface ExpectedTable {
  readonly table: Table;
  readonly delimiter: ',' | '\t';
  /** What a column is called in the file, where it is not called as in the table; the first that is there counts. Any case. */
  readonly headers: Readonly<Record<string, readonly string[]>>;
  /** Values that the name of the file says. */
  readonly constants?: Readonly<Record<string, string>>;
  /** SQL over the columns of the row `file`, for a column that the file has not, or not in every row. */
  readonly derived?: Readonly<Record<string, string>>;
  /** SQL that joins the row `file` with one row at most, for `derived`. */
  readonly joined?: string;
  /** Columns that the file may lack without a word: not known to be in it. */
  readonly optional?: readonly string[];
  /** Columns of which a file must have at least one, apart from its keys: without them it is another file. */
  readonly someOf?: readonly string[];
  /** Names of columns that are known and say nothing that the table lacks, lower case. */
  readonly ignored?: readonly string[];
  /** Columns that the table does not know are kept as text, under their own names. */
  readonly keepsFurther?: boolean;
}

/** Names that a column of the table may have in the file, in lower case. */
export function namesOf(expected: ExpectedTable, column: string): string[] {
  return (expected.headers[column] ?? [column]).map((name) => name.toLowerCase());
}
