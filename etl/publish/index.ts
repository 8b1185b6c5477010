import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Table, tables, withoutText } from '../schema/index.js';
import type { ChunksFile } from '../warehouse/chunk_record.js';
import { finishFile, type Part } from '../warehouse/files.js';
import {
  ATTACH,
  CHECKSUMS,
  CHUNKS,
  CROISSANT,
  DATABASE,
  DATAPACKAGE,
  MANIFEST,
  NOTICE,
  README,
} from '../warehouse/layout.js';
import { type BuildInfo, type InputFacts, manifestOf, type PublishedTable } from '../warehouse/manifest.js';
import { attachSql } from './attach.js';
import { croissant } from './croissant.js';
import { dataPackage } from './datapackage.js';
import { noticeText } from './notice.js';
import { readmeText } from './readme.js';

/**
 * Completes a warehouse by what describes it: dictionaries for machines and for people, the notice, the manifest, the
 * checksums. Its files are the owner's alone afterwards, and on disk; its folders were made so.
 */
export async function writeDistribution(
  folder: string,
  parts: readonly Part[],
  derived: readonly Table[],
  build: BuildInfo,
  { inputTables, inputs }: { inputTables: readonly Table[]; inputs: readonly InputFacts[] },
  chunks: ChunksFile,
  created: Date,
): Promise<void> {
  const write = async (name: string, text: string) => {
    await writeFile(join(folder, name), text, { mode: 0o600 });
    return finishFile(folder, name);
  };
  const writeJson = (name: string, value: object) => write(name, `${JSON.stringify(value, null, 2)}\n`);
  const database = await finishFile(folder, DATABASE);
  const published = publishedTables(parts, derived, build.with_text, inputTables);
  const others = [
    database,
    await write(ATTACH, attachSql(published, build, inputs)),
    await write(NOTICE, noticeText(build.is_synthetic)),
    await write(README, readmeText(build, published)),
    await writeJson(CROISSANT, croissant(build, published, database, created)),
    await writeJson(CHUNKS, chunks),
    await writeJson(DATAPACKAGE, dataPackage(build, published)),
  ];
  const manifest = await writeJson(MANIFEST, manifestOf(build, published, others, inputs, created));
  const all = [...parts, ...others, manifest].sort((a, b) => (a.path < b.path ? -1 : 1));
  await write(CHECKSUMS, all.map(({ path, sha256 }) => `${sha256}  ${path}\n`).join(''));
}

function publishedTables(
  parts: readonly Part[],
  derived: readonly Table[],
  withText: boolean,
  inputTables: readonly Table[],
): PublishedTable[] {
  return [...tables, ...derived].flatMap((whole) => {
    const table = inputTables.find(({ name }) => name === whole.name) ?? withoutText(whole, withText);
    const files = parts.filter((part) => part.table === whole.name);
    if (!table || files.length === 0) return [];
    return [{ table, rows: files.reduce((sum, { rows }) => sum + rows, 0), files }];
  });
}
