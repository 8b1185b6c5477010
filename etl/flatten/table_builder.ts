import type { Table as ArrowTable } from 'apache-arrow';
import { BooleanColumn } from '../arrow/boolean_column.js';
import type { Column } from '../arrow/column.js';
import { DictionaryColumn } from '../arrow/dictionary_column.js';
import { DoubleColumn } from '../arrow/double_column.js';
import { IntegerColumn } from '../arrow/integer_column.js';
import { tableOf } from '../arrow/table.js';
import { TextColumn } from '../arrow/text_column.js';
import { TimestampColumn } from '../arrow/timestamp_column.js';
import type { ColumnType, Table } from '../schema/index.js';
import type { Dictionaries } from './dictionaries.js';

/**
 * The growing columns of one table. The schema lists them; whoever pushes rows takes each by its name, with the builder
 * that suits its values: `text` for values that hardly ever repeat, else a dictionary, which is of the column's name
 * unless another domain is given.
 */
export class TableBuilder {
  readonly #columns = new Map<string, Column>();

  constructor(
    readonly table: Table,
    readonly dictionaries: Dictionaries,
  ) {}

  integer(name: string): IntegerColumn {
    return this.#add(name, 'INTEGER', new IntegerColumn());
  }

  double(name: string): DoubleColumn {
    return this.#add(name, 'DOUBLE', new DoubleColumn());
  }

  boolean(name: string): BooleanColumn {
    return this.#add(name, 'BOOLEAN', new BooleanColumn());
  }

  timestamp(name: string): TimestampColumn {
    return this.#add(name, 'TIMESTAMP', new TimestampColumn());
  }

  text(name: string): TextColumn {
    return this.#add(name, 'VARCHAR', new TextColumn());
  }

  texts(name: string, domain = name): DictionaryColumn<string> {
    return this.#add(name, 'VARCHAR', new DictionaryColumn(this.dictionaries.texts(domain)));
  }

  textLists(name: string, domain = name): DictionaryColumn<readonly string[]> {
    return this.#add(name, 'VARCHAR[]', new DictionaryColumn(this.dictionaries.textLists(domain)));
  }

  numberLists(name: string, domain = name): DictionaryColumn<readonly (number | null)[]> {
    return this.#add(name, 'DOUBLE[]', new DictionaryColumn(this.dictionaries.numberLists(domain)));
  }

  /** Number of rows. */
  get length(): number {
    return this.#columns.values().next().value?.length ?? 0;
  }

  /** Drops all rows from this one on. */
  truncate(length: number): void {
    for (const column of this.#columns.values()) column.truncate(length);
  }

  /**
   * Its rows as an Arrow table of the columns of `table`: all, or those that the build writes.
   * @throws Error when the schema has a column that nobody pushes to
   */
  toArrow(table: Table = this.table): ArrowTable {
    return tableOf(new Map(table.columns.map(({ name }) => [name, this.#column(name)])));
  }

  /** Hands the buffers of its columns on; neither they nor its Arrow tables may be used any more. */
  release(): void {
    for (const column of this.#columns.values()) column.release();
  }

  #column(name: string): Column {
    const column = this.#columns.get(name);
    if (!column) throw new Error(`${this.table.name}: nothing is pushed to ${name}`);
    return column;
  }

  #add<C extends Column>(name: string, type: ColumnType, column: C): C {
    const isListed = this.table.columns.some((listed) => listed.name === name && listed.type === type);
    if (!isListed) throw new Error(`${this.table.name}: the schema lists no ${type} ${name}`);
    this.#columns.set(name, column);
    return column;
  }
}
