import { mkdirSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { projectFile } from '../../../etl/project.js';
import { identifier, literal } from '../../../etl/schema/ddl.js';
import { type GraphTableName, graphTableNames } from '../../../etl/schema/index.js';
import { partPath } from '../../../etl/warehouse/layout.js';
import { Statements } from './statements.js';
import { unpack } from './unpack.js';

/**
 * The best SQL that was found, on two cores and 5,000 graphs from files (seconds, medians of two runs):
 * 2.3 this: graphs in small row groups, the tables at once, then one COPY a partition, several at once;
 * 2.3 the same with row groups of the usual size, which would leave cores idle when there are more of them;
 * 2.4 a table's COPYs as soon as that table is there;
 * 2.7 the tables in turn, the COPYs at once; 3.1 to 3.3 the tables in turn, COPY … (partition_by); 3.4 all in turn.
 * From the zip: one stream of graphs a core takes half as long as 5,000 loose files, and DuckDB reads it faster.
 */
const [input, out] = process.argv.slice(2) as [string, string];
const sqlFile = (name: string) => readFileSync(projectFile('bench', 'peers', 'sql', `${name}.sql`), 'utf8');

mkdirSync(join(out, 'parquet'), { recursive: true });
const files = input.endsWith('.zip') ? await unpack(input, join(out, 'unpacked')) : join(input, '*.json');
const instance = await DuckDBInstance.create(join(out, 'imagenome.duckdb'), {
  threads: String(availableParallelism()),
  storage_compatibility_version: 'v1.4.0',
});
const statements = new Statements(instance, availableParallelism() + 1);
await statements.runAll(["attach ':memory:' as parsed (row_group_size 2048)"]);
await statements.runAll([sqlFile('read_graphs').replace('$input', literal(files))]);
await statements.runAll(
  graphTableNames.toReversed().map((table) => `create table ${identifier(table)} as ${sqlFile(table)}`),
);
const groups = await statements.numbers('select distinct patient_id // 1000000 from images order by 1');
await statements.runAll(graphTableNames.flatMap((table) => groups.map((group) => copyPart(table, group))));
await statements.runAll(['checkpoint']);
instance.closeSync();

function copyPart(table: GraphTableName, group: number): string {
  const path = join(out, partPath(table, { patient_group: `p${group}`, part: 0, parts: 1 }));
  mkdirSync(dirname(path), { recursive: true });
  const first = group * 1_000_000;
  const rows = `from ${identifier(table)} where patient_id between ${first} and ${first + 999_999}`;
  return `copy (${rows}) to ${literal(path)} (format parquet, compression zstd)`;
}
