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

/** How the derive stage goes about it. */
export interface DeriveOptions {
  /** What earlier builds have left of them. */
  readonly kept?: KeptRollUps;
  /** False for a part that is not to be written; a view that reads it has none of that range either. */
  readonly isOwn?: (view: StoredView, range: PatientRange) => boolean;
  /** False: there are Parquet parts and no tables. */
  readonly fillsTables?: boolean;
  /** Statements at once: one per core unless given. */
  readonly atOnce?: number | undefined;
}

/** What a build without stored roll-ups has. */
export const nothingDerived: Derived = { tables: [], parts: [] };

/**
 * Stores the rows of the views that take long at full size: in the table of the schema `derived` that the view reads and in a Parquet
 * tree, from the SQL of its file. A batch of patients at a time bounds the memory; a view is computed from the stored rows of those
 * that it reads, while other views are at other batches.
 * @param folder the staging folder
 */
export async function deriveViews(
  instance: DuckDBInstance,
  folder: string,
  ranges: readonly PatientRange[],
  onProgress: (done: number, total: number) => void,
  { kept = KeptRollUps.none(folder), isOwn = () => true, fillsTables = true, atOnce }: DeriveOptions = {},
): Promise<Derived> {
  const views = storedViews();
  const settings = await instance.connect();
  const typesOf = await storedTypes(settings);
  // What is on disk needs no memory: small tables and the last row groups are in memory until then.
  await settings.run('checkpoint');
  // One thread per query and a query per core: a range is too small for two threads to share.
  await settings.run('set threads = 1');
  const tables = new Map<string, DerivedTable>();
  try {
    for (const view of views) {
      tables.set(view.name, await DerivedTable.open(instance, view, typesOf.get(view.name)!, folder, kept));
    }
    const total = views.length * ranges.length;
    let done = 0;
    await inBatches(batchesOf(ranges), views, atOnce ?? availableParallelism(), async (view, batch) => {
      await tables.get(view.name)!.add(batch.filter((range) => isOwn(view, range)));
      done += batch.length;
      onProgress(done, total);
    });
    if (fillsTables) await fillTables(settings, tables.values());
  } finally {
    for (const table of tables.values()) table.close();
    settings.closeSync();
  }
  const finished = [...tables.values()];
  return { tables: finished.map(({ table }) => table), parts: finished.flatMap(({ parts }) => parts) };
}

/**
 * Stores each batch of each view, some at once: the batches of a view one after the other, and each after the same
 * batch of the views that it reads.
 * @throws what the first failing one throws, when all that has begun has ended
 */
async function inBatches(
  batches: readonly PatientRange[][],
  views: readonly StoredView[],
  atOnce: number,
  store: (view: StoredView, batch: PatientRange[]) => Promise<void>,
): Promise<void> {
  const limit = pLimit(atOnce);
  const failed = new AbortController();
  const last = new Map<string, Promise<void>>();
  const steps: Promise<void>[] = [];
  for (const batch of batches) {
    for (const view of views) {
      const before = [view.name, ...view.reads].map((name) => last.get(name));
      const step = Promise.all(before).then(() =>
        limit(async () => {
          failed.signal.throwIfAborted();
          await store(view, batch);
        }),
      );
      step.catch((error) => failed.abort(error));
      last.set(view.name, step);
      steps.push(step);
    }
  }
  await Promise.allSettled(steps);
  failed.signal.throwIfAborted();
}

async function fillTables(settings: DuckDBConnection, tables: Iterable<DerivedTable>): Promise<void> {
  await settings.run(`set threads = ${availableParallelism()}`);
  for (const table of tables) await table.fill();
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
