import { join } from 'node:path';
import { crc32, deflateRawSync } from 'node:zlib';
import test from 'ava';
import { openPromise } from 'yauzl';
import { ZipWriter } from '../../etl/synth/zip_writer.js';
import { folder } from './release.js';

test('an archive of more members than 16 bits count reads in full', async (t) => {
  const path = join(await folder(t), 'many.zip');
  const bytes = Buffer.from('{}');
  const member = { packed: deflateRawSync(bytes), size: bytes.length, crc32: crc32(bytes) };
  const writer = new ZipWriter(path);
  for (let i = 0; i < 70_000; i++) writer.add({ ...member, name: `scene_graph/${i}.json` });
  writer.end();
  const zip = await openPromise(path, { lazyEntries: true });
  let [members, last] = [0, ''];
  for await (const entry of zip.eachEntry()) {
    members++;
    last = entry.fileName;
  }
  t.deepEqual([members, last], [70_000, 'scene_graph/69999.json']);
});
