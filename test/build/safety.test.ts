import { execFileSync } from 'node:child_process';
import {
  chmod,
  cp,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32, deflateRawSync } from 'node:zlib';
import test, { type ExecutionContext } from 'ava';
import { build } from '../../etl/build.js';
import { UserError } from '../../etl/error.js';
import { synthesize } from '../../etl/synth/index.js';
import { ZipWriter } from '../../etl/synth/zip_writer.js';
import { imagenome } from '../helpers/command.js';
import { writeFiles } from '../helpers/files.js';
import { graphOf } from '../helpers/graph.js';
import { ended, runImagenome, runInShell, startImagenome } from '../helpers/process.js';
import { temporaryFolder } from '../helpers/temporary_folder.js';
import { tableRows } from '../helpers/warehouse.js';
import { hashOf } from '../synth/release.js';

const sound = { 'a1.json': graphOf() };

/** Made once: a warehouse, and a release large enough to be interrupted, of patients in ten groups. */
let [shared, release] = ['', ''];

test.before(async () => {
  shared = await mkdtemp(join(tmpdir(), 'imagenome-test-'));
  release = join(shared, 'release');
  await synthesize({ images: 200, seed: 1, out: release });
  const input = await writeFiles(join(shared, 'input'), { 'a0.json': graphOf({ image_id: 'earlier' }) });
  await build({ derived: 'none', input, out: join(shared, 'warehouse'), workers: 1 });
});

test.after.always(() => rm(shared, { recursive: true, force: true }));

/** A folder with `input`, a sound graph, and `warehouse`, built from another one: the earlier warehouse. */
async function folderWithWarehouse(t: ExecutionContext) {
  const folder = await temporaryFolder(t);
  const input = await writeFiles(join(folder, 'input'), sound);
  const out = join(folder, 'warehouse');
  await cp(join(shared, 'warehouse'), out, { recursive: true });
  return { folder, input, out, earlier: await hashOf(out) };
}

const imagesIn = async (out: string) => (await tableRows(out, 'images')).map(({ image_id }) => image_id);
const oneLine = /^imagenome: [^\n]+\n$/;

interface Refusal {
  readonly input: string;
  readonly out: string;
  readonly exitCode: number;
  readonly says: RegExp;
}

const refusals: Record<string, (folder: string) => Promise<Refusal>> = {
  'an input that is not there': async (folder) => ({
    ...{ input: join(folder, 'nothing'), out: join(folder, 'deep', 'w'), exitCode: 2, says: /nothing there/ },
  }),
  'an input of another kind': async (folder) => {
    await writeFile(join(folder, 'graphs.parquet'), 'PAR1');
    return {
      input: join(folder, 'graphs.parquet'),
      out: join(folder, 'w'),
      exitCode: 2,
      says: /another name/,
    };
  },
  'a pipe': async (folder) => {
    execFileSync('mkfifo', [join(folder, 'graphs.jsonl')]);
    return {
      input: join(folder, 'graphs.jsonl'),
      out: join(folder, 'w'),
      exitCode: 2,
      says: /a pipe or a device/,
    };
  },
  'an empty folder': async (folder) => {
    await mkdir(join(folder, 'empty'));
    return { input: join(folder, 'empty'), out: join(folder, 'w'), exitCode: 1, says: /found none;/ };
  },
  'a folder without one usable graph': async (folder) => {
    const input = await writeFiles(join(folder, 'input'), { 'a.json': '{', 'b.json': '[]' });
    return { input, out: join(folder, 'w'), exitCode: 1, says: /2 files of which none is usable/ };
  },
  'a release without scene graphs': async (folder) => {
    const input = await writeFiles(join(folder, 'input'), { 'silver_dataset/splits/train.csv': '' });
    return { input, out: join(folder, 'w'), exitCode: 1, says: /found neither/ };
  },
  'an archive that is none': async (folder) => {
    await writeFile(join(folder, 'graphs.zip'), 'PK');
    return { input: join(folder, 'graphs.zip'), out: join(folder, 'w'), exitCode: 1, says: /does not read/ };
  },
  'an archive that declares fewer members than it has': async (folder) => {
    const path = join(folder, 'graphs.zip');
    const zip = new ZipWriter(path);
    for (const image_id of ['a', 'b', 'c']) {
      const bytes = Buffer.from(JSON.stringify(graphOf({ image_id })));
      const member = { packed: deflateRawSync(bytes), size: bytes.length, crc32: crc32(bytes) };
      zip.add({ name: `${image_id}.json`, ...member });
    }
    zip.end();
    const bytes = await readFile(path);
    for (const at of [14, 12]) bytes.writeUInt16LE(2, bytes.length - at);
    await writeFile(path, bytes);
    return { input: path, out: join(folder, 'w'), exitCode: 1, says: /more members than it declares/ };
  },
  'an output that is a file': async (folder) => {
    await writeFiles(folder, { w: 'notes', ...sound });
    return { input: folder, out: join(folder, 'w'), exitCode: 1, says: /something else/ };
  },
  'an output below a file': async (folder) => {
    await writeFiles(folder, { w: 'notes', ...sound });
    return { input: folder, out: join(folder, 'w', 'x'), exitCode: 1, says: /ENOTDIR/ };
  },
  'an output folder that is not ours': async (folder) => {
    await writeFiles(folder, { 'w/notes.txt': 'mine', 'w/manifest.json': '{"format": "other"}', ...sound });
    return { input: folder, out: join(folder, 'w'), exitCode: 1, says: /something else/ };
  },
  'an output folder that is the input': async (folder) => {
    const input = await writeFiles(join(folder, 'input'), sound);
    return { input, out: input, exitCode: 1, says: /something else/ };
  },
  'an output that no database can have': async (folder) => {
    const input = await writeFiles(join(folder, 'input'), sound);
    return { input, out: join(folder, 'w?'), exitCode: 2, says: /found a \?/ };
  },
};

