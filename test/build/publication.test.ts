import { type ChildProcess, fork } from 'node:child_process';
import fs, { existsSync } from 'node:fs';
import { cp, mkdir, readdir, rename, symlink, writeFile } from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import { join } from 'node:path';
import test, { type ExecutionContext } from 'ava';
import { build } from '../../etl/build.js';
import { Staging } from '../../etl/publish/staging.js';
import { imagenome } from '../helpers/command.js';
import { writeFiles } from '../helpers/files.js';
import { graphOf } from '../helpers/graph.js';
import { ended, runImagenome, startImagenome } from '../helpers/process.js';
import { temporaryFolder } from '../helpers/temporary_folder.js';
import { tableRows, withWarehouse } from '../helpers/warehouse.js';
import { hashOf } from '../synth/release.js';

/** A folder with two inputs, and a warehouse that was built from the first. */
async function folderWithWarehouse(t: ExecutionContext) {
  const folder = await temporaryFolder(t);
  const [first, second] = await Promise.all(
    ['first', 'second'].map((image_id) =>
      writeFiles(join(folder, image_id), { [`${image_id}.json`]: graphOf({ image_id }) }),
    ),
  );
  const out = join(folder, 'warehouse');
  await build({ derived: 'none', input: first!, out, workers: 1 });
  return { folder, out, second: second!, earlier: await hashOf(out) };
}

const imagesIn = async (out: string) => (await tableRows(out, 'images')).map(({ image_id }) => image_id);

/** JavaScript that runs before the command: renames and removals of folders go through `before(name, path)`. */
function preload(before: string): string[] {
  const code = `
    import fs from 'node:fs';
    import promises from 'node:fs/promises';
    import { syncBuiltinESMExports } from 'node:module';
    const fail = (code, syscall) => { throw Object.assign(new Error(code), { code, syscall }); };
    let renames = 0;
    const before = (name, path) => { ${before} };
    for (const [name, module] of [['renameSync', fs], ['rmSync', fs], ['rm', promises]]) {
      const original = module[name];
      const patched = (path, ...rest) => { before(name, String(path)); return original(path, ...rest); };
      module[name] = name === 'rm' ? async (...args) => patched(...args) : patched;
    }
    syncBuiltinESMExports();`;
  return [`--import=data:text/javascript,${encodeURIComponent(code)}`];
}

/** Without the programs that exchange two folders at one stroke. */
const withoutExchange = `process.env.PATH = '';`;
const killAtSecondRename = preload(
  `${withoutExchange} if (name === 'renameSync' && /warehouse/.test(path) && ++renames === 2) process.kill(process.pid, 'SIGKILL');`,
);

/** A process that looks at a path as often as it can, and says how often nothing was there. */
async function watcher(path: string): Promise<{ stop(): Promise<{ looks: number; missing: number }> }> {
  const code = `
    const fs = require('node:fs');
    let [looks, missing, goes] = [0, 0, true];
    process.on('message', () => { process.send({ looks, missing }); process.disconnect(); goes = false; });
    const look = () => {
      for (let i = 0; i < 500; i++) { looks++; if (!fs.existsSync(process.argv[2])) missing++; }
      if (goes) setImmediate(look);
    };
    process.send('ready');
    look();`;
  const folder = join(path, '..', '..');
  await writeFile(join(folder, 'watcher.cjs'), code);
  const child: ChildProcess = fork(join(folder, 'watcher.cjs'), [path], { execArgv: [] });
  await new Promise((resolve) => child.once('message', resolve));
  return {
    stop: () =>
      new Promise((resolve) => {
        child.once('message', (seen) => resolve(seen as { looks: number; missing: number }));
        child.send('stop');
      }),
  };
}

/** Publishes folders with a file `manifest.json` one after the other, while a process looks for that file. */
async function watchedPublications(t: ExecutionContext, times: number) {
  const folder = await temporaryFolder(t);
  const out = join(folder, 'warehouse');
  const publish = async () => {
    await using staging = await Staging.open(out);
    await writeFile(join(staging.folder, 'manifest.json'), '{"format":"chest-imagenome-warehouse"}');
    await staging.publish();
  };
  await publish();
  const watching = await watcher(join(out, 'manifest.json'));
  for (let i = 0; i < times; i++) await publish();
  const seen = await watching.stop();
  t.log(`${times} publications, ${seen.looks} looks, ${seen.missing} times nothing`);
  return seen;
}

