import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { duckdbErrorKind } from '../duckdb_error.js';
import { UserError } from '../error.js';
import { recover } from '../publish/staging.js';
import { DATABASE, MANIFEST } from '../warehouse/layout.js';
import type { Manifest } from '../warehouse/manifest.js';
import { isWarehouse } from '../warehouse/output_folder.js';

/** Where builds go, and where the other commands look by default. */
export const DEFAULT_WAREHOUSE = 'output/warehouse';

/** A published warehouse, opened for reading. */
export interface Warehouse {
  readonly folder: string;
  readonly manifest: Manifest;
  readonly connection: DuckDBConnection;
}

/**
 * Opens a warehouse read-only for the length of `work`. Nothing outside of it is read or written, no extension is
 * fetched.
 * @throws UserError when there is none at `folder`
 */
export async function withWarehouse<T>(
  folder: string,
  work: (warehouse: Warehouse) => Promise<T>,
): Promise<T> {
  const manifest = await readManifest(folder);
  const path = join(folder, DATABASE);
  if (!existsSync(path)) throw new UserError(`${folder}: expected ${DATABASE}, found none; build it again.`);
  const options = { access_mode: 'READ_ONLY', enable_external_access: 'false' };
  const instance = await DuckDBInstance.create(path, options).catch((error: Error) => {
    const kind = duckdbErrorKind(error) ?? 'an error';
    throw new UserError(
      `${path}: expected a DuckDB database, found one that does not open (${kind}); build it again.`,
    );
  });
  const connection = await instance.connect();
  try {
    return await work({ folder, manifest, connection });
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

/** The manifest of a warehouse. @throws UserError when there is no warehouse at `folder` */
export async function readManifest(folder: string): Promise<Manifest> {
  await recover(folder);
  if (isWarehouse(folder)) return JSON.parse(readFileSync(join(folder, MANIFEST), 'utf8'));
  const found = existsSync(folder) ? 'something else' : 'nothing';
  throw new UserError(
    `${folder}: expected a warehouse, found ${found}; build one: imagenome build INPUT --out ${folder}`,
  );
}
