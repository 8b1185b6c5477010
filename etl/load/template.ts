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
import { createCatalog } from './catalog.js';

/**
 * Puts a database without rows at `path`: a copy of the template that was made when the project was compiled. Where schema or
 * views have changed since, it is created anew.
 */
export async function createEmptyDatabase(path: string, withText: boolean): Promise<void> {
  const template = templatePath(withText);
  if (!existsSync(template)) return makeDatabase(path, withText);
  await copyFile(template, path, constants.COPYFILE_FICLONE);
  await chmod(path, 0o600); // an installed package may be read-only, and a copy is as its original
}

/** Makes the templates anew: with free text, and without. */
export async function makeTemplates(): Promise<void> {
  for (const withText of [true, false]) {
    const path = templatePath(withText);
    const draft = `${path}.${process.pid}`;
    await mkdir(dirname(path), { recursive: true });
    await makeDatabase(draft, withText);
    await rename(draft, path);
  }
}

function templatePath(withText: boolean): string {
  return projectFile('dist', 'imagenome', templateName(withText, tables, readViewFiles()));
}

/** Name of the template: a hash of all that it is made from, so that a copy is never older than schema and views. */
export function templateName(
  withText: boolean,
  tables: readonly Table[],
  views: readonly ViewFile[],
): string {
  const sources = [duckdb.library_version(), STORAGE_VERSION, withText, tables, views];
  const hash = createHash('sha256').update(JSON.stringify(sources)).digest('hex');
  return `empty-${hash.slice(0, 16)}.duckdb`;
}

async function makeDatabase(path: string, withText: boolean): Promise<void> {
  await rm(path, { force: true });
  const instance = await DuckDBInstance.create(path, { storage_compatibility_version: STORAGE_VERSION });
  const connection = await instance.connect();
  try {
    await createCatalog(connection, withText);
    await connection.run('checkpoint');
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}