for (const [name, prepare] of Object.entries(refusals)) {
  test(`${name} is refused, and nothing is touched`, async (t) => {
    const folder = await temporaryFolder(t);
    const { exitCode, says, ...options } = await prepare(folder);
    const before = [
      await readdir(folder, { recursive: true }),
      name.includes('pipe') || (await hashOf(folder)),
    ];
    const error = await t.throwsAsync(build({ derived: 'none', ...options, workers: 1 }), {
      instanceOf: UserError,
    });
    t.is(error.exitCode, exitCode, error.message);
    t.regex(error.message, says);
    t.regex(error.message, /^[^\n]*expected [^\n]*, found [^\n]*$/);
    t.deepEqual(
      [await readdir(folder, { recursive: true }), name.includes('pipe') || (await hashOf(folder))],
      before,
    );
  });
}

test('an input within the warehouse that it would replace is refused', async (t) => {
  const { out } = await folderWithWarehouse(t);
  const input = await writeFiles(join(out, 'input'), sound);
  const before = await hashOf(out);
  await t.throwsAsync(build({ derived: 'none', input, out, workers: 1 }), {
    instanceOf: UserError,
    message: /outside of --out/,
  });
  t.is(await hashOf(out), before);
});

test('nothing is written within a warehouse, a shard or an export, which have lists of their files', async (t) => {
  const folder = await temporaryFolder(t);
  const input = await writeFiles(join(folder, 'input'), sound);
  const records: Record<string, string> = {
    warehouse: 'manifest.json',
    shard: 'shard.json',
    export: 'export.json',
  };
  for (const [kind, name] of Object.entries(records)) {
    const place = await writeFiles(join(folder, kind), { [name]: { format: `chest-imagenome-${kind}` } });
    const message = new RegExp(`expected a place outside of .*, found one within an? ${kind}: .*/${kind};`);
    for (const out of [join(place, 'x'), join(place, 'parquet', 'images', 'x')]) {
      await t.throwsAsync(build({ input, out, workers: 1 }), { instanceOf: UserError, message });
      await t.throwsAsync(synthesize({ images: 1, seed: 1, out }), { message });
    }
    const { code, err } = await imagenome('census', input, '--out', place);
    t.is(code, 2);
    t.regex(err, message);
    t.deepEqual(await readdir(place), [name]);
  }
  const link = join(folder, 'link');
  await symlink(join(folder, 'shard'), link);
  await t.throwsAsync(build({ input, out: join(link, 'x'), workers: 1 }), { message: /within a shard/ });
});

