import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import test from 'ava';
import { build } from '../../etl/build.js';
import { synthesize } from '../../etl/synth/index.js';
import { writeFiles } from '../helpers/files.js';
import { graphOf } from '../helpers/graph.js';
import { runImagenome } from '../helpers/process.js';
import { temporaryFolder } from '../helpers/temporary_folder.js';
import { hashOf } from '../synth/release.js';

const graphs = Array.from({ length: 20 }, (_, i) => graphOf({ image_id: `image ${i}` }));
const loose = Object.fromEntries(graphs.map((graph, i) => [`${i}.json`, graph]));

/** Makes the workers of a build meet an error: JavaScript that runs before anything else in every thread, with `fs` patched at its end. */
const faults: Record<string, { input(folder: string): Promise<string>; code: string; says: RegExp }> = {
  'EIO from the eighth read of an archive on': {
    input: async (folder) => {
      await synthesize({ images: 40, seed: 3, out: join(folder, 'release') });
      return join(folder, 'release');
    },
    code: `let n = 0; const read = fs.readSync;
      fs.readSync = (...args) => { if (++n >= 8) fail('EIO', 'read'); return read(...args); };`,
    says: /EIO/,
  },
  'EMFILE when loose files are opened': {
    input: (folder) => writeFiles(join(folder, 'graphs'), loose),
    code: `const open = fs.openSync;
      fs.openSync = (path, ...args) => { if (/7\\.json$/.test(path)) fail('EMFILE', 'open', path); return open(path, ...args); };`,
    says: /7\.json.*EMFILE/,
  },
  'ESTALE in lines': {
    input: async (folder) => {
      await writeFile(join(folder, 'x.jsonl'), graphs.map((graph) => JSON.stringify(graph)).join('\n'));
      return join(folder, 'x.jsonl');
    },
    code: `fs.readSync = () => fail('ESTALE', 'read');`,
    says: /ESTALE/,
  },
  'a file that was found and is gone': {
    input: (folder) => writeFiles(join(folder, 'graphs'), loose),
    code: `const open = fs.openSync;
      fs.openSync = (path, ...args) => { if (/9\\.json$/.test(path)) fs.rmSync(path, { force: true }); return open(path, ...args); };`,
    says: /9\.json.*ENOENT/,
  },
};

for (const [name, { input, code, says }] of Object.entries(faults)) {
  test(`${name} ends the build, and the earlier warehouse stays`, async (t) => {
    const folder = await temporaryFolder(t);
    const out = join(folder, 'warehouse');
    await build({
      derived: 'none',
      input: await writeFiles(join(folder, 'earlier'), { 'a.json': graphOf() }),
      out,
      workers: 1,
    });
    const before = await hashOf(out);
    const patch = join(folder, 'patch.cjs');
    await writeFile(
      patch,
      `if (!require('node:worker_threads').isMainThread) {
        const fs = require('node:fs');
        const fail = (code, syscall, path) => { throw Object.assign(new Error(code), { code, syscall, path }); };
        ${code}
        require('node:module').syncBuiltinESMExports();
      }`,
    );
    const args = ['build', await input(folder), '--out', out, '--workers', '1', '--quiet'];
    const ended = await runImagenome(args, ['--require', patch]);
    t.is(ended.code, 1, ended.stderr);
    t.regex(ended.stderr, says);
    t.notRegex(ended.stderr, /^\s+at /m, 'no stack');
    t.is(await hashOf(out), before);
    t.deepEqual(
      (await readdir(folder)).filter((name) => name.startsWith('.')),
      [],
    );
  });
}
