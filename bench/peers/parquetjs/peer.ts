import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import parquet, { type Field } from 'parquetjs-lite';
import { identifier, literal } from '../../../etl/schema/ddl.js';
import { type ColumnType, graphTables, type Table } from '../../../etl/schema/index.js';
import { partPath } from '../../../etl/warehouse/layout.js';
import type { SceneGraph } from './graph.js';
import { type Row, rowsOf } from './rows.js';

/** JSON.parse and the writer parquetjs-lite, one thread. It has no ZSTD: GZIP takes its place. */
const [input, out] = process.argv.slice(2) as [string, string];
const parquetTypes: Partial<Record<ColumnType, string>> = {
  VARCHAR: 'UTF8',
  INTEGER: 'INT32',
  TIMESTAMP: 'TIMESTAMP_MICROS',
};

const graphs = readdirSync(input)
  .map((name): SceneGraph => JSON.parse(readFileSync(join(input, name), 'utf8')))
  .sort(inWarehouseOrder);
const groupOf = ({ patient_id }: SceneGraph) => `p${String(patient_id).slice(0, 2)}`;
for (const group of new Set(graphs.map(groupOf))) {
  const rows = graphs.filter((graph) => groupOf(graph) === group).map(rowsOf);
  for (const table of Object.values(graphTables)) {
    const own = rows.flatMap((tables) => tables[table.name as keyof typeof graphTables]);
    await write(table, own, join(out, partPath(table.name, { patient_group: group, part: 0, parts: 1 })));
  }
}
const instance = await DuckDBInstance.create(join(out, 'imagenome.duckdb'));
const connection = await instance.connect();
for (const { name } of Object.values(graphTables)) {
  const tree = literal(join(out, 'parquet', name, '*', '*.parquet'));
  const rows = `read_parquet(${tree}, hive_partitioning = false)`;
  await connection.run(`create table ${identifier(name)} as from ${rows}`);
}
connection.closeSync();
instance.closeSync();

async function write({ columns }: Table, rows: readonly Row[], path: string): Promise<void> {
  mkdirSync(dirname(path), { recursive: true });
  const schema = new parquet.ParquetSchema(
    Object.fromEntries(columns.map(({ name, type }) => [name, fieldOf(type)])),
  );
  const writer = await parquet.ParquetWriter.openFile(schema, path);
  for (const row of rows) await writer.appendRow(row);
  await writer.close();
}

function fieldOf(type: ColumnType): Field {
  const repeated = type.endsWith('[]');
  const element = type.replace('[]', '') as ColumnType;
  return { type: parquetTypes[element] ?? element, optional: !repeated, repeated, compression: 'GZIP' };
}

function inWarehouseOrder(a: SceneGraph, b: SceneGraph): number {
  const byNumber = a.patient_id - b.patient_id || a.StudyOrder - b.StudyOrder || a.study_id - b.study_id;
  return byNumber || (a.image_id < b.image_id ? -1 : 1);
}
