import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { crc32, deflateRawSync } from 'node:zlib';
import type { QuarantineCode } from '../../../etl/diagnostics/codes.js';
import { type Member, ZipWriter } from '../../../etl/synth/zip_writer.js';
import { graphOf } from '../../helpers/graph.js';

/** A member of the archive, and what becomes of it: rejected, loaded, or (neither) no graph at all. */
export interface FaultyMember {
  readonly member: Omit<Member, 'name'>;
  readonly code?: QuarantineCode;
  readonly image_id?: string;
}

const STORED = 0;

function memberOf(text: string, values: Partial<Member> = {}): Omit<Member, 'name'> {
  const bytes = Buffer.from(text);
  const packed = values.method === STORED ? bytes : deflateRawSync(bytes);
  return { packed, size: bytes.length, crc32: crc32(bytes), ...values };
}

const graph = (image_id: string) => JSON.stringify(graphOf({ image_id }));
const loaded = (image_id: string, values: Partial<Member> = {}): FaultyMember => ({
  member: memberOf(graph(image_id), values),
  image_id,
});
const rejected = (code: QuarantineCode, values: Partial<Member> = {}): FaultyMember => ({
  member: memberOf(graph('rejected'), values),
  code,
});
const size = graph('rejected').length;

/** Members of one archive by name. */
export const faultyMembers: Record<string, FaultyMember> = {
  'scene_graph/deflated.json': loaded('deflated'),
  'scene_graph/stored.json': loaded('stored', { method: STORED }),
  './scene_graph/from_here.json': loaded('from here'),
  'scene_graph\\backslash.json': loaded('backslash'),
  'scene_graph/ünïcode….json': loaded('unicode'),
  'scene_graph/UPPER.JSON': loaded('upper'),
  [`scene_graph/${'long/'.repeat(800)}name.json`]: loaded('long'),
  'scene_graph/a..b.json': loaded('dots'),

  'scene_graph/': { member: memberOf('', { method: STORED }) },
  'scene_graph/folder.json/': { member: memberOf('', { method: STORED }) },
  '__MACOSX/scene_graph/._deflated.json': { member: memberOf('\0\x05\x16\x07') },
  'scene_graph/._deflated.json': { member: memberOf('\0\x05\x16\x07') },
  'scene_graph/.DS_Store': { member: memberOf('') },
  'scene_graph/notes.txt': { member: memberOf('no graph') },

  '../climbing.json': rejected('unsafe_member_name'),
  'scene_graph/../../climbing.json': rejected('unsafe_member_name'),
  'scene_graph\\..\\climbing.json': rejected('unsafe_member_name'),
  '/absolute.json': rejected('unsafe_member_name'),
  'C:\\absolute.json': rejected('unsafe_member_name'),

  'scene_graph/encrypted.json': rejected('unsupported_zip_member', { flags: 1 }),
  'scene_graph/encrypted_stored.json': rejected('unsupported_zip_member', { flags: 1, method: STORED }),
  'scene_graph/bzip2.json': rejected('unsupported_zip_member', { method: 12 }),
  'scene_graph/zstd.json': rejected('unsupported_zip_member', { method: 93 }),

  'scene_graph/wrong_checksum.json': rejected('crc_mismatch', { crc32: 0 }),
  'scene_graph/wrong_checksum_stored.json': rejected('crc_mismatch', { crc32: 0, method: STORED }),

  'scene_graph/larger_than_declared.json': rejected('size_mismatch', { size: size - 1 }),
  'scene_graph/larger_than_nothing.json': rejected('size_mismatch', { size: 0 }),
  'scene_graph/smaller_than_declared.json': rejected('size_mismatch', { size: size + 1 }),
  'scene_graph/stored_larger.json': rejected('size_mismatch', { size: size - 1, method: STORED }),
  'scene_graph/stored_smaller.json': rejected('size_mismatch', { size: size + 1, method: STORED }),
  'scene_graph/declared_huge.json': rejected('too_large', { size: 2 ** 32 - 2 }),

  'scene_graph/not_deflated.json': rejected('bad_zip_member', { packed: Buffer.from(graph('rejected')) }),
  'scene_graph/cut_off.json': rejected('bad_zip_member', {
    packed: deflateRawSync(Buffer.from(graph('rejected'))).subarray(0, -4),
  }),
  'scene_graph/nothing_packed.json': rejected('bad_zip_member', { packed: Buffer.alloc(0) }),

  'scene_graph/empty.json': { member: memberOf(''), code: 'empty_file' },
  'scene_graph/empty_stored.json': { member: memberOf('', { method: STORED }), code: 'empty_file' },
  'scene_graph/no_json.json': { member: memberOf('{'), code: 'invalid_json' },
};

/** Writes the archive into a folder and gives its path. */
export async function writeFaultyZip(folder: string): Promise<string> {
  await mkdir(folder);
  const path = join(folder, 'graphs.zip');
  const zip = new ZipWriter(path);
  for (const [name, { member }] of Object.entries(faultyMembers)) zip.add({ name, ...member });
  zip.end();
  return path;
}
