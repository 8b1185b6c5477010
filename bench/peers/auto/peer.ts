import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { literal } from '../../../etl/schema/ddl.js';

/**
 * What DuckDB does with the files when it is told nothing: it finds the types itself and keeps the nesting. One table
 * and one Parquet file, not the six tables; a struct field for each region because of the dynamic keys.
 */
const [input, out] = process.argv.slice(2) as [string, string];
mkdirSync(out, { recursive: true });
const instance = await DuckDBInstance.create(join(out, 'imagenome.duckdb'));
const connection = await instance.connect();
await connection.run(`create table graphs as from read_json(${literal(join(input, '*.json'))})`);
await connection.run(`copy graphs to ${literal(join(out, 'graphs.parquet'))} (compression zstd)`);
connection.closeSync();
instance.closeSync();
