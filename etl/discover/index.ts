import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { Rejection } from '../diagnostics/rejection.js';
import { UserError, usageError } from '../error.js';
import { findFiles } from './folder.js';
import type { Input } from './input.js';
import { findElements, findLines, startsWithList } from './records.js';
import { findMembers } from './zip.js';

/** Folders that the archive of the release puts around its content. */
const wrappers = ['', 'chest-imagenome-dataset-1.0.0'];

/** The root of a release at `path`, or undefined when there is none. */
export function releaseRoot(path: string): string | undefined {
  return wrappers
    .map((wrapper) => join(path, wrapper))
    .find((root) => existsSync(join(root, 'silver_dataset')));
}

/**
 * Expects something at INPUT, and at the other paths that were named, before anything is done.
 * @throws UserError of wrong usage
 */
export function assertInputsExist(input: string, mimicMetadata: string | undefined): void {
  if (!existsSync(input)) {
    throw usageError(`${input}: expected a release, a zip, a folder or a JSON bundle, found nothing there`);
  }
  if (mimicMetadata !== undefined && !existsSync(mimicMetadata)) {
    throw usageError(`--mimic-metadata ${mimicMetadata}: expected a file, found nothing there`);
  }
}

/**
 * Finds the scene graphs of INPUT: a release root, a zip, a folder of JSON files, a .jsonl[.gz] or a .json array.
 * @param spool a folder for what has to be unpacked first: only a packed bundle
 * @throws UserError when INPUT is none of these
 */
export async function discover(input: string, spool: string): Promise<Input> {
  const found = await stat(input);
  if (found.isDirectory()) return discoverFolder(input);
  const name = basename(input);
  if (!found.isFile()) throw usageError(`${name}: expected a folder or a file, found a pipe or a device`);
  if (/\.zip$/i.test(name)) return findMembers(input, name);
  if (/\.gz$/i.test(name)) return discoverPacked(input, name, spool);
  if (/\.(jsonl|ndjson)$/i.test(name)) return findLines(input, name);
  if (/\.json$/i.test(name)) return discoverJson(input, name);
  throw usageError(`${name}: expected a folder, a .zip, .jsonl, .jsonl.gz or .json, found another name`);
}

async function discoverFolder(root: string): Promise<Input> {
  const release = releaseRoot(root);
  const home = release ? join(release, 'silver_dataset') : root;
  const zip = join(home, 'scene_graph.zip');
  if (existsSync(zip))
    return findMembers(zip, zip.slice(root.length).replaceAll('\\', '/').replace(/^\/+/, ''));
  if (release === undefined) return findFiles(root, root);
  const folder = join(home, 'scene_graph');
  if (existsSync(folder)) return findFiles(folder, root);
  throw new UserError(
    `${root}: expected silver_dataset/scene_graph.zip or a folder silver_dataset/scene_graph, found neither; ` +
      'get the archive, or give the folder that holds the *_SceneGraph.json.',
  );
}

function discoverJson(path: string, name: string): Promise<Input> {
  return startsWithList(path).then((isList) => (isList ? findElements(path, name) : findWhole(path, name)));
}

/** A .json file whose root is no list is one record: a single graph. */
async function findWhole(path: string, name: string): Promise<Input> {
  const { size } = await stat(path);
  return {
    location: { kind: 'records', path, source: name },
    refs: [{ name: '1', offset: 0, size }],
    rejected: [],
  };
}

/** Records are read at random, so a packed bundle is unpacked beside the output first. */
async function discoverPacked(path: string, name: string, spool: string): Promise<Input> {
  const unpacked = join(spool, 'records');
  let broken: string | undefined;
  await pipeline(createReadStream(path), createGunzip(), createWriteStream(unpacked, { mode: 0o600 })).catch(
    (error) => {
      if (!String(error.code).startsWith('Z_') && error.code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error;
      broken = error.code;
    },
  );
  const isLines = /\.(jsonl|ndjson)\.gz$/i.test(name);
  const input = await (isLines ? findLines(unpacked, name) : discoverJson(unpacked, name));
  if (broken === undefined) return input;
  if (input.refs.length === 0) {
    throw new UserError(
      `${name}: expected a gzip file, found one that does not unpack (${broken}); get the file again.`,
    );
  }
  const rejection = new Rejection(
    'unreadable',
    '',
    `expected a whole gzip file, found one that breaks off (${broken})`,
  );
  return { ...input, rejected: [{ name: null, rejection }] };
}
