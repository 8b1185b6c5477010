import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { crc32, deflateRawSync, gzipSync } from 'node:zlib';
import test from 'ava';
import { ZipWriter } from '../../etl/synth/zip_writer.js';
import { imagenome } from '../helpers/command.js';
import { writeFiles } from '../helpers/files.js';
import { attributesOf, graphOf, type Json } from '../helpers/graph.js';
import { temporaryFolder } from '../helpers/temporary_folder.js';
import { tableRows } from '../helpers/warehouse.js';

const many = (count: number, values: Json) =>
  attributesOf({
    attributes: [Array(count).fill('nlp|yes|normal')],
    attributes_ids: [Array(count).fill('')],
    ...values,
  });
const bomb = (image_id: string, values: Json) => JSON.stringify(graphOf({ image_id, ...values }));

/** Members that unpack, parse or multiply into far more than they are, and what becomes of each. */
const members: Record<string, readonly [json: string | Buffer, code: string | null]> = {
  'brackets.json': [Buffer.alloc(60_000_000, '['), 'too_deep'],
  'cues.json': [
    bomb('cues', { attributes: [many(5000, { severity_cues: [Array(5000).fill('severity|yes|mild')] })] }),
    'too_large',
  ],
  'ids.json': [bomb('ids', { attributes: [many(20_000, { object_id: 'x'.repeat(100_000) })] }), 'too_large'],
  'nulls.json': [bomb('nulls', { relationships: Array(1_000_000).fill(null) }), 'too_large'],
  'zeros.json': [Buffer.alloc(65 * 2 ** 20), 'too_large'],
  'sound.json': [bomb('sound', { attributes: [attributesOf()] }), null],
};

test('a small archive of bombs costs its bombs alone, and little memory', async (t) => {
  const folder = await temporaryFolder(t);
  const [input, out] = [join(folder, 'bombs.zip'), join(folder, 'w')];
  const zip = new ZipWriter(input);
  for (const [name, [json]] of Object.entries(members)) {
    const bytes = Buffer.from(json);
    zip.add({ name, packed: deflateRawSync(bytes, { level: 1 }), size: bytes.length, crc32: crc32(bytes) });
  }
  zip.end();
  const options = ['--out', out, '--quiet', '--workers', '1', '--derived', 'none'];
  t.is((await imagenome('build', input, ...options)).code, 3);
  const rejected = Object.entries(members).flatMap(([member, [, code]]) => (code ? [{ member, code }] : []));
  t.deepEqual(
    (await tableRows(out, 'quarantine')).map(({ member, code }) => ({ member, code })),
    rejected.toSorted((a, b) => (a.member < b.member ? -1 : 1)),
  );
  t.is((await tableRows(out, 'object_attributes')).length, 1);
});

test('options set the limits, and each is one of a build', async (t) => {
  const folder = await temporaryFolder(t);
  const input = await writeFiles(join(folder, 'input'), {
    'a.json': graphOf({ image_id: 'a', attributes: [attributesOf(), attributesOf()] }),
    'b.json': graphOf({ image_id: 'b', attributes: [attributesOf()] }),
  });
  const packed = join(folder, 'lines.jsonl.gz');
  await writeFile(packed, gzipSync(`${JSON.stringify(graphOf())}\n`.repeat(200)));
  const build = (from: string, ...words: string[]) =>
    imagenome(
      'build',
      from,
      '--out',
      join(folder, 'w'),
      '--quiet',
      '--workers',
      '1',
      '--derived',
      'none',
      ...words,
    );
  t.is((await build(input, '--max-entries', '1')).code, 3);
  const [row] = await tableRows(join(folder, 'w'), 'quarantine');
  t.like(row, { source: 'a.json', code: 'too_large' });
  const refused = await build(packed, '--max-unpacked', '10kB');
  t.is(refused.code, 1);
  t.regex(refused.err, /lines\.jsonl\.gz: expected at most 10000 bytes when unpacked.*--max-unpacked/);
  for (const words of [
    ['--max-rows', '12'],
    ['--max-depth', '0'],
    ['--max-graph', 'large'],
  ]) {
    const wrong = await build(input, ...words);
    t.is(wrong.code, 2, wrong.err);
    t.regex(wrong.err, new RegExp(`${words[0]}: expected`));
  }
});
