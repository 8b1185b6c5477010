import { csvLine, type Field } from '../../csv.js';

/** A gold file in the making: its rows are few enough to be held. */
export class GoldTable {
  readonly #lines: string[];
  readonly #columns: readonly string[];
  readonly #delimiter: ',' | '\t';

  constructor(columns: readonly string[], delimiter: ',' | '\t') {
    this.#columns = columns;
    this.#delimiter = delimiter;
    this.#lines = [csvLine(columns, delimiter)];
  }

  /** Adds a row; its values are taken by the names of the columns. */
  add(row: Readonly<Record<string, Field>>): void {
    this.#lines.push(
      csvLine(
        this.#columns.map((column) => row[column]!),
        this.#delimiter,
      ),
    );
  }

  /** Number of rows, the header not counted. */
  get rows(): number {
    return this.#lines.length - 1;
  }

  toString(): string {
    return this.#lines.join('');
  }
}
