import { openSync } from 'node:fs';
import { stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import test from 'ava';
import { unpack } from '../../etl/discover/gunzip.js';
import { UserError } from '../../etl/error.js';
import { temporaryFolder } from '../helpers/temporary_folder.js';

test('a bundle that unpacks to far more than graphs do is refused with what to do', async (t) => {
  const folder = await temporaryFolder(t);
  const [path, to] = [join(folder, 'x.jsonl.gz'), join(folder, 'x')];
  const piece = gzipSync(Buffer.alloc(2 ** 26, '\n'), { level: 9 });
  await writeFile(path, Buffer.concat(Array.from({ length: 8 }, () => piece)));
  const error = await t.throwsAsync(unpack(path, openSync(to, 'w'), 'x.jsonl.gz'), { instanceOf: UserError });
  t.regex(error.message, /x\.jsonl\.gz: expected at most \d+ bytes.*unpack it yourself/);
  t.true((await stat(to)).size < 2 ** 29);
});

test('of a file that breaks off the beginning is unpacked', async (t) => {
  const folder = await temporaryFolder(t);
  const [path, to] = [join(folder, 'x.jsonl.gz'), join(folder, 'x')];
  await writeFile(path, gzipSync('a line\n'.repeat(100_000)).subarray(0, -12));
  t.regex(String(await unpack(path, openSync(to, 'w'), 'x.jsonl.gz')), /^Z_|PREMATURE/);
  t.true((await stat(to)).size > 0);
});
