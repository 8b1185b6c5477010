import type { DuckDBInstance } from '@duckdb/node-api';

/** Runs statements on several connections at once. */
export class Statements {
  readonly #instance: DuckDBInstance;
  readonly #lanes: number;

  constructor(instance: DuckDBInstance, lanes: number) {
    this.#instance = instance;
    this.#lanes = lanes;
  }

  /** Runs all of them, in any order. */
  async runAll(statements: readonly string[]): Promise<void> {
    const left = [...statements];
    const lane = async () => {
      const connection = await this.#instance.connect();
      for (let next = left.shift(); next !== undefined; next = left.shift()) await connection.run(next);
      connection.closeSync();
    };
    await Promise.all(Array.from({ length: Math.min(this.#lanes, left.length) }, lane));
  }

  /** The first column of a query. */
  async numbers(query: string): Promise<number[]> {
    const connection = await this.#instance.connect();
    const rows = (await connection.runAndReadAll(query)).getRows();
    connection.closeSync();
    return rows.map(([value]) => Number(value));
  }
}
