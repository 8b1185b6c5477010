import { execFile, execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { stripVTControlCharacters } from 'node:util';
import test, { type ExecutionContext } from 'ava';
import { build } from '../../etl/build.js';
import type { Io } from '../../etl/commands/command.js';
import { taskProgress } from '../../etl/commands/progress.js';
import { stagesOf } from '../../etl/progress.js';
import { projectFile } from '../../etl/project.js';
import { synthesize } from '../../etl/synth/index.js';
import { writeFiles } from '../helpers/files.js';
import { graphOf } from '../helpers/graph.js';
import { ended, startImagenome } from '../helpers/process.js';
import { temporaryFolder } from '../helpers/temporary_folder.js';
import { hashOf } from '../synth/release.js';

/** Made once: an earlier warehouse, and a release large enough to be interrupted. */
let [shared, release, earlier] = ['', '', ''];

test.before(async () => {
  shared = await mkdtemp(join(tmpdir(), 'imagenome-test-'));
  release = join(shared, 'release');
  await synthesize({ images: 200, seed: 1, out: release });
  const input = await writeFiles(join(shared, 'input'), { 'a.json': graphOf() });
  await build({ derived: 'none', input, out: join(shared, 'warehouse'), workers: 1 });
  earlier = await hashOf(join(shared, 'warehouse'));
});

test.after.always(() => rm(shared, { recursive: true, force: true }));

async function folderWithWarehouse(t: ExecutionContext) {
  const folder = await temporaryFolder(t);
  const out = join(folder, 'warehouse');
  execFileSync('cp', ['-r', join(shared, 'warehouse'), out]);
  return { folder, out };
}

const oneLine = 'imagenome: interrupted; the earlier warehouse is as it was.\n';

for (const [signal, exitCode] of [
  ['SIGHUP', 129],
  ['SIGINT', 130],
  ['SIGQUIT', 131],
  ['SIGTERM', 143],
] as const) {
  test(`${signal} ends a build in good order`, async (t) => {
    const { folder, out } = await folderWithWarehouse(t);
    const child = startImagenome(['build', release, '--out', out, '--json', '--workers', '1']);
    child.stdout!.on('data', (bytes) => {
      if (!child.killed && String(bytes).includes('"chunk"')) child.kill(signal);
    });
    const { code, stderr } = await ended(child);
    t.is(code, exitCode, stderr);
    t.is(stderr, oneLine);
    t.is(await hashOf(out), earlier);
    t.deepEqual(await readdir(folder), ['warehouse']);
  });
}

/** Starts a build whose end in good order never comes, as removing its files takes for ever; sends SIGINT at the first chunk. */
async function stuckBuild(out: string, again: number | undefined) {
  const code = `
    import promises from 'node:fs/promises';
    import { syncBuiltinESMExports } from 'node:module';
    promises.rm = () => new Promise(() => {});
    syncBuiltinESMExports();`;
  const child = startImagenome(
    ['build', release, '--out', out, '--json', '--workers', '1'],
    [`--import=data:text/javascript,${encodeURIComponent(code)}`],
  );
  let first = 0;
  child.stdout!.on('data', (bytes) => {
    if (first > 0 || !String(bytes).includes('"chunk"')) return;
    first = performance.now();
    child.kill('SIGINT');
    if (again !== undefined) setTimeout(() => child.kill('SIGINT'), again);
  });
  return { ...(await ended(child)), ms: performance.now() - first };
}

test('another Ctrl-C ends a build at once, and nothing is left', async (t) => {
  const { folder, out } = await folderWithWarehouse(t);
  const { code, stderr, ms } = await stuckBuild(out, 400);
  t.is(code, 130);
  t.is(stderr, oneLine);
  t.true(ms < 2000, `${ms} ms`);
  t.is(await hashOf(out), earlier);
  t.deepEqual(await readdir(folder), ['warehouse']);
});

test('a build that does not end in good order ends all the same', async (t) => {
  const { folder, out } = await folderWithWarehouse(t);
  const { code, stderr, ms } = await stuckBuild(out, undefined);
  t.is(code, 130);
  t.is(stderr, oneLine);
  t.true(ms > 2500 && ms < 6000, `${ms} ms`);
  t.deepEqual(await readdir(folder), ['warehouse']);
});

test('SIGTERM ends synth, and nothing is left', async (t) => {
  const folder = await temporaryFolder(t);
  const out = join(folder, 'release');
  const child = startImagenome(['synth', '--images', '100000', '--out', out, '--workers', '1']);
  const end = ended(child);
  while ((await readdir(folder)).length < 2) await new Promise((resolve) => setTimeout(resolve, 10));
  child.kill('SIGTERM');
  t.is((await end).code, 143);
  t.deepEqual(await readdir(folder), []);
});

/** Runs a command in a terminal and presses Ctrl-C while it builds; what the terminal showed then, and the exit code. */
async function pressed(
  command: string[],
  pause = 0,
  cwd = shared,
): Promise<{ shown: string; code: number } | undefined> {
  try {
    execFileSync('python3', ['-c', 'import pty']);
  } catch {
    return undefined;
  }
  const script = projectFile('test', 'helpers', 'terminal.py');
  const said = await new Promise<string>((resolve, reject) =>
    execFile('python3', [script, 'Flatten', String(pause), ...command], { cwd }, (error, stdout) =>
      error ? reject(error) : resolve(stdout),
    ),
  );
  const text = stripVTControlCharacters(said).replaceAll('\r', '');
  const [, shown, code] = /^(.*)\ncode=(-?\d+)\n$/s.exec(text)!;
  return { shown: shown!, code: Number(code) };
}

const cli = projectFile('dist', 'imagenome', 'cli.js');
const lines = (shown: string) => shown.match(/imagenome: [^\n]*/g);

for (const [name, pause] of [
  ['Ctrl-C in a terminal', 0],
  ['Ctrl-C twice in a terminal', 0.3],
] as const) {
  test(`${name} is one line, and nothing is left`, async (t) => {
    const { folder, out } = await folderWithWarehouse(t);
    const end = await pressed(
      [process.execPath, cli, 'build', release, '--out', out, '--workers', '1'],
      pause,
    );
    if (!end) return t.pass('there is no python3 with pty');
    t.is(end.code, 130, end.shown);
    t.deepEqual(lines(end.shown), [oneLine.trimEnd()], end.shown);
    t.is(await hashOf(out), earlier);
    t.deepEqual(await readdir(folder), ['warehouse']);
  });
}

test('Ctrl-C through npx is one line, too', async (t) => {
  const { folder, out } = await folderWithWarehouse(t);
  const project = join(shared, 'project');
  await writeFiles(project, { 'package.json': { name: 'p', version: '1.0.0' } });
  await mkdir(join(project, 'node_modules', '.bin'), { recursive: true });
  await symlink(cli, join(project, 'node_modules', '.bin', 'imagenome'));
  await writeFile(join(project, '.npmrc'), 'update-notifier=false\n');
  const end = await pressed(
    ['npx', '--offline', 'imagenome', 'build', release, '--out', out, '--workers', '1'],
    0,
    project,
  );
  if (!end) return t.pass('there is no python3 with pty');
  t.is(end.code, 130, end.shown);
  t.deepEqual(lines(end.shown), [oneLine.trimEnd()], end.shown);
  t.is(await hashOf(out), earlier);
  t.deepEqual(await readdir(folder), ['warehouse']);
});

test('what shows progress on a terminal ends with a build that fails between two stages', async (t) => {
  const err = Object.assign(new Writable({ write: (_, __, done) => done() }), { isTTY: true });
  const progress = taskProgress({ out: err, err, env: {} } as unknown as Io, stagesOf.build);
  await progress.stage('discover', async () => {});
  await progress.fail();
  await progress.finished;
  t.pass();
});
