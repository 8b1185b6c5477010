import { statSync } from 'node:fs';
import { type Entry, fromRandomAccessReaderPromise, type ZipFile } from 'yauzl';
import { Rejection } from '../diagnostics/rejection.js';
import { UserError } from '../error.js';
import { BlockReader } from './block_reader.js';
import { isGraphName } from './folder.js';
import { byName, type GraphRef, type Input } from './input.js';

const DIRECTORY_ENTRY = 0x02014b50;

/** Reads the directory of a zip (zip64 too); nothing is unpacked. `source` is the path of the zip within INPUT. */
export async function findMembers(path: string, source: string): Promise<Input> {
  const refs: GraphRef[] = [];
  const rejected: Input['rejected'][number][] = [];
  for await (const entry of entries(path, source)) {
    const name = entry.fileNameRaw.toString('utf8');
    if (name.endsWith('/') || !isGraphName(name)) continue;
    const rejection = rejectionOf(name, entry);
    if (rejection) rejected.push({ name, rejection });
    else refs.push(refOf(name, entry));
  }
  return { location: { kind: 'zip', path, source }, refs: refs.sort(byName), rejected };
}

/** Names stay bytes and sizes unchecked: yauzl would end at the first member that climbs out of the archive or lies about its size. */
async function* entries(path: string, source: string): AsyncGenerator<Entry> {
  let zip: ZipFile | undefined;
  try {
    const reader = new BlockReader(path);
    zip = await fromRandomAccessReaderPromise(reader, statSync(path).size, {
      lazyEntries: true,
      autoClose: false,
      decodeStrings: false,
      validateEntrySizes: false,
    });
    yield* zip.eachEntry();
    if (reader.followingSignature() === DIRECTORY_ENTRY) {
      throw new Error('it has more members than it tells, as without zip64 beyond 65,535');
    }
  } catch (error) {
    const found = (error as Error).message;
    throw new UserError(
      `${source}: expected a zip archive, found one that does not read (${found}); get the file again.`,
    );
  } finally {
    zip?.close();
  }
}

function refOf(name: string, entry: Entry): GraphRef {
  return {
    name,
    offset: entry.relativeOffsetOfLocalHeader,
    size: entry.compressedSize,
    declared: { size: entry.uncompressedSize, crc32: entry.crc32, isDeflated: entry.compressionMethod === 8 },
  };
}

function rejectionOf(name: string, entry: Entry): Rejection | undefined {
  if (name.split(/[/\\]/).includes('..') || /^([/\\]|[a-z]:)/i.test(name)) {
    return new Rejection(
      'unsafe_member_name',
      '',
      'expected a name within the archive, found one that climbs out of it',
    );
  }
  const isEncrypted = (entry.generalPurposeBitFlag & 1) !== 0;
  if (isEncrypted || ![0, 8].includes(entry.compressionMethod)) {
    const found = isEncrypted ? 'an encrypted one' : `method ${entry.compressionMethod}`;
    return new Rejection(
      'unsupported_zip_member',
      '',
      `expected a stored or deflated member, found ${found}`,
    );
  }
  return undefined;
}
