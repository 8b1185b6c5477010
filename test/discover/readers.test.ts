import { open, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { crc32, deflateRawSync } from 'node:zlib';
import test from 'ava';
import { Rejection } from '../../etl/diagnostics/rejection.js';
import type { GraphRef, InputKind } from '../../etl/discover/input.js';
import { openReader } from '../../etl/discover/reader.js';
import { LIMITS } from '../../etl/limits.js';
import { ZipWriter } from '../../etl/synth/zip_writer.js';
import { temporaryFolder } from '../helpers/temporary_folder.js';

const text = Buffer.from('{"image_id": "a1"}');

/** Two members of an archive, and where the second one begins. */
async function archive(folder: string): Promise<{ path: string; ref: GraphRef }> {
  const path = join(folder, 'graphs.zip');
  const zip = new ZipWriter(path);
  const packed = deflateRawSync(text);
  for (const name of ['first.json', 'a1.json']) {
    zip.add({ name, packed, size: text.length, crc32: crc32(text) });
  }
  zip.end();
  const offset = 30 + 'first.json'.length + packed.length;
  const declared = { size: text.length, crc32: crc32(text), isDeflated: true };
  return { path, ref: { name: 'a1.json', offset, size: packed.length, declared } };
}

const forms: Record<InputKind, (folder: string) => Promise<{ path: string; ref: GraphRef }>> = {
  files: async (folder) => {
    await writeFile(join(folder, 'a1.json'), text);
    return { path: folder, ref: { name: 'a1.json', offset: 0, size: 0 } };
  },
  records: async (folder) => {
    const path = join(folder, 'graphs.jsonl');
    await writeFile(path, `first\n${text}\n`);
    return { path, ref: { name: '2', offset: 6, size: text.length } };
  },
  zip: archive,
};

for (const kind of ['files', 'records', 'zip'] as const) {
  test(`${kind}: a graph is read whole, and its head begins as it does`, async (t) => {
    const { path, ref } = await forms[kind](await temporaryFolder(t));
    const reader = openReader({ kind, path, source: '' });
    t.deepEqual(Buffer.from(reader.head(ref)), text);
    t.deepEqual(Buffer.from(reader.read(ref)), text);
    reader.close();
  });

  test(`${kind}: what is too large to be a graph is rejected before it is read`, async (t) => {
    const folder = await temporaryFolder(t);
    const { path, ref } = await forms[kind](folder);
    if (kind === 'files') {
      const file = await open(join(folder, 'a1.json'), 'r+');
      await file.truncate(LIMITS.graphBytes + 1);
      await file.close();
    }
    const size = LIMITS.graphBytes + 1;
    const large = [{ ...ref, size }];
    if (kind === 'zip') large.push({ ...ref, declared: { ...ref.declared!, size } });
    const reader = openReader({ kind, path, source: '' });
    for (const one of large) {
      const error = t.throws(() => reader.read(one), { instanceOf: Rejection });
      t.is(error.code, 'too_large');
    }
    reader.close();
  });
}
