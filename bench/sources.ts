import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { projectFile } from '../etl/project.js';
import { identifier, literal } from '../etl/schema/ddl.js';
import { graphTableNames } from '../etl/schema/index.js';

/** A place to ask the same question; `open` makes the six tables known by their names. */
export interface Source {
  readonly name: string;
  open(connection: DuckDBConnection): Promise<void>;
}

/** The DuckDB file, the Parquet tree and the raw files. */
export function sourcesOf(warehouse: string, files: string): readonly Source[] {
  return [
    {
      name: 'DuckDB',
      async open(connection) {
        const database = literal(join(warehouse, 'imagenome.duckdb'));
        await connection.run(`attach ${database} as warehouse (read_only)`);
        await connection.run('use warehouse');
      },
    },
    {
      name: 'Parquet',
      async open(connection) {
        for (const table of graphTableNames) {
          const tree = literal(join(warehouse, 'parquet', table, '*', '*.parquet'));
          await connection.run(`create view ${identifier(table)} as from read_parquet(${tree})`);
        }
      },
    },
    {
      name: 'read_json',
      async open(connection) {
        await connection.run("attach ':memory:' as parsed");
        await connection.run(graphsView(files));
        for (const table of graphTableNames) {
          await connection.run(`create view ${identifier(table)} as ${peerSql(table)}`);
        }
      },
    },
  ];
}

/** The reading of the SQL peer as a view: only what a question needs is parsed, and nothing is sorted. */
function graphsView(files: string): string {
  return peerSql('read_graphs')
    .replace('create table', 'create view')
    .replace(/^order by .*$/m, '')
    .replace('$input', literal(join(files, '*.json')));
}

function peerSql(name: string): string {
  return readFileSync(projectFile('bench', 'peers', 'sql', `${name}.sql`), 'utf8');
}
