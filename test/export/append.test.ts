import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import test from 'ava';
import { FolderRun, type RunOptions } from '../../etl/export/run.js';
import { temporaryFolder } from '../helpers/temporary_folder.js';

test('rows that are appended slice by slice are one file with one header, listed with its checksum', async (t) => {
  const folder = await temporaryFolder(t);
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const run = new FolderRun({ connection, folder, values: {}, splits: [] } as unknown as RunOptions);
  const rows = (from: number, to: number) =>
    `select i as n, if(i = 2, null, e'a\\t"b"') as name from range(${from}, ${to}) as r(i)`;
  const numbers = [
    await run.append(rows(1, 3), 'x.txt'),
    await run.append(rows(3, 3), 'x.txt'),
    await run.append(rows(3, 4), 'x.txt'),
  ];
  await run.finish();
  t.deepEqual(numbers, [2, 0, 1]);
  const text = await readFile(join(folder, 'x.txt'), 'utf8');
  t.is(text, 'n\tname\n1\t"a\t""b"""\n2\t\n3\t"a\t""b"""\n');
  const sha256 = createHash('sha256').update(text).digest('hex');
  t.deepEqual(run.files, [{ path: 'x.txt', bytes: Buffer.byteLength(text), sha256 }]);
  t.is((await stat(join(folder, 'x.txt'))).mode & 0o777, 0o600);
  t.deepEqual(await readdir(folder), ['x.txt']);
  connection.closeSync();
  instance.closeSync();
});
