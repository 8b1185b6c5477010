import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { finishFile } from '../files.js';
import { delivered, tables } from '../schema/index.js';
import type { Part } from '../write/writer.js';
import { croissant } from './croissant.js';
import { dataPackage } from './datapackage.js';
import { type BuildFacts, manifestOf, type PublishedTable } from './manifest.js';
import { noticeText } from './notice.js';
import { readmeText } from './readme.js';

/** Name of the database within a warehouse. */
export const DATABASE = 'imagenome.duckdb';
/** Name of the list of checksums. */
export const CHECKSUMS = 'SHA256SUMS.txt';

/**
 * Completes a warehouse by what describes it: dictionaries for machines and for people, the notice, the manifest, the
 * checksums. Its files are the owner's alone afterwards, and on disk; its folders were made so.
 */
export async function writeDistribution(
  folder: string,
  parts: readonly Part[],
  build: BuildFacts,
  created: Date,
): Promise<void> {
  const write = async (name: string, text: string) => {
    await writeFile(join(folder, name), text, { mode: 0o600 });
    return finishFile(folder, name);
  };
  const writeJson = (name: string, value: object) => write(name, `${JSON.stringify(value, null, 2)}\n`);
  const database = await finishFile(folder, DATABASE);
  const published = publishedTables(parts, build.with_text);
  const others = [
    database,
    await write('NOTICE.txt', noticeText(build.is_synthetic)),
    await write('README.md', readmeText(build, published)),
    await writeJson('croissant.json', croissant(build, published, database, created)),
    await writeJson('datapackage.json', dataPackage(build, published)),
  ];
  const manifest = await writeJson('manifest.json', manifestOf(build, published, others, created));
  const all = [...parts, ...others, manifest].sort((a, b) => (a.path < b.path ? -1 : 1));
  await write(CHECKSUMS, all.map(({ path, sha256 }) => `${sha256}  ${path}\n`).join(''));
}

function publishedTables(parts: readonly Part[], withText: boolean): PublishedTable[] {
  return tables.flatMap((whole) => {
    const table = delivered(whole, withText);
    const files = parts.filter((part) => part.table === whole.name);
    if (!table || files.length === 0) return [];
    return [{ table, rows: files.reduce((sum, { rows }) => sum + rows, 0), files }];
  });
}
