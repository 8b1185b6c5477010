import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { literal } from '../../../etl/schema/ddl.js';

/**
 * What DuckDB does with the files when it finds the types itself and keeps the nesting: one table and one Parquet file,
 * not the six tables, with a struct field for each region because of the dynamic keys. Without union_by_name it fails at
 * the first region that the files it samples do not describe.
 */
const [input, out] = process.argv.slice(2) as [string, string];
mkdirSync(out, { recursive: true });
const instance = await DuckDBInstance.create(join(out, 'imagenome.duckdb'));
const connection = await instance.connect();
const files = literal(join(input, '*.json'));
await connection.run(`create table graphs as from read_json(${files}, union_by_name = true)`);
await connection.run(`copy graphs to ${literal(join(out, 'graphs.parquet'))} (compression zstd)`);
connection.closeSync();
instance.closeSync();
