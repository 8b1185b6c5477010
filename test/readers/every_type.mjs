// Writes a table that has a column of every type with the values that readers differ in, by the statement that writes the parts of a warehouse,
// and what the readers' test needs to read it like one: a manifest, and a database with the same rows.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { copyPart } from '../../dist/etl/write/part.js';

const columns = Object.entries({
  row_number: ['INTEGER', ['1', '2', '3', '4', '5', '6']],
  text: ['VARCHAR', ["''", 'null', "'two\nlines'", "'Größe 肺 🫁'", "'None'", "'a,b'"]],
  whole: ['INTEGER', ['-2147483648', '2147483647', '0', 'null', '-1', '7']],
  large: ['BIGINT', ['9007199254740993', '-9223372036854775808', '9223372036854775807', '0', '1', '-1']],
  large_or_null: ['BIGINT', ['1', 'null', '-1', '2', '3', '4']],
  number: ['DOUBLE', ['0.1', 'null', '-1e-300', '1.7976931348623157e308', '-2.5', '3']],
  flag: ['BOOLEAN', ['true', 'false', 'null', 'true', 'false', 'null']],
  moment: [
    'TIMESTAMP',
    [
      "'2178-02-14 08:53:41'",
      "'2178-12-31 23:59:59.999999'",
      'null',
      "'1969-12-31 23:59:59.000001'",
      "'2100-02-28 00:00:00'",
      "'2262-04-12 00:00:00'",
    ],
  ],
  texts: ['VARCHAR[]', ["['a', null, '']", '[]', 'null', '[null]', "['b,c', 'd']", "['肺']"]],
  numbers: ['DOUBLE[]', ['[1.5, null]', '[]', 'null', '[null]', '[0.1, 2]', '[-3]']],
  nothing: ['VARCHAR', ['null', 'null', 'null', 'null', 'null', 'null']],
});

const folder = process.argv[2];
const table = {
  name: 'every_type',
  kind: 'graph',
  title: 'Every type',
  grain: 'one row per case',
  key: ['row_number'],
  columns: columns.map(([name, [type]]) => ({ name, type, description: name })),
};
mkdirSync(folder, { recursive: true });
const instance = await DuckDBInstance.create(join(folder, 'imagenome.duckdb'));
const connection = await instance.connect();
const select = (row) =>
  `select ${columns.map(([name, [type, values]]) => `(${values[row]})::${type} as "${name}"`).join(', ')}`;
const rows = columns[0][1][1].map((_, row) => select(row));
await connection.run(`create table every_type as ${rows.join(' union all ')}`);
const files = [];
for (const [group, first, last] of [
  ['p10', 1, 4],
  ['p19', 5, 6],
]) {
  const path = `parquet/every_type/patient_group=${group}/part-0.parquet`;
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  const query = `from every_type where row_number between ${first} and ${last} order by row_number`;
  await connection.run(copyPart({ table, query, path: join(folder, path), rows: last - first + 1 }));
  files.push({ path, rows: last - first + 1 });
}
instance.closeSync();
writeFileSync(
  join(folder, 'manifest.json'),
  JSON.stringify({ tables: [{ name: 'every_type', rows: 6, files }] }),
);
