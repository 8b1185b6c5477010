import type { Table as ArrowTable } from 'apache-arrow';
import { AS_WRITTEN, CANONICAL } from '../flatten/canonical.js';
import { identifier, literal } from '../schema/ddl.js';
import type { Column, Table } from '../schema/index.js';

/** The tables whose object_id repeats image_id and bbox_name; a relation's names an object of another image. */
const composedObjectId = new Set(['objects', 'object_phrases', 'object_attributes']);

/**
 * The SELECT that turns an Arrow table into the rows of a warehouse table: ids that crossed as a mark are composed
 * again (see etl/flatten/canonical.ts). Other columns pass as they are, an ENUM being written as its text.
 */
export function selectRows(table: Table, name: string, arrow: ArrowTable): string {
  const columns = table.columns.map(
    (column) => `${expression(table, column, arrow)} as ${identifier(column.name)}`,
  );
  return `select ${columns.join(', ')} from arrow_table(${literal(name)})`;
}

function expression(table: Table, column: Column, arrow: ArrowTable): string {
  const name = identifier(column.name);
  if (column.name === 'object_id' && composedObjectId.has(table.name)) {
    return composed(name, "image_id::VARCHAR || '_' || bbox_name::VARCHAR", arrow);
  }
  if (column.name === 'phrase_id' && table.kind === 'graph') {
    return composed(name, "study_id || '|' || sent_loc::BIGINT", arrow);
  }
  return name;
}

function composed(name: string, canonical: string, arrow: ArrowTable): string {
  const column = arrow.getChild(name.slice(1, -1))!;
  const members: string[] = column.data[0]!.dictionary!.toArray() as unknown as string[];
  const isPlain = column.nullCount === 0 && members.length === 1 && [...members][0] === CANONICAL;
  if (isPlain) return canonical;
  return `CASE ${name}::VARCHAR WHEN ${literal(CANONICAL)} THEN ${canonical} ELSE substr(${name}::VARCHAR, ${AS_WRITTEN.length + 1}) END`;
}
