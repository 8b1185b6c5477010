import { Field, makeData, RecordBatch, Schema, Struct, Table } from 'apache-arrow';
import type { ArrowColumn } from './column.js';

/**
 * Columns of equal length as an Arrow table of one batch. The metadata of a field names its dictionary's `domain`.
 * @throws Error when a column has another number of rows: something was not pushed
 */
export function tableOf(columns: ReadonlyMap<string, ArrowColumn>): Table {
  const length = columns.values().next().value?.length ?? 0;
  const fields: Field[] = [];
  const children = [...columns].map(([name, column]) => {
    if (column.length !== length) throw new Error(`${name}: expected ${length} rows, found ${column.length}`);
    const data = column.toArrow();
    const metadata = new Map(column.domain === undefined ? [] : [['domain', column.domain]]);
    fields.push(new Field(name, data.type, true, metadata));
    return data;
  });
  const schema = new Schema(fields);
  const struct = makeData({ type: new Struct(fields), length, nullCount: 0, children });
  return new Table(schema, [new RecordBatch(schema, struct)]);
}
