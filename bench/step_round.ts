import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ArrowScans } from '../etl/arrow/scan_arrow.js';
import { MEMORY_LIMIT } from '../etl/build_options.js';
import { FastPath } from '../etl/fast_path/fast_path.js';
import { createEmptyDatabase } from '../etl/load/template.js';
import { graphTables } from '../etl/schema/index.js';
import { DATABASE } from '../etl/warehouse/layout.js';
import { openInstance } from '../etl/write/database.js';
import { copyPart } from '../etl/write/part.js';
import { selectRows } from '../etl/write/select.js';
import { TableAppender } from '../etl/write/table_appender.js';
import { cached } from './cache.js';
import type { Graphs, Tables } from './graphs.js';

/** Microseconds of CPU by step. */
type Spent = Map<string, number>;

const FAST = 'bytes to Arrow, fast path';
const CAREFUL = 'bytes to Arrow, careful path';
const fastPath = new FastPath();

/** Takes graphs through all steps of a build and returns what each took. */
export async function spendOn(graphs: Graphs): Promise<Spent> {
  const { reader } = graphs;
  const spent: Spent = new Map();
  const planned = await timed(spent, 'heads', graphs.identified);
  await timed(spent, 'read', () => planned.map(({ ref }) => reader.read(ref).length));
  const chunks = await timed(spent, FAST, () => graphs.flatten(planned, fastPath));
  spent.set(FAST, spent.get(FAST)! - spent.get('read')!); // it read once more
  await writeAll(chunks, spent);
  return spent;
}

/** Takes the same graphs from their bytes to Arrow the careful way, and returns what that and its parsing took. */
export async function spendCarefully(graphs: Graphs): Promise<Spent> {
  const { reader } = graphs;
  const spent: Spent = new Map();
  const planned = graphs.identified();
  const texts = planned.map(({ ref }) => reader.read(ref).toString('latin1'));
  const read: Spent = new Map();
  await timed(read, 'read', () => planned.map(({ ref }) => reader.read(ref).length));
  await timed(spent, CAREFUL, () => graphs.flatten(planned));
  spent.set(CAREFUL, spent.get(CAREFUL)! - read.get('read')!);
  await timed(spent, 'of that, JSON.parse', () => texts.map((text) => typeof JSON.parse(text)));
  return spent;
}

async function writeAll(chunks: readonly Tables[], spent: Spent): Promise<void> {
  const folder = cached('out-steps');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  await createEmptyDatabase(join(folder, DATABASE), { withText: true, withStored: false });
  const instance = await openInstance(folder, folder, MEMORY_LIMIT);
  const arrow = new ArrowScans(await instance.connect());
  const appenders: TableAppender[] = [];
  for (const table of Object.values(graphTables)) appenders.push(await TableAppender.open(instance, table));
  for (const chunk of chunks) {
    for (const appender of appenders) {
      const { table, connection } = appender;
      const rows = chunk.get(table.name)!;
      arrow.register(table.name, rows);
      const scan = { name: table.name, rows };
      const path = join(folder, 'part.parquet');
      const copy = copyPart({ table, query: selectRows(table, scan), path, rows: rows.numRows });
      await timed(spent, `COPY ${table.name}`, () => connection.run(copy));
      await timed(spent, `insert ${table.name}`, () => appender.append([scan]));
      arrow.unregister(table.name);
    }
  }
  await timed(spent, 'commit', () => Promise.all(appenders.map((appender) => appender.close())));
  instance.closeSync();
}

async function timed<T>(spent: Spent, step: string, work: () => T): Promise<Awaited<T>> {
  const before = process.cpuUsage();
  const result = await work();
  const { user, system } = process.cpuUsage(before);
  spent.set(step, (spent.get(step) ?? 0) + user + system);
  return result;
}
