import { mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { DuckDBInstance } from '@duckdb/node-api';
import { ArrowScans } from '../etl/arrow/scan_arrow.js';
import { textTable } from '../etl/commands/text_table.js';
import { LARGEST_CHUNK } from '../etl/plan/chunks.js';
import { graphTables, type Table } from '../etl/schema/index.js';
import { copyPart } from '../etl/write/part.js';
import { selectRows } from '../etl/write/select.js';
import { cached } from './cache.js';
import { corpusOf } from './corpus.js';
import { Graphs } from './graphs.js';
import { describeHost } from './host.js';

// What the options of COPY cost: CPU time of writing, size, and CPU time of one aggregate over every column.

/** Options in place of those that a part is written with. */
const variants: readonly (readonly [name: string, options: string])[] = [
  ['ZSTD level 1 (ours)', 'compression zstd, compression_level 1'],
  ['ZSTD level 3', 'compression zstd, compression_level 3'],
  ['ZSTD level 6', 'compression zstd, compression_level 6'],
  ['level 1, groups of 20,480', 'compression zstd, compression_level 1, row_group_size 20480'],
  ['level 1, groups of 8,192', 'compression zstd, compression_level 1, row_group_size 8192'],
  ['SNAPPY', 'compression snappy'],
];
const OURS = variants[0]![1];
const [CHUNKS, ROUNDS] = [3, 5];

const { values } = parseArgs({ options: { out: { type: 'string' } } });
const { files } = await corpusOf(5000, ['files']);
const graphs = await Graphs.open(files, CHUNKS * LARGEST_CHUNK);
const chunks = graphs.flatten(graphs.identified());
const folder = cached('out-parquet');
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder);
const connection = await (await DuckDBInstance.create(':memory:', { threads: '1' })).connect();
const arrow = new ArrowScans(connection);
const tables: readonly Table[] = Object.values(graphTables);
const best = new Map<string, { write: number; read: number; bytes: number }>();
for (let round = 0; round < ROUNDS; round++) {
  for (const [name, options] of variants) {
    const { write, bytes } = await writeAll(options);
    const read = await cpu(readAll);
    const earlier = best.get(name) ?? { write, read, bytes };
    best.set(name, { write: Math.min(write, earlier.write), read: Math.min(read, earlier.read), bytes });
  }
}
const results = [...best].map(([name, { write, read, bytes }]) => ({
  name,
  write_microseconds: write / (CHUNKS * LARGEST_CHUNK),
  bytes: bytes / (CHUNKS * LARGEST_CHUNK),
  read_microseconds: read / (CHUNKS * LARGEST_CHUNK),
}));
const rows = results.map((one) => [
  one.name,
  one.write_microseconds.toFixed(0),
  one.bytes.toFixed(0),
  one.read_microseconds.toFixed(0),
]);
process.stdout.write(
  `\na graph, least of ${ROUNDS} rounds\n${textTable(['COPY', 'CPU µs', 'bytes', 'reading µs'], rows)}`,
);
if (values.out) {
  writeFileSync(values.out, `${JSON.stringify({ host: await describeHost(), results }, null, 2)}\n`);
}

async function writeAll(options: string): Promise<{ write: number; bytes: number }> {
  let [write, bytes] = [0, 0];
  for (const [number, chunk] of chunks.entries()) {
    for (const table of tables) {
      const part = chunk.get(table.name)!;
      arrow.register(table.name, part);
      const path = join(folder, `${table.name}-${number}.parquet`);
      const query = selectRows(table, { name: table.name, rows: part });
      const copy = copyPart({ table, query, path, rows: part.numRows });
      if (!copy.includes(OURS)) throw new Error(`expected '${OURS}' in the COPY of a part`);
      write += await cpu(() => connection.run(copy.replace(OURS, options)));
      arrow.unregister(table.name);
      bytes += statSync(path).size;
    }
  }
  return { write, bytes };
}

async function readAll(): Promise<void> {
  for (const { name, columns } of tables) {
    const aggregates = columns.map((column) =>
      column.type.endsWith('[]') ? `sum(len("${column.name}"))` : `max("${column.name}")`,
    );
    await connection.run(`select ${aggregates.join(', ')} from '${join(folder, name)}-*.parquet'`);
  }
}

/** Microseconds of CPU that some work takes. */
async function cpu(work: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return user + system;
}
