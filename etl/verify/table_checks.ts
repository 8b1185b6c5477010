import { identifier } from '../schema/ddl.js';
import { graphKeys, type Reference, type Table } from '../schema/table.js';
import type { Check } from './check.js';

/** The checks that follow from the schema of a table: its key is unique, its references resolve, its rows are in order. */
export function checksOf(table: Table): Check[] {
  if (table.kind === 'vocabulary') return [repeatedKey(table)];
  if (table.kind !== 'graph') return [];
  return [
    table.name === 'images' ? repeatedKey(table) : outOfOrder(table),
    ...(table.references ?? []).filter(({ optional }) => !optional).map((to) => unresolved(table, to)),
  ];
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

/**
 * Rows are in the order of their images, then strictly in that of the index columns, so that no key is there twice. Images are unique:
 * rows of one follow each other where each image begins only once, and behind the one before.
 */
function outOfOrder({ name, key, order = key.slice(1) }: Table): Check {
  const index = order.map((column) => `${identifier(column)}: ${identifier(column)}`).join(', ');
  return {
    name: `${name}_out_of_order`,
    title: `Rows of ${name} not in the order of images, then ${order.join(', ')}, or with a key twice`,
    severity: 'error',
    scope: 'check',
    needs: [name],
    sql: `
with neighbors as (
  select rowid as place, image_id, {${index}} as index_columns,
    lag(image_id) over () as previous_image_id, lag({${index}}) over () as previous_index_columns
  from ${identifier(name)}
),
beginnings as (
  select neighbors.place, image_id, images.rowid as image_place
  from neighbors
  join images using (image_id)
  where image_id is distinct from previous_image_id
),
placed as (
  select image_id, image_place, lag(image_place) over (order by place) as previous_image_place
  from beginnings
)
select image_id
from neighbors
where image_id = previous_image_id and previous_index_columns >= index_columns
union all
select image_id
from placed
where previous_image_place >= image_place`,
  };
}

/** Of a reference to `images`: study and patient must be those of the image too. */
const graphKeyNames = graphKeys.map(({ name }) => name);
