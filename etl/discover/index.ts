import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { Rejection } from '../diagnostics/rejection.js';
import { UserError, usageError } from '../error.js';
import { LIMITS, type Limits } from '../limits.js';
import { createTempFile } from '../warehouse/temp_folder.js';
import { findFiles } from './folder.js';
import { unpack } from './gunzip.js';
import type { Input } from './input.js';
import { findElements, findLines } from './records.js';
import type { Release } from './release.js';
import { findMembers } from './zip.js';

/**
 * Finds the scene graphs of a release: of a folder of JSON files, a zip, a .jsonl[.gz] or a .json array.
 * @param tempFolder a folder for what has to be unpacked first: only a packed bundle
 * @param onFound is given now and then how many have been found, and in the end how many there are
 * @throws UserError when INPUT is none of these
 */
export async function discover(
  release: Release,
  tempFolder: string,
  limits: Limits = LIMITS,
  onFound: (found: number) => void = () => {},
): Promise<Input> {
  const input = await discoverGraphs(release, tempFolder, limits, onFound);
  onFound(input.refs.length);
  return input;
}

async function discoverGraphs(
  release: Release,
  tempFolder: string,
  limits: Limits,
  onFound: (found: number) => void,
): Promise<Input> {
  const { graphs, source } = release;
  const found = await stat(graphs);
  if (found.isDirectory()) return discoverFolder(release, onFound);
  const name = basename(graphs);
  if (!found.isFile()) throw usageError(`${name}: expected a folder or a file, found a pipe or a device`);
  if (/\.zip$/i.test(name)) return findMembers({ path: graphs }, source);
  if (/\.gz$/i.test(name)) return discoverPacked(graphs, source, tempFolder, limits);
  if (/\.(jsonl|ndjson)$/i.test(name)) return findLines(graphs, source, onFound);
  if (/\.json$/i.test(name)) return findElements(graphs, source, onFound);
  throw usageError(`${name}: expected a folder, a .zip, .jsonl, .jsonl.gz or .json, found another name`);
}

async function discoverFolder({ input, graphs }: Release, onFound: (found: number) => void): Promise<Input> {
  const found = await findFiles(graphs, input, onFound);
  const isSilver = basename(graphs).toLowerCase() === 'silver_dataset';
  if (!isSilver || found.refs.length > 0) return found;
  throw new UserError(
    `${input}: expected silver_dataset/scene_graph.zip or a folder silver_dataset/scene_graph, found neither; ` +
      'get the archive, or give the folder that holds the *_SceneGraph.json.',
  );
}

/** Records are read at random, so a packed bundle is unpacked next to the output first, into a file that closes with that folder. */
async function discoverPacked(
  path: string,
  name: string,
  tempFolder: string,
  limits: Limits,
): Promise<Input> {
  const { file, path: unpacked } = createTempFile(tempFolder, 'records');
  const broken = await unpack(path, file, name, limits);
  const isLines = /\.(jsonl|ndjson)\.gz$/i.test(name);
  const input = await (isLines ? findLines(unpacked, name) : findElements(unpacked, name));
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