test('a full disk is one clear line, whatever is written at that moment', async (t) => {
  const { folder, out, earlier } = await folderWithWarehouse(t);
  await build({ derived: 'none', input: release, out: join(folder, 'whole'), workers: 1 });
  const { size } = await stat(join(folder, 'whole', 'imagenome.duckdb'));
  await rm(join(folder, 'whole'), { recursive: true });
  const shares = [0.1, 0.5, 0.85].map((share) => Math.floor((size * share) / 1024));
  for (const kilobytes of [4, 32, ...shares]) {
    const { code, signal, stdout, stderr } = await runInShell(`ulimit -f ${kilobytes}`, [
      ...['build', release, '--out', out, '--quiet', '--workers', '1'],
    ]);
    t.deepEqual([code, signal, stdout], [1, null, ''], stderr);
    t.regex(stderr, oneLine);
    t.regex(stderr, /full disk/);
    t.deepEqual((await readdir(folder)).sort(), ['input', 'warehouse']);
    t.is(await hashOf(out), earlier);
  }
});

test('little memory is enough, too little is one clear line', async (t) => {
  const { folder, out, earlier } = await folderWithWarehouse(t);
  const little = join(folder, 'little');
  for (const options of [
    { memoryLimit: '40MB', derived: 'none' },
    { memoryLimit: '96MB', derived: 'all' },
  ] as const) {
    await build({ input: release, out: little, workers: 1, ...options });
    t.deepEqual(await tableRows(little, 'data_issues'), [], 'every list was read');
  }
  await t.throwsAsync(build({ derived: 'none', input: release, out, workers: 1, memoryLimit: '1MB' }), {
    instanceOf: UserError,
    message: /--memory-limit/,
  });
  t.is(await hashOf(out), earlier);
});

test('a build that was killed leaves the earlier warehouse, and the next one clears up', async (t) => {
  const { folder, input, out, earlier } = await folderWithWarehouse(t);
  const child = startImagenome(['build', release, '--out', out, '--json', '--workers', '1']);
  child.stdout!.on('data', (bytes) => {
    if (String(bytes).includes('"chunk"')) child.kill('SIGKILL');
  });
  t.is((await ended(child)).signal, 'SIGKILL');
  t.is(await hashOf(out), earlier);
  t.deepEqual(
    (await readdir(folder)).map((name) => name.replace(/-[0-9a-f]{16}$/, '')).sort(),
    ['.warehouse.building', '.warehouse.lock', '.warehouse.lock', 'input', 'warehouse'],
    'what the killed build had begun is still there',
  );
  await build({ derived: 'none', input, out, workers: 1 });
  t.deepEqual(await imagesIn(out), ['a1']);
  t.deepEqual((await readdir(folder)).sort(), ['input', 'warehouse']);
});

for (const umask of ['000', '077']) {
  test(`under umask ${umask} nobody but the owner can read a warehouse`, async (t) => {
    const folder = await temporaryFolder(t);
    await chmod(folder, 0o755);
    const input = await writeFiles(join(folder, 'input'), sound);
    const out = join(folder, 'new', 'warehouse');
    const { code, stderr } = await runInShell(`umask ${umask}`, ['build', input, '--out', out, '--quiet']);
    t.is(code, 0, stderr);
    const modes = new Set<string>();
    for (const entry of await readdir(out, { recursive: true, withFileTypes: true })) {
      const { mode } = await stat(join(entry.parentPath, entry.name));
      modes.add(`${entry.isDirectory() ? 'folder' : 'file'} ${(mode & 0o777).toString(8)}`);
    }
    t.deepEqual([...modes].sort(), ['file 600', 'folder 700']);
    for (const path of [out, join(folder, 'new')]) t.is((await stat(path)).mode & 0o777, 0o700);
  });
}

