import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Table, tables, withoutText } from '../schema/index.js';
import type { ChunksFile } from '../warehouse/chunk_record.js';
import { finishFile, type Part } from '../warehouse/files.js';
import { CHECKSUMS, CHUNKS, DATABASE, MANIFEST } from '../warehouse/layout.js';
import {
  type BuildInfo,
  type Conservation,
  type InputFacts,
  manifestOf,
  type PublishedTable,
} from '../warehouse/manifest.js';
import { documentsOf } from './documents.js';

/** What a build knows of its inputs and of itself. */
export interface DistributionFacts {
  readonly inputTables: readonly Table[];
  readonly inputs: readonly InputFacts[];
  readonly chunks: ChunksFile;
  readonly conservation: Conservation;
}

/**
 * Completes a warehouse by what describes it: dictionaries for machines and for people, the notice, the manifest, the
 * checksums. Its files are the owner's alone afterwards, and on disk; its folders were made so.
 */
export async function writeDistribution(
  folder: string,
  parts: readonly Part[],
  derived: readonly Table[],
  build: BuildInfo,
  facts: DistributionFacts,
  created: Date,
): Promise<void> {
  const write = async (name: string, text: string) => {
    await writeFile(join(folder, name), text, { mode: 0o600 });
    return finishFile(folder, name);
  };
  const database = await finishFile(folder, DATABASE);
  const tables = publishedTables(parts, derived, build.with_text, facts.inputTables);
  const others = [database];
  for (const [path, text] of documentsOf({ build, tables, inputs: facts.inputs, database, created })) {
    others.push(await write(path, text));
  }
  others.push(await write(CHUNKS, `${JSON.stringify(facts.chunks, null, 2)}\n`));
  const manifest = manifestOf(build, tables, others, facts, created);
  const described = await write(MANIFEST, `${JSON.stringify(manifest, null, 2)}\n`);
  const all = [...parts, ...others, described].sort((a, b) => (a.path < b.path ? -1 : 1));
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
