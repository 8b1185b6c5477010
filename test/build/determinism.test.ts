import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32, deflateRawSync } from 'node:zlib';
import test from 'ava';
import { build } from '../../etl/build.js';
import type { BuildOptions } from '../../etl/build_options.js';
import { graphTableNames } from '../../etl/schema/index.js';
import { synthesize } from '../../etl/synth/index.js';
import { ZipWriter } from '../../etl/synth/zip_writer.js';
import { writeFiles } from '../helpers/files.js';
import { temporaryFolder } from '../helpers/temporary_folder.js';

const GRAPHS = join('silver_dataset', 'scene_graph');

let folder: string;
let release: string;
/** Bytes of the release's graphs by path. */
let graphs: [path: string, bytes: Buffer][];
/** What a build of the release gives, and one of its graphs alone. */
let reference: Outcome;
let copied: Outcome;

interface Outcome {
  /** sha256 of every Parquet file by its path. */
  readonly files: Record<string, string>;
  readonly fingerprint: string;
}

test.before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'imagenome-test-'));
  release = join(folder, 'release');
  await synthesize({ images: 140, seed: 31, out: release, loose: true, defects: true });
  const names = (await readdir(join(release, GRAPHS), { recursive: true, withFileTypes: true })).flatMap(
    (entry) => (entry.isFile() ? join(entry.parentPath, entry.name).slice(release.length + 1) : []),
  );
  graphs = await Promise.all(
    names.map(async (name): Promise<[string, Buffer]> => [name, await readFile(join(release, name))]),
  );
  reference = await outcomeOf({ input: release, workers: 2 });
  copied = await outcomeOf({
    input: await writeFiles(join(folder, 'copy'), Object.fromEntries(graphs)),
    workers: 2,
  });
});

test.after.always(() => rm(folder, { recursive: true, force: true }));

let builds = 0;

async function outcomeOf(options: Omit<BuildOptions, 'out'>): Promise<Outcome> {
  const out = join(folder, `warehouse ${builds++}`);
  await build({ ...options, out });
  const manifest = JSON.parse(await readFile(join(out, 'manifest.json'), 'utf8'));
  const parquet = join(out, 'parquet');
  const entries = await readdir(parquet, { recursive: true, withFileTypes: true });
  const files = await Promise.all(
    entries
      .filter((entry) => entry.isFile())
      .map(async (entry): Promise<[string, string]> => {
        const path = join(entry.parentPath, entry.name);
        return [
          path.slice(parquet.length + 1),
          createHash('sha256')
            .update(await readFile(path))
            .digest('hex'),
        ];
      }),
  );
  await rm(out, { recursive: true });
  return { files: Object.fromEntries(files.sort()), fingerprint: manifest.build.input_fingerprint };
}

/** The same order for each run, and another one than that of the names. */
const shuffled = <T>(list: readonly T[]): T[] =>
  list
    .map((value, i) => [createHash('sha256').update(String(i)).digest('hex'), value] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, value]) => value);

for (const workers of [1, 8]) {
  test.serial(`${workers} workers give the bytes that 2 give`, async (t) => {
    t.deepEqual(await outcomeOf({ input: release, workers }), reference);
    t.true(Object.keys(reference.files).length > 60);
  });
}

test.serial('files that were created in another order give the same bytes', async (t) => {
  const input = await writeFiles(
    join(await temporaryFolder(t), 'release'),
    Object.fromEntries(shuffled(graphs)),
  );
  t.deepEqual(await outcomeOf({ input, workers: 2 }), copied);
});

test.serial('members of an archive in another order give the same bytes, and those of files', async (t) => {
  const own = await temporaryFolder(t);
  const outcomes: Outcome[] = [];
  for (const [name, members] of [
    ['sorted', graphs],
    ['shuffled', shuffled(graphs)],
  ] as const) {
    await writeFiles(join(own, name), {});
    const input = await writeFiles(join(own, name), { 'silver_dataset/readme.txt': '' });
    const zip = new ZipWriter(join(input, 'silver_dataset', 'scene_graph.zip'));
    for (const [path, bytes] of members) {
      zip.add({ name: path, packed: deflateRawSync(bytes), size: bytes.length, crc32: crc32(bytes) });
    }
    zip.end();
    outcomes.push(await outcomeOf({ input, workers: 2 }));
  }
  t.deepEqual(outcomes[1], outcomes[0]);
  const parts = ({ files }: Outcome) =>
    Object.fromEntries(
      graphTableNames.flatMap((table) =>
        Object.entries(files).filter(([path]) => path.startsWith(`${table}/`)),
      ),
    );
  t.deepEqual(parts(outcomes[0]!), parts(reference));
  t.is(outcomes[0]!.fingerprint, reference.fingerprint, 'the same graphs, whatever holds them');
});

test.serial('a graph that is added, changed or removed touches the parts of its own chunk', async (t) => {
  const input = join(folder, 'copy');
  const [path, bytes] = graphs.find(([, bytes]) => isOfPatientGroup(bytes, '13'))!;
  const json = JSON.parse(bytes.toString());
  const changes: Record<string, () => Promise<unknown>> = {
    changed: () => writeFiles(input, { [path]: { ...json, gender: 'other' } }),
    added: () => writeFiles(input, { 'silver_dataset/scene_graph/new.json': { ...json, image_id: 'new' } }),
    removed: () => rm(join(input, path)),
  };
  for (const [name, change] of Object.entries(changes)) {
    await change();
    const after = await outcomeOf({ input, workers: 2 });
    const touched = Object.keys({ ...copied.files, ...after.files }).filter(
      (file) => copied.files[file] !== after.files[file] && file.includes('/'),
    );
    t.true(touched.length > 0, name);
    t.deepEqual(
      touched.filter((file) => !file.includes('patient_group=p13/')),
      [],
      name,
    );
    t.not(after.fingerprint, copied.fingerprint, name);
  }
});

function isOfPatientGroup(bytes: Buffer, group: string): boolean {
  try {
    const { patient_id, objects } = JSON.parse(bytes.toString());
    return Number.isInteger(patient_id) && String(patient_id).startsWith(group) && objects.length > 30;
  } catch {
    return false;
  }
}
