import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { buildCase, type ViewCase } from './case.js';

/** The warehouses of cases, each built when it is first needed and open for writing. */
export class CaseWarehouses {
  readonly #folder = mkdtemp(join(tmpdir(), 'imagenome-test-'));
  readonly #opened = new Map<string, Promise<DuckDBConnection>>();
  readonly #instances: DuckDBInstance[] = [];

  open(one: ViewCase): Promise<DuckDBConnection> {
    const opened = this.#opened.get(one.name) ?? this.#build(one);
    this.#opened.set(one.name, opened);
    return opened;
  }

  async #build(one: ViewCase): Promise<DuckDBConnection> {
    const warehouse = await buildCase(one, join(await this.#folder, one.name));
    const instance = await DuckDBInstance.create(join(warehouse, 'imagenome.duckdb'), { threads: '1' });
    this.#instances.push(instance);
    return instance.connect();
  }

  async close(): Promise<void> {
    for (const instance of this.#instances) instance.closeSync();
    await rm(await this.#folder, { recursive: true });
  }
}
