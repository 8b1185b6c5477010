import type { Table as ArrowTable } from 'apache-arrow';
import { identifier, literal } from '../schema/ddl.js';
import { AS_WRITTEN, PLACEHOLDER } from '../schema/derived_id.js';
import type { Column, Table } from '../schema/index.js';

/** An Arrow table, and the name by which `scan_arrow` reads it. */
export interface Scan {
  readonly name: string;
  readonly rows: ArrowTable;
}

/**
 * The SELECT that turns an Arrow table into the rows of a warehouse table: ids that crossed as a placeholder are derived
 * again (see etl/schema/derived_id.ts). Other columns pass as they are, an ENUM being written as its text.
 */
export function selectRows({ columns }: Pick<Table, 'columns'>, { name, rows }: Scan): string {
  const expressions = columns.map((column) => `${expression(column, rows)} as ${identifier(column.name)}`);
  return `select ${expressions.join(', ')} from scan_arrow(${literal(name)})`;
}

/** The SELECT of the rows of several Arrow tables, one after the other. Their dictionaries differ, so that their ENUMs do. */
export function selectAll(table: Pick<Table, 'columns'>, scans: readonly Scan[]): string {
  if (scans.length === 1) return selectRows(table, scans[0]!);
  const casts = table.columns.map(({ name, type }) => `${identifier(name)}::${type} as ${identifier(name)}`);
  return scans
    .map((scan) => `select ${casts.join(', ')} from (${selectRows(table, scan)})`)
    .join(' union all ');
}

function expression(column: Column, arrow: ArrowTable): string {
  const name = identifier(column.name);
  if (column.derived === undefined) return name;
  if (isPlaceholder(column, arrow)) return column.derived;
  const written = `substr(${name}::varchar, ${AS_WRITTEN.length + 1})`;
  return `case ${name}::varchar when ${literal(PLACEHOLDER)} then ${column.derived} else ${written} end`;
}

/** True when every row of a derived column has its documented form. */
export function isPlaceholder(column: Column, arrow: ArrowTable): boolean {
  const vector = arrow.getChild(column.name)!;
  const values = vector.data[0]!.dictionary!;
  return (
    vector.nullCount === 0 && (values.length === 0 || (values.length === 1 && values.get(0) === PLACEHOLDER))
  );
}
