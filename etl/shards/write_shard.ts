import { hash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { finishFile } from '../warehouse/files.js';
import { CHECKSUMS, README } from '../warehouse/layout.js';
import { placeText } from './place.js';
import { SHARD, type ShardFile } from './shard_file.js';

/** Completes the folder of a shard: what it is, for the program and for people, and the checksums of all its files. */
export async function writeShard(folder: string, shard: ShardFile): Promise<void> {
  const write = async (name: string, text: string) => {
    await writeFile(join(folder, name), text, { mode: 0o600 });
    return finishFile(folder, name);
  };
  const described = await write(SHARD, `${JSON.stringify(shard)}\n`);
  const readme = await write(README, readmeOf(shard));
  const files = [...filesOf(shard), described, readme].sort((a, b) => (a.path < b.path ? -1 : 1));
  await write(CHECKSUMS, files.map(({ path, sha256 }) => `${sha256}  ${path}\n`).join(''));
}

/** The files that a shard lists, each once. */
export function filesOf({ chunks, around, roll_ups }: ShardFile) {
  const all = [
    ...chunks.flatMap(({ files, diagnostics }) => [...files, ...diagnostics]),
    ...(around ? [...around.parts, ...around.diagnostics] : []),
    ...(roll_ups?.parts ?? []),
  ];
  return [...new Map(all.map(({ path, bytes, sha256 }) => [path, { path, bytes, sha256 }])).values()];
}

/** sha256 that a shard lists for its own description. @throws Error where it lists none */
export function listedSum(checksums: string): string {
  const line = checksums.split('\n').find((line) => line.slice(66) === SHARD);
  if (line === undefined) throw new Error('no checksum');
  return line.slice(0, 64);
}

/** True where the text is the one that the checksum was made of. */
export function hasSum(text: Buffer, sha256: string): boolean {
  return hash('sha256', text, 'hex') === sha256;
}

function readmeOf({ place, plan, chunks }: ShardFile): string {
  return `# Shard ${placeText(place)}: not a warehouse

This folder holds ${chunks.length} of the ${plan.chunks} chunks of a Chest ImaGenome warehouse, and most of their patients are
elsewhere: nothing can be counted in it. All ${place.of} shards together become one warehouse:

    imagenome assemble SHARD… --out DIR

Its rows are derived from MIMIC-CXR: the license of the dataset holds for them.
`;
}
