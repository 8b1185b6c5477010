import { availableParallelism } from 'node:os';
import type { DuckDBInstance } from '@duckdb/node-api';
import pLimit from 'p-limit';
import { viewComments } from '../load/views.js';
import { batchesOf, type PatientRange } from '../plan/chunks.js';
import type { Table } from '../schema/index.js';
import type { Part } from '../warehouse/files.js';
import { DerivedTable, derivedName } from './derived_table.js';
import { type StoredView, storedViews } from './stored_view.js';

/** What the derive stage has written. */
export interface Derived {
  readonly tables: readonly Table[];
  readonly parts: readonly Part[];
}

/** What a build without stored roll-ups has. */
export const nothingDerived: Derived = { tables: [], parts: [] };

/**
 * Stores the rows of the views that take long at full size: a table of the schema `derived` and a Parquet tree for each, from the
 * SQL of its file. A range of patients at a time bounds the memory; a view is computed from the stored rows of those that it reads.
 * The view of the same name reads the table afterwards.
 * @param folder the staging folder
 */
export async function deriveViews(
  instance: DuckDBInstance,
  folder: string,
  ranges: readonly PatientRange[],
  onProgress: (done: number, total: number) => void,
): Promise<Derived> {
  const views = storedViews();
  const settings = await instance.connect();
  await settings.run('create schema derived');
  // What is on disk needs no memory: small tables and the last row groups are in memory until then.
  await settings.run('checkpoint');
  // One thread per query and a query per core: a range is too small for two threads to share.
  await settings.run('set threads = 1');
  const total = views.length * ranges.length;
  let done = 0;
  const limit = pLimit(availableParallelism());
  const stored = new Map<string, Promise<DerivedTable>>();
  for (const view of views) {
    const store = async () => {
      await Promise.all(view.reads.map((name) => stored.get(name)));
      return storeView(instance, view, folder, ranges, (ranges) => {
        done += ranges;
        onProgress(done, total);
      });
    };
    // Views stand behind those that they read, so that whoever waits for one waits for what has started.
    stored.set(view.name, limit(store));
  }
  await Promise.allSettled(stored.values());
  await settings.run(`set threads = ${availableParallelism()}`);
  settings.closeSync();
  const tables = await Promise.all(stored.values());
  return { tables: tables.map(({ table }) => table), parts: tables.flatMap(({ parts }) => parts) };
}

async function storeView(
  instance: DuckDBInstance,
  view: StoredView,
  folder: string,
  ranges: readonly PatientRange[],
  onProgress: (ranges: number) => void,
): Promise<DerivedTable> {
  const connection = await instance.connect();
  try {
    const derived = await DerivedTable.create(connection, view, folder);
    for (const batch of batchesOf(ranges)) {
      await derived.add(batch);
      onProgress(batch.length);
    }
    await derived.finish();
    const columns = view.columns.map(({ name }) => `"${name}"`).join(', ');
    const name = `main."${view.name}"`;
    await connection.run(
      [
        `create or replace view ${name} as select ${columns} from ${derivedName(view.name)}`,
        ...viewComments(view, 'view', name),
        ...viewComments(view, 'table', derivedName(view.name)),
      ].join(';\n'),
    );
    return derived;
  } finally {
    connection.closeSync();
  }
}