test.serial('where two folders can be exchanged, no reader ever finds nothing', async (t) => {
  const folder = await temporaryFolder(t);
  await Promise.all(['a', 'b'].map((name) => mkdir(join(folder, name))));
  const { exchange } = await import('../../etl/publish/exchange.js');
  if (!exchange(join(folder, 'a'), join(folder, 'b')))
    return t.pass('this system cannot exchange two folders');
  const { looks, missing } = await watchedPublications(t, 40);
  t.true(looks > 1000);
  t.is(missing, 0);
});

test('a build killed between its two renames loses nothing: every command finds the earlier warehouse', async (t) => {
  const { folder, out, second, earlier } = await folderWithWarehouse(t);
  const { signal } = await runImagenome(['build', second, '--out', out, '--quiet'], killAtSecondRename);
  t.is(signal, 'SIGKILL');
  t.false(existsSync(out), 'killed at that very moment');
  const gap = join(folder, 'gap');
  const names = (await readdir(folder)).filter((name) => name.startsWith('.'));
  for (const [i, words] of [
    ['info', out],
    ['sql', out, 'from images'],
    ['check', out],
    ['build', join(folder, 'nothing'), '--out', out],
    ['build', await writeFiles(join(folder, 'broken'), { 'x.json': '{' }), '--out', out],
  ].entries()) {
    const place = `${gap}${i}`;
    await mkdir(place);
    for (const name of names) await cp(join(folder, name), join(place, name), { recursive: true });
    const at = join(place, 'warehouse');
    const { code, err } = await imagenome(...words.map((word) => (word === out ? at : word)));
    if (words[0] !== 'build') t.is(code, 0, err);
    if (words[1]?.endsWith('nothing')) continue; // it never came to look at the output
    t.is(await hashOf(at), earlier, words.join(' '));
  }
  await build({ derived: 'none', input: second, out, workers: 1 });
  t.deepEqual(await imagesIn(out), ['second']);
  t.deepEqual(
    (await readdir(folder)).filter((name) => name.startsWith('.')),
    [],
  );
});

test('a reader waits for a publication that is under way, and reads the earlier warehouse when it goes on', async (t) => {
  const { folder, out, second } = await folderWithWarehouse(t);
  const stop = preload(
    `${withoutExchange} if (name === 'renameSync' && /warehouse/.test(path) && ++renames === 2) process.kill(process.pid, 'SIGSTOP');`,
  );
  const child = startImagenome(['build', second, '--out', out, '--quiet'], stop);
  const end = ended(child);
  while (existsSync(out)) await new Promise((resolve) => setTimeout(resolve, 5));
  const { code, out: rows } = await imagenome('sql', out, 'select image_id from images', '--csv');
  t.is(code, 0);
  t.is(rows, 'image_id\nfirst\n');
  t.false(existsSync(out), 'what a living process has put aside stays there');
  const reading = imagenome('sql', out, 'select image_id from images', '--csv');
  setTimeout(() => child.kill('SIGCONT'), 50);
  t.is((await reading).out, 'image_id\nsecond\n');
  t.is((await end).code, 0);
  t.deepEqual((await readdir(folder)).sort(), ['first', 'second', 'warehouse']);
});

test('a warehouse that is replaced while it is opened is read as a whole', async (t) => {
  const { folder, out, second } = await folderWithWarehouse(t);
  const next = join(folder, 'next');
  await build({ derived: 'none', input: second, out: next, workers: 1 });
  const { readFileSync } = fs;
  let isReplaced = false;
  fs.readFileSync = ((path: string, ...rest: []) => {
    const read = readFileSync(path, ...rest);
    if (path === join(out, 'manifest.json') && !isReplaced) {
      isReplaced = true;
      fs.renameSync(out, join(folder, 'aside'));
      fs.renameSync(next, out);
    }
    return read;
  }) as typeof readFileSync;
  syncBuiltinESMExports();
  t.teardown(() => {
    fs.readFileSync = readFileSync;
    syncBuiltinESMExports();
  });
  const { code, out: said } = await imagenome('info', out, '--json');
  t.is(code, 0);
  t.true(isReplaced);
  t.is(JSON.parse(said).created, JSON.parse(readFileSync(join(out, 'manifest.json'), 'utf8')).created);
});

