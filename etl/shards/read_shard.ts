import { existsSync, lstatSync, readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { UserError } from '../error.js';
import { version } from '../project.js';
import { publishedAt } from '../publish/recover.js';
import { shellWord } from '../shell_word.js';
import { CHECKSUMS, FORMAT_VERSION } from '../warehouse/layout.js';
import { isWarehouse } from '../warehouse/output_folder.js';
import { placeText, type ShardPlace } from './place.js';
import { SHARD, SHARD_FORMAT, type ShardFile, shardKind } from './shard_file.js';
import { filesOf, hasSum, listedSum } from './write_shard.js';

/** A shard that is there. */
export interface Shard extends ShardFile {
  /** As it was given. */
  readonly folder: string;
}

/** The command that builds a shard again. */
export function buildAgain({ folder, place }: { folder: string; place?: ShardPlace }): string {
  const which = place ? placeText(place) : 'i/n';
  return `build it again: imagenome build INPUT --shard ${which} --out ${shellWord(folder)}`;
}

/**
 * The shard in a folder, by its own description, which is whole.
 * @throws UserError
 */
export async function readShard(folder: string): Promise<Shard> {
  const at = await publishedAt(folder, shardKind);
  const [text, checksums] = await Promise.all([read(join(at, SHARD)), read(join(at, CHECKSUMS))]);
  if (text === undefined) throw noShard(folder);
  const damaged = () =>
    new UserError(
      `${folder}: expected the ${SHARD} that its ${CHECKSUMS} lists, found another; copy the folder anew, or ${buildAgain({ folder })}`,
    );
  let shard: ShardFile;
  try {
    if (!hasSum(text, listedSum(String(checksums)))) throw damaged();
    shard = JSON.parse(text.toString()) as ShardFile;
  } catch {
    throw damaged();
  }
  if (shard.format !== SHARD_FORMAT) throw noShard(folder);
  if (shard.format_version !== FORMAT_VERSION) {
    throw new UserError(
      `${folder}: expected a shard of version ${FORMAT_VERSION} of the data contract, which imagenome ${version} writes, ` +
        `found version ${shard.format_version}; ${buildAgain({ folder, ...shard })}`,
    );
  }
  return { ...shard, folder: at };
}

/** True where all files that a shard lists are there and have their sizes. */
export function isWholeShard(shard: Shard): boolean {
  return filesOf(shard).every(
    ({ path, bytes }) => lstatSync(join(shard.folder, path), { throwIfNoEntry: false })?.size === bytes,
  );
}

async function read(path: string): Promise<Buffer | undefined> {
  return readFile(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return undefined;
    throw error;
  });
}

function noShard(folder: string): UserError {
  return new UserError(
    `${folder}: expected a shard, found ${whatIs(folder)}; build it: imagenome build INPUT --shard i/n --out ${shellWord(folder)}`,
  );
}

function whatIs(folder: string): string {
  if (isWarehouse(folder)) return 'a whole warehouse';
  const place = resolve(folder);
  const isBegun = siblings(place).some((name) => name.startsWith(`.${basename(place)}.building-`));
  if (isBegun) return 'one that was begun and is not finished';
  return existsSync(folder) ? 'something else' : 'nothing';
}

function siblings(place: string): string[] {
  try {
    return readdirSync(dirname(place));
  } catch {
    return [];
  }
}
