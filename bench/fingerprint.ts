import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { identifier, literal } from '../etl/schema/ddl.js';
import { graphTables, type Table } from '../etl/schema/index.js';

/** Of one table: rows, a sum of hashes for each column whatever the order, and one over whole rows with their place. */
export type TableFingerprint = Readonly<Record<string, string>>;

/** The sum over rows with their place; equal only when the order is. */
export const IN_ORDER = '(order)';

/** By `parquet/images` or `duckdb/images`. */
export type Fingerprint = Readonly<Record<string, TableFingerprint>>;

/** Reads both forms of a deliverable: the partitioned Parquet tree and the .duckdb. */
export async function fingerprintOf(out: string): Promise<Fingerprint> {
  const instance = await DuckDBInstance.create();
  const connection = await instance.connect();
  await connection.run(`attach ${literal(join(out, 'imagenome.duckdb'))} as warehouse (read_only)`);
  const prints: Record<string, TableFingerprint> = {};
  for (const table of Object.values(graphTables)) {
    if (existsSync(join(out, 'parquet', table.name))) {
      prints[`parquet/${table.name}`] = await print(connection, table, inTree(out, table), ['patient_group']);
    }
    prints[`duckdb/${table.name}`] = await print(connection, table, inDatabase(table), []);
  }
  connection.closeSync();
  instance.closeSync();
  return prints;
}

function inTree(out: string, { name }: Table): string {
  const files = literal(join(out, 'parquet', name, '*', '*.parquet'));
  return `select *, row_number() over (
      partition by patient_group order by length(filename), filename, file_row_number
    ) as place
    from read_parquet(${files}, filename = true, file_row_number = true, hive_partitioning = true)`;
}

function inDatabase({ name }: Table): string {
  return `select *, row_number() over (order by rowid) as place from warehouse.${identifier(name)}`;
}

async function print(
  connection: DuckDBConnection,
  { columns }: Table,
  rows: string,
  partition: readonly string[],
): Promise<TableFingerprint> {
  const values = columns.map(({ name, type }) => `cast(${identifier(name)} as ${type})`);
  const sums = columns.map(({ name }, i) => `sum(hash(${values[i]})) as ${identifier(name)}`);
  const whole = `sum(hash(${[...partition, 'place', ...values].join(', ')})) as ${identifier(IN_ORDER)}`;
  const query = `select count(*) as rows, ${[...sums, whole].join(', ')} from (${rows})`;
  const [row] = (await connection.runAndReadAll(query)).getRowObjects();
  return Object.fromEntries(Object.entries(row!).map(([name, value]) => [name, String(value)]));
}
