import type { AnyColumn } from './builders.js';

/** The growing rows of one table. */
export interface Rows {
  /** Its columns by name; those that a table of the schema does not have are not delivered. */
  columns(): Record<string, AnyColumn>;
}

/** Number of complete rows. */
export function countRows(rows: Rows): number {
  return Object.values(rows.columns())[0]!.length;
}