test('a folder that only has the name of an earlier warehouse is not adopted', async (t) => {
  const { folder, out, second } = await folderWithWarehouse(t);
  const plant = async (name: string) => {
    const place = join(folder, name);
    await mkdir(place);
    return place;
  };
  const token = '0123456789abcdef';
  const refusals: ((place: string) => Promise<void>)[] = [
    (place) => cp(out, join(place, '.warehouse.previous-1-0'), { recursive: true }),
    (place) => cp(out, join(place, `.warehouse.previous-${token}`), { recursive: true }),
    async (place) => {
      await symlink(out, join(place, `.warehouse.previous-${token}`));
      await writeFile(join(place, '.warehouse.lock'), JSON.stringify({ token, pid: 1, host: 'x' }));
    },
    async (place) => {
      await writeFiles(join(place, `.warehouse.previous-${token}`), {
        'manifest.json': '{"format":"other"}',
      });
      await writeFile(join(place, '.warehouse.lock'), JSON.stringify({ token, pid: 1, host: 'x' }));
    },
  ];
  for (const [i, refusal] of refusals.entries()) {
    const place = await plant(`place ${i}`);
    await refusal(place);
    const before = await readdir(place);
    for (const command of ['info', 'check']) {
      const { code, err } = await imagenome(command, join(place, 'warehouse'));
      t.is(code, 1, `${i} ${command}`);
      t.regex(err, /expected a warehouse, found nothing/);
    }
    t.deepEqual(await readdir(place), before);
  }
  await build({ derived: 'none', input: second, out: join(folder, 'place 0', 'warehouse'), workers: 1 });
  t.deepEqual(await imagesIn(join(folder, 'place 0', 'warehouse')), ['second']);
});

test('who has the earlier warehouse open keeps it', async (t) => {
  const { out, second } = await folderWithWarehouse(t);
  await withWarehouse(out, async (ask) => {
    const regions = (await imagenome('sql', out, 'from regions', '--csv')).out;
    await build({ derived: 'none', input: second, out, workers: 1 });
    t.deepEqual(await ask('select image_id from images'), [{ image_id: 'first' }]);
    const [{ n }] = (await ask('select count(*)::integer as n from regions')) as [{ n: number }];
    t.is(n, regions.trimEnd().split('\n').length - 1, 'of a table that was not read before, too');
  });
  t.deepEqual(await imagesIn(out), ['second']);
});

for (const [name, before] of Object.entries({ exchanged: '', renamed: withoutExchange })) {
  test(`an earlier warehouse that was ${name} and cannot be removed is named, and the new one is published`, async (t) => {
    const { folder, out, second } = await folderWithWarehouse(t);
    const stuck = preload(
      `${before} if (name !== 'renameSync' && /previous-/.test(path)) fail('EBUSY', 'rmdir');`,
    );
    const { code, stderr } = await runImagenome(['build', second, '--out', out, '--quiet'], stuck);
    t.is(code, 0, stderr);
    const [, path] =
      /^imagenome: (\S+): is not needed any more and could not be removed; remove it\. The new warehouse is published\.\n$/.exec(
        stderr,
      )!;
    t.deepEqual(await imagesIn(path!), ['first']);
    t.deepEqual(await imagesIn(out), ['second']);
    await build({ derived: 'none', input: second, out, workers: 1 });
    t.deepEqual(
      (await readdir(folder)).sort(),
      ['first', 'second', 'warehouse'],
      'the next build removes it',
    );
  });
}

test('a warehouse that cannot be put in place leaves the earlier one, or says where it is', async (t) => {
  const { folder, out, second, earlier } = await folderWithWarehouse(t);
  const fails = (from: number) =>
    preload(
      `${withoutExchange} if (name === 'renameSync' && ++renames >= ${from} && renames !== 4) fail('EIO', 'rename');`,
    );
  for (const from of [1, 2]) {
    const once = preload(
      `${withoutExchange} if (name === 'renameSync' && ++renames === ${from}) fail('EIO', 'rename');`,
    );
    const { code, stderr } = await runImagenome(['build', second, '--out', out, '--quiet'], once);
    t.is(code, 1);
    t.regex(stderr, /EIO.*the earlier warehouse, if any, is as it was/);
    t.is(await hashOf(out), earlier);
    t.deepEqual((await readdir(folder)).sort(), ['first', 'second', 'warehouse']);
  }
  const { code, stderr } = await runImagenome(['build', second, '--out', out, '--quiet'], fails(2));
  t.is(code, 1);
  const [, aside] = /the earlier one not back \(EIO\): it is at (\S+)\. /.exec(stderr)!;
  t.is(await hashOf(aside!), earlier);
  t.is((await imagenome('info', out)).code, 0);
  t.is(await hashOf(out), earlier, 'the next command has put it back');
  await rename(out, join(folder, 'elsewhere'));
});
