import { identifier } from '../schema/ddl.js';
import { graphKeys, type Reference, type Table } from '../schema/table.js';
import type { Check } from './check.js';

/** The checks that follow from the schema of a table: its key is unique, its references resolve, its rows are in order. */
export function checksOf(table: Table): Check[] {
  if (table.kind === 'graph') {
    return [
      repeatedKey(table),
      ...(table.references ?? []).filter(({ optional }) => !optional).map((to) => unresolved(table, to)),
      ...(table.name === 'images' ? [] : [outOfOrder(table)]),
    ];
  }
  return table.kind === 'vocabulary' ? [repeatedKey(table)] : [];
}

function repeatedKey({ name, key }: Table): Check {
  const columns = key.map(identifier).join(', ');
  return {
    name: `repeated_${name}`,
    title: `Rows of ${name} with the same ${key.join(', ')}`,
    severity: 'error',
    scope: name === 'images' ? 'build' : 'check',
    needs: [name],
    sql: `select ${columns}, count(*) as n_rows from ${identifier(name)} group by ${columns} having count(*) > 1`,
  };
}

/** Rows whose reference points to no row; one with a NULL points to none and is left out. */
function unresolved({ name }: Table, { columns, table, target }: Reference): Check {
  const isImage = table === 'images';
  const [own, theirs] = isImage ? [graphKeyNames, graphKeyNames] : [columns, target];
  const matches = own.map((column, i) => `rows.${identifier(column)} = targets.${identifier(theirs[i]!)}`);
  const isSet = own.map((column) => `rows.${identifier(column)} is not null`);
  return {
    name: `${name}_without_${table}`,
    title: `Rows of ${name} whose ${own.join(', ')} no row of ${table} has`,
    severity: 'error',
    scope: isImage ? 'build' : 'check',
    needs: [name, table],
    sql: `
select distinct ${own.map((column) => `rows.${identifier(column)}`).join(', ')}
from ${identifier(name)} as rows
anti join ${identifier(table)} as targets on ${matches.join(' and ')}
where ${isSet.join(' and ')}`,
  };
}

/** Rows are in the order of their images, then of the index columns. */
function outOfOrder({ name, key, order = key.slice(1) }: Table): Check {
  const index = order.map((column) => `${identifier(column)}: ${identifier(column)}`).join(', ');
  return {
    name: `${name}_out_of_order`,
    title: `Rows of ${name} not in the order of images, then ${order.join(', ')}`,
    severity: 'error',
    scope: 'check',
    needs: [name],
    sql: `
with places as (
  select image_id, row_number() over () as place
  from images
),
neighbors as (
  select image_id, place, {${index}} as index_columns,
    lag(place) over (order by rows.rowid) as previous_place,
    lag(index_columns) over (order by rows.rowid) as previous_index_columns
  from ${identifier(name)} as rows
  join places using (image_id)
)
select image_id, index_columns
from neighbors
where previous_place > place or (previous_place = place and previous_index_columns >= index_columns)`,
  };
}

/** Of a reference to `images`: study and patient must be those of the image too. */
const graphKeyNames = graphKeys.map(({ name }) => name);
