import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { delivered, tables } from '../schema/index.js';
import type { Part } from '../write/writer.js';
import { croissant } from './croissant.js';
import { dataPackage } from './datapackage.js';
import { describeFiles, listFiles, secure } from './files.js';
import { type BuildFacts, manifestOf, type PublishedTable } from './manifest.js';
import { noticeText } from './notice.js';
import { readmeText } from './readme.js';

/** Name of the database within a warehouse. */
export const DATABASE = 'imagenome.duckdb';
/** Name of the list of checksums. */
export const CHECKSUMS = 'SHA256SUMS.txt';

/**
 * Completes a warehouse by what describes it: dictionaries for machines and for people, the notice, the manifest, the
 * checksums. Its files are the owner's alone afterwards, and on disk.
 */
export async function writeDistribution(
  folder: string,
  parts: readonly Part[],
  build: BuildFacts,
  created: Date,
): Promise<void> {
  const write = (name: string, text: string) => writeFile(join(folder, name), text, { mode: 0o600 });
  const writeJson = (name: string, value: object) => write(name, `${JSON.stringify(value, null, 2)}\n`);
  const facts = await describeFiles(folder, await listFiles(folder));
  const published = publishedTables(parts, new Map(facts.map((fact) => [fact.path, fact])), build.with_text);
  const database = facts.find(({ path }) => path === DATABASE)!;
  await writeJson('datapackage.json', dataPackage(build, published));
  await writeJson('croissant.json', croissant(build, published, database, created));
  await write('README.md', readmeText(build, published));
  await write('NOTICE.txt', noticeText(build.is_synthetic));
  const texts = await describeFiles(folder, [
    'NOTICE.txt',
    'README.md',
    'croissant.json',
    'datapackage.json',
  ]);
  await writeJson('manifest.json', manifestOf(build, published, [database, ...texts], created));
  const manifest = await describeFiles(folder, ['manifest.json']);
  const all = [...facts, ...texts, ...manifest].sort((a, b) => (a.path < b.path ? -1 : 1));
  await write(CHECKSUMS, all.map(({ path, sha256 }) => `${sha256}  ${path}\n`).join(''));
  await secure(folder);
}

function publishedTables(
  parts: readonly Part[],
  facts: ReadonlyMap<string, { path: string; bytes: number; sha256: string }>,
  withText: boolean,
): PublishedTable[] {
  return tables.flatMap((whole) => {
    const table = delivered(whole, withText);
    const files = parts
      .filter((part) => part.table === whole.name)
      .map((part) => ({ ...facts.get(part.path)!, rows: part.rows }));
    if (!table || files.length === 0) return [];
    return [{ table, rows: files.reduce((sum, { rows }) => sum + rows, 0), files }];
  });
}
