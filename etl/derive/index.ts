import { availableParallelism } from 'node:os';
import type { DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import pLimit from 'p-limit';
import { batchesOf, type PatientRange } from '../plan/chunks.js';
import { KeptRollUps } from '../reuse/roll_ups.js';
import type { ColumnType, Table } from '../schema/index.js';
import type { Part } from '../warehouse/files.js';
import { DerivedTable } from './derived_table.js';
import { type StoredView, storedViews } from './stored_view.js';

/** What the derive stage has written. */
export interface Derived {
  readonly tables: readonly Table[];
  readonly parts: readonly Part[];
}

/** What a build without stored roll-ups has. */
export const nothingDerived: Derived = { tables: [], parts: [] };

/**
 * Stores the rows of the views that take long at full size: in the table of the schema `derived` that the view reads and in a Parquet
 * tree, from the SQL of its file. A range of patients at a time bounds the memory; a view is computed from the stored rows of those
 * that it reads.
 * @param folder the staging folder
 * @param kept what earlier builds have left of them
 */
export async function deriveViews(
  instance: DuckDBInstance,
  folder: string,
  ranges: readonly PatientRange[],
  onProgress: (done: number, total: number) => void,
  kept = KeptRollUps.none(folder),
): Promise<Derived> {
  const views = storedViews();
  const settings = await instance.connect();
  const typesOf = await storedTypes(settings);
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
      return storeView(instance, view, typesOf.get(view.name)!, folder, ranges, kept, (ranges) => {
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

/** Types of the columns of each table of the schema `derived`. */
async function storedTypes(connection: DuckDBConnection): Promise<Map<string, ColumnTypes>> {
  const found = await connection.runAndReadAll(
    "select table_name, column_name, data_type from duckdb_columns() where schema_name = 'derived'",
  );
  const types = new Map<string, ColumnTypes>();
  for (const [table, column, type] of found.getRows() as [string, string, ColumnType][]) {
    types.set(table, new Map([...(types.get(table) ?? []), [column, type]]));
  }
  return types;
}

type ColumnTypes = ReadonlyMap<string, ColumnType>;

async function storeView(
  instance: DuckDBInstance,
  view: StoredView,
  types: ColumnTypes,
  folder: string,
  ranges: readonly PatientRange[],
  kept: KeptRollUps,
  onProgress: (ranges: number) => void,
): Promise<DerivedTable> {
  const connection = await instance.connect();
  try {
    const derived = await DerivedTable.open(connection, view, types, folder, kept);
    for (const batch of batchesOf(ranges)) {
      await derived.add(batch);
      onProgress(batch.length);
    }
    await derived.finish();
    return derived;
  } finally {
    connection.closeSync();
  }
}
