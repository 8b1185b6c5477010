import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { tableFromIPC, tableToIPC } from 'apache-arrow';
import { MEMORY_LIMIT } from '../etl/build.js';
import { discover } from '../etl/discover/index.js';
import { openReader } from '../etl/discover/reader.js';
import { toArrow } from '../etl/flatten/arrow.js';
import { Chunk } from '../etl/flatten/chunk.js';
import type { PlannedGraph } from '../etl/flatten/task.js';
import { LARGEST_CHUNK } from '../etl/plan/chunks.js';
import { identify } from '../etl/plan/identify.js';
import { graphTables } from '../etl/schema/index.js';
import { ArrowTables } from '../etl/write/arrow_table.js';
import { openInstance } from '../etl/write/database.js';
import { Lane } from '../etl/write/lane.js';
import { copyToParquet } from '../etl/write/part.js';
import { selectRows } from '../etl/write/select.js';
import { cached } from './cache.js';

/** Microseconds of CPU by step. */
type Spent = Map<string, number>;
/** One chunk as IPC streams by table. */
type Flat = Record<string, Uint8Array>;

/** Opens an input; each call of what it gives takes its first graphs through all steps and tells what each took. */
export async function openSteps(input: string, graphs: number): Promise<() => Promise<Spent>> {
  const { location, refs } = await discover(input, cached());
  const reader = openReader(location);
  const first = refs.slice(0, graphs).sort((a, b) => a.offset - b.offset);
  const identified = () =>
    first.flatMap((ref): PlannedGraph[] => {
      const identity = identify(reader, ref);
      return 'rejection' in identity ? [] : [{ ...identity, ref }];
    });
  const flatten = (planned: readonly PlannedGraph[]): Flat => {
    const chunk = new Chunk(true);
    for (const graph of planned)
      chunk.add(() => reader.read(graph.ref), { source: '', member: graph.ref.name }, graph);
    const flat: Flat = {};
    for (const table of Object.values(graphTables)) {
      flat[table.name] = tableToIPC(toArrow(table, chunk.tables[table.name]!), 'stream');
    }
    chunk.recycle();
    return flat;
  };
  return async () => {
    const spent: Spent = new Map();
    const planned = await timed(spent, 'heads', identified);
    await timed(spent, 'read', () => planned.map(({ ref }) => reader.read(ref).length));
    const texts = planned.map(({ ref }) => reader.read(ref).toString('latin1'));
    await timed(spent, 'JSON.parse', () => texts.map((text) => typeof JSON.parse(text)));
    const chunks = await timed(spent, 'rows, Arrow, IPC', () => inChunks(planned).map(flatten));
    const sum = spent.get('rows, Arrow, IPC')! - spent.get('read')! - spent.get('JSON.parse')!;
    spent.set('rows, Arrow, IPC', sum); // it read and parsed once more
    await writeAll(chunks, spent);
    return spent;
  };
}

async function writeAll(chunks: readonly Flat[], spent: Spent): Promise<void> {
  const folder = cached('out-steps');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  const instance = await openInstance(folder, folder, MEMORY_LIMIT);
  const arrow = new ArrowTables(await instance.connect());
  const lanes: Lane[] = [];
  for (const table of Object.values(graphTables)) lanes.push(await Lane.open(instance, table));
  for (const chunk of chunks) {
    for (const lane of lanes) {
      const { table, connection } = lane;
      const rows = await timed(spent, 'Arrow from IPC', () => tableFromIPC(chunk[table.name]!));
      arrow.offer(table.name, rows);
      const query = selectRows(table, table.name, rows);
      const copy = copyToParquet(table, query, join(folder, 'part.parquet'), rows.numRows);
      await timed(spent, `COPY ${table.name}`, () => connection.run(copy));
      await timed(spent, `insert ${table.name}`, () => lane.append(rows));
      arrow.withdraw(table.name);
    }
  }
  await timed(spent, 'commit', () => Promise.all(lanes.map((lane) => lane.close())));
  instance.closeSync();
}

async function timed<T>(spent: Spent, step: string, work: () => T): Promise<Awaited<T>> {
  const before = process.cpuUsage();
  const result = await work();
  const { user, system } = process.cpuUsage(before);
  spent.set(step, (spent.get(step) ?? 0) + user + system);
  return result;
}

function inChunks(graphs: readonly PlannedGraph[]): (readonly PlannedGraph[])[] {
  return Array.from({ length: Math.ceil(graphs.length / LARGEST_CHUNK) }, (_, i) =>
    graphs.slice(i * LARGEST_CHUNK, (i + 1) * LARGEST_CHUNK),
  );
}
