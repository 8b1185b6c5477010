import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Manifest } from '../../etl/warehouse/manifest.js';
import { withWarehouse } from '../helpers/warehouse.js';
import { filesBelow } from '../synth/release.js';

/** Files that name the time of their build, or hold it. */
const named = ['SHA256SUMS.txt', 'croissant.json', 'imagenome.duckdb', 'manifest.json'];

/** Everything that two builds of one input must have in common, whichever way they went. */
export interface Outcome {
  /** sha256 of every file by its path, but for those that name the time. */
  readonly files: Readonly<Record<string, string>>;
  readonly manifest: object;
  /** Number of rows, and a hash of all rows with their places, of each table; the statement of each view and macro. */
  readonly database: readonly unknown[];
}

/** What a build has left at `out`. */
export async function outcomeOf(out: string): Promise<Outcome> {
  const files: Record<string, string> = {};
  for (const path of await filesBelow(out)) {
    if (named.includes(path)) continue;
    files[path] = createHash('sha256')
      .update(await readFile(join(out, path)))
      .digest('hex');
  }
  const { created, others, ...manifest } = JSON.parse(
    await readFile(join(out, 'manifest.json'), 'utf8'),
  ) as Manifest;
  const timeless = others.filter(({ path }) => !named.includes(path));
  return { files, manifest: { ...manifest, others: timeless }, database: await databaseOf(out) };
}

function databaseOf(out: string): Promise<unknown[]> {
  return withWarehouse(out, async (ask) => {
    const tables = await ask(`
      select '"' || schema_name || '"."' || table_name || '"' as name
      from duckdb_tables() where not internal order by all`);
    const rows = tables.map(
      ({ name }) =>
        `select '${name}' as name, count(*)::integer as n, bit_xor(hash(t, rowid))::varchar as rows from ${name} as t`,
    );
    return [
      ...(await ask(rows.join(' union all '))),
      ...(await ask(`select sql from duckdb_tables() order by sql`)),
      ...(await ask(`select sql, comment from duckdb_views() where not internal order by all`)),
      ...(await ask(`
        select function_name, macro_definition from duckdb_functions() where not internal order by all`)),
    ];
  });
}
