import { Rejection } from '../diagnostics/rejection.js';
import { EXIT, UserError } from '../error.js';
import { classify, type Skipped } from './graph_name.js';
import { byName, type GraphRef, type Input } from './input.js';
import { type DirectoryEntry, readDirectory, type ZipFile } from './zip_directory.js';

/** Flags of a member that is encrypted, weakly or strongly. */
const ENCRYPTED = 0x41;

/** Reads the directory of a zip; nothing is unpacked. `source` is the path of the zip within INPUT. */
export async function findMembers(zip: ZipFile, source: string): Promise<Input> {
  const refs: GraphRef[] = [];
  const rejected: Input['rejected'][number][] = [];
  const skipped: Skipped[] = [];
  let inner: string | undefined;
  for (const entry of await readDirectory(zip, source)) {
    const { name } = entry;
    if (name.endsWith('/')) continue;
    if (/(^|[/\\])scene_graph\.zip$/i.test(name)) inner ??= name;
    const kind = classify(name);
    if (kind !== 'graph') {
      if (kind !== 'other') skipped.push({ name, kind });
      continue;
    }
    const rejection = rejectionOf(entry);
    if (rejection) rejected.push({ name, rejection });
    else refs.push(refOf(entry));
  }
  if (inner !== undefined && refs.length === 0) throw wholeArchive(zip.path, inner);
  return { location: { kind: 'zip', path: zip.path, source }, refs: refs.sort(byName), rejected, skipped };
}

/** The archive of the whole release holds that of the graphs, and lists that a build reads as files. */
function wholeArchive(path: string, inner: string): UserError {
  const folder = `${path.replace(/\.zip$/i, '')}-unpacked`;
  return new UserError(
    `${path}: expected an archive of scene graphs, found one of a whole release, which holds ${inner}; ` +
      `unpack it with: unzip -q '${path}' -d '${folder}'; then give the folder: imagenome build '${folder}'`,
    EXIT.usage,
  );
}

function refOf({ name, offset, packed, size, crc32, method }: DirectoryEntry): GraphRef {
  return { name, offset, size: packed, declared: { size, crc32, isDeflated: method === 8 } };
}

function rejectionOf({ name, flags, method, fault }: DirectoryEntry): Rejection | undefined {
  if (name.split(/[/\\]/).includes('..') || /^([/\\]|[a-z]:)/i.test(name)) {
    return new Rejection(
      'unsafe_member_name',
      '',
      'expected a name within the archive, found one that climbs out of it',
    );
  }
  const isEncrypted = (flags & ENCRYPTED) !== 0;
  if (isEncrypted || ![0, 8].includes(method)) {
    const found = isEncrypted ? 'an encrypted one' : `method ${method}`;
    return new Rejection(
      'unsupported_zip_member',
      '',
      `expected a stored or deflated member, found ${found}`,
    );
  }
  return fault === undefined ? undefined : new Rejection('bad_zip_member', '', fault);
}
