/** DuckDB types that a warehouse column may have; in Parquet INT32, INT64, DOUBLE, BOOLEAN, STRING, TIMESTAMP(micros), LIST. */
export type ColumnType =
  | 'VARCHAR'
  | 'INTEGER'
  | 'BIGINT'
  | 'DOUBLE'
  | 'BOOLEAN'
  | 'TIMESTAMP'
  | 'VARCHAR[]'
  | 'INTEGER[]'
  | 'DOUBLE[]';

export interface Column {
  readonly name: string;
  readonly type: ColumnType;
  readonly description: string;
  /** NOT NULL in the DDL. */
  readonly required?: boolean;
  /** SQL over the other columns that gives the value in its documented form: what has it is not carried along. */
  readonly derived?: string;
  /** Of a derived column: the DuckDB table computes it when it is read, as long as every row has the documented form. */
  readonly virtual?: boolean;
  /** Free text from a report: absent (or NULL, for `nulled`) in a `--no-text` build. */
  readonly freeText?: 'absent' | 'nulled';
}

/** A column without options, the common case. */
export function column(name: string, type: ColumnType, description: string): Column {
  return { name, type, description };
}

/** A NOT NULL column. */
export function required(name: string, type: ColumnType, description: string): Column {
  return { name, type, description, required: true };
}
