import { createHash } from 'node:crypto';
import { constants, existsSync } from 'node:fs';
import { chmod, copyFile, mkdir, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import duckdb from '@duckdb/node-bindings';
import { projectFile } from '../project.js';
import { type Table, tables } from '../schema/index.js';
import { readViewFiles, type ViewFile } from '../schema/view_file.js';
import { STORAGE_VERSION } from '../write/database.js';
import { type CatalogOptions, createCatalog } from './catalog.js';

/**
 * Puts a database without rows at `path`: a copy of the template that was made when the project was compiled. Where schema or
 * views have changed since, it is created anew.
 */
export async function createEmptyDatabase(path: string, options: CatalogOptions): Promise<void> {
  const template = templatePath(options);
  if (!existsSync(template)) return makeDatabase(path, options);
  await copyFile(template, path, constants.COPYFILE_FICLONE);
  await chmod(path, 0o600); // an installed package may be read-only, and a copy is as its original
}

/** Makes the templates anew: with free text and without, with tables for the rows of views and without. */
export async function makeTemplates(): Promise<void> {
  const both = [true, false];
  for (const options of both.flatMap((withText) => both.map((withStored) => ({ withText, withStored })))) {
    const path = templatePath(options);
    const draft = `${path}.${process.pid}`;
    await mkdir(dirname(path), { recursive: true });
    await makeDatabase(draft, options);
    await rename(draft, path);
  }
}

function templatePath(options: CatalogOptions): string {
  return projectFile('dist', 'imagenome', templateName(options, tables, readViewFiles()));
}

/** Name of the template: a hash of all that it is made from, so that a copy is never older than schema and views. */
export function templateName(
  { withText, withStored }: CatalogOptions,
  tables: readonly Table[],
  views: readonly ViewFile[],
): string {
  const sources = [duckdb.library_version(), STORAGE_VERSION, withText, withStored, tables, views];
  const hash = createHash('sha256').update(JSON.stringify(sources)).digest('hex');
  return `empty-${hash.slice(0, 16)}.duckdb`;
}

async function makeDatabase(path: string, options: CatalogOptions): Promise<void> {
  await rm(path, { force: true });
  const instance = await DuckDBInstance.create(path, { storage_compatibility_version: STORAGE_VERSION });
  const connection = await instance.connect();
  try {
    await createCatalog(connection, options);
    await connection.run('checkpoint');
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}