test('a warehouse, a shard and an export within the input folder are no part of the input', async (t) => {
  const folder = await writeFiles(await temporaryFolder(t), {
    ...sound,
    'shards/1/shard.json': { format: 'chest-imagenome-shard' },
    'exports/coco/export.json': { format: 'chest-imagenome-export' },
    'exports/coco/train.json': { images: [] },
  });
  const out = join(folder, 'built', 'warehouse');
  await build({ derived: 'none', input: folder, out, workers: 1 });
  await build({ derived: 'none', input: folder, out, workers: 1 });
  t.deepEqual(await imagesIn(out), ['a1']);
  t.deepEqual(await tableRows(out, 'quarantine'), []);
});

test('a link at --out stays one, and what it leads to is replaced', async (t) => {
  const { folder, input, out } = await folderWithWarehouse(t);
  await symlink('warehouse', join(folder, 'link'));
  await symlink('later', join(folder, 'dangling'));
  for (const [link, target] of [
    ['link', out],
    ['dangling', join(folder, 'later')],
  ] as const) {
    await build({ derived: 'none', input, out: join(folder, link), workers: 1 });
    t.deepEqual(await imagesIn(target), ['a1']);
  }
  const links = (await readdir(folder, { withFileTypes: true })).filter((entry) => entry.isSymbolicLink());
  t.deepEqual(links.map(({ name }) => name).sort(), ['dangling', 'link']);
  t.is((await readdir(folder)).filter((name) => name.startsWith('.')).length, 0);
});

test('links within the input are followed, each folder once', async (t) => {
  const folder = await temporaryFolder(t);
  const elsewhere = await writeFiles(join(folder, 'elsewhere'), {
    'p10/b1.json': graphOf({ image_id: 'b1' }),
    'p11/c1.json': graphOf({ image_id: 'c1' }),
  });
  const input = await writeFiles(join(folder, 'input'), { 'p12/a1.json': graphOf() });
  await symlink(join(elsewhere, 'p10'), join(input, 'p10'));
  await symlink(join(elsewhere, 'p10'), join(input, 'p10 again'));
  await symlink(join(elsewhere, 'p11', 'c1.json'), join(input, 'c1.json'));
  await symlink(input, join(input, 'p12', 'up'));
  const out = join(folder, 'warehouse');
  await build({ derived: 'none', input, out, workers: 1 });
  t.deepEqual(await imagesIn(out), ['a1', 'b1', 'c1']);
  t.deepEqual([await tableRows(out, 'quarantine'), await tableRows(out, 'data_issues')], [[], []]);
});

test('an output of any name is built', async (t) => {
  const folder = await temporaryFolder(t);
  const input = await writeFiles(join(folder, 'input'), sound);
  const out = join(folder, `it's "my" wärehouse 肺 [1] *\n#`);
  await build({ derived: 'none', input, out, workers: 1 });
  await build({ derived: 'none', input, out, workers: 1 });
  t.deepEqual(await imagesIn(out), ['a1']);
  t.deepEqual((await readdir(folder)).length, 2);
});

test('of builds into one place at once one is done, the others say why not, and the warehouse is whole', async (t) => {
  const { folder, out } = await folderWithWarehouse(t);
  const names = ['b1', 'c1', 'd1'];
  const inputs = await Promise.all(
    names.map((image_id) =>
      writeFiles(join(folder, image_id), { [`${image_id}.json`]: graphOf({ image_id }) }),
    ),
  );
  const ends = await Promise.all(
    inputs.map((input) => runImagenome(['build', input, '--out', out, '--quiet', '--workers', '1'])),
  );
  const done = names.filter((_, i) => ends[i]!.code === 0);
  t.true(done.length > 0);
  for (const { code, stderr } of ends.filter(({ code }) => code !== 0)) {
    t.is(code, 1);
    t.regex(
      stderr,
      /^imagenome: [^\n]*expected no other build into this folder, found one by process \d+ on host [^\n]+\n$/,
    );
  }
  const [image] = await imagesIn(out);
  t.true(done.includes(image as string));
  execFileSync('sha256sum', ['--quiet', '-c', 'SHA256SUMS.txt'], { cwd: out });
  t.deepEqual((await readdir(folder)).sort(), ['b1', 'c1', 'd1', 'input', 'warehouse']);
  await rename(out, join(folder, 'moved'));
  t.deepEqual(await imagesIn(join(folder, 'moved')), [image], 'a warehouse can be moved');
});
