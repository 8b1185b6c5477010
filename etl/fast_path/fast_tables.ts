import type { Table as ArrowTable, Data } from 'apache-arrow';
import type { ArrowColumn } from '../arrow/column.js';
import { textData as nullableTextData } from '../arrow/data.js';
import { dictionaryData } from '../arrow/dictionary_column.js';
import { tableOf } from '../arrow/table.js';
import { withoutNulls } from '../arrow/validity.js';
import type { Dictionaries } from '../flatten/dictionaries.js';
import { PLACEHOLDER } from '../schema/derived_id.js';
import type { Column, GraphTableName, Table } from '../schema/index.js';
import { ChunkIndexes } from './chunk_indexes.js';
import { datetimeData, doubleData, integerData, textData, trueData } from './column_data.js';
import type { FastPath } from './fast_path.js';
import { layouts, type TableLayout } from './layout.js';
import type { MemberValues } from './member_values.js';

/** The rows of the fast path as Arrow tables with buffers of their own. */
export class FastTables {
  readonly #path: FastPath;
  readonly #dictionaries: Dictionaries;
  readonly #indexes: ChunkIndexes;
  readonly #withText: boolean;

  /** Adds all values of the rows to the dictionaries of the chunk. */
  constructor(path: FastPath, dictionaries: Dictionaries, withText: boolean) {
    this.#path = path;
    this.#dictionaries = dictionaries;
    this.#withText = withText;
    this.#indexes = new ChunkIndexes(path, dictionaries);
    for (const { table, derived } of Object.values(layouts)) {
      if (path.rows(table) === 0) continue;
      for (const domain of Object.values(derived)) dictionaries.texts(domain).index(PLACEHOLDER);
    }
  }

  /** The rows of a table, in the columns that the build writes. */
  table({ name, columns }: Table): ArrowTable {
    const layout = layouts[name as GraphTableName];
    const length = this.#path.rows(layout.table);
    return tableOf(new Map(columns.map((column) => [column.name, this.#column(column, layout, length)])));
  }

  #column(column: Column, layout: TableLayout, length: number): ArrowColumn {
    const { name } = column;
    const values = layout.values[name];
    const derived = layout.derived[name];
    if (values) return this.#members(layout.columns[name] as number, values, length);
    if (derived) return this.#placeholders(derived, length);
    return { length, toArrow: () => this.#data(column, layout, length) };
  }

  /** What is no member of a dictionary. */
  #data({ name, type, freeText }: Column, layout: TableLayout, rows: number): Data {
    const { memory } = this.#path;
    const place = layout.columns[name] as number;
    const text = layout.texts[name];
    if (freeText === 'nulled' && !this.#withText) return nullableTextData(new Array(rows).fill(null));
    if (text !== undefined) return textData(memory, text, place, rows);
    if (type === 'DOUBLE') return doubleData(memory, place, rows);
    if (type === 'BOOLEAN') return trueData(rows);
    if (type === 'TIMESTAMP') return datetimeData(memory, rows);
    return integerData(memory, place, rows);
  }

  #members(place: number, values: MemberValues, length: number): ArrowColumn {
    const { domain } = values.dictionaryOf(this.#dictionaries);
    const members = this.#path.memory.column(place, length);
    const toArrow = () => dictionaryData(members, this.#indexes.sorted(values), withoutNulls(length));
    return { length, domain, toArrow };
  }

  /** Ids that all have their documented form. */
  #placeholders(domain: string, length: number): ArrowColumn {
    const dictionary = this.#dictionaries.texts(domain);
    const index = new Int32Array(length);
    if (length > 0) index.fill(dictionary.index(PLACEHOLDER));
    return {
      length,
      domain,
      toArrow: () => dictionaryData(index, dictionary.sorted(), withoutNulls(length)),
    };
  }
}
