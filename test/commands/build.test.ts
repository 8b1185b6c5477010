import { execFileSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import test from 'ava';
import { stages, stagesOf } from '../../etl/progress.js';
import { imagenome } from '../helpers/command.js';
import { writeFiles } from '../helpers/files.js';
import { attributesOf, graphOf } from '../helpers/graph.js';
import { exampleRelease } from '../helpers/shared_warehouse.js';
import { temporaryFolder } from '../helpers/temporary_folder.js';

/** Two sound graphs of two patient groups. */
const sound = {
  'a.json': graphOf({ image_id: 'a1', patient_id: 10000001, attributes: [attributesOf()] }),
  'b.json': graphOf({ image_id: 'b1', patient_id: 11000001, study_id: 50000002 }),
};

test('without a terminal, progress is plain lines on stderr and the summary is on stdout', async (t) => {
  const out = join(await temporaryFolder(t), 'warehouse');
  const said = await imagenome('build', exampleRelease, '--out', out);
  t.is(said.code, 0);
  for (const name of stagesOf.build) t.true(said.err.includes(stages[name]), name);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: no escape sequence of a terminal
  t.notRegex(said.err + said.out, /\u001b/);
  t.regex(said.out, /^\d+ of \d+ scene graphs \(.*\) in /);
  t.regex(said.out, /^ {2}object_attributes +\d+$/m);
});

test('--quiet has no progress', async (t) => {
  const out = join(await temporaryFolder(t), 'warehouse');
  const { code, err } = await imagenome('build', exampleRelease, '--out', out, '--quiet');
  t.is(code, 0);
  t.is(err, '');
});

test('--json is one event a line: every stage, every chunk, and the result last', async (t) => {
  const folder = await temporaryFolder(t);
  const input = await writeFiles(join(folder, 'input'), sound);
  const said = await imagenome('build', input, '--out', join(folder, 'warehouse'), '--json');
  const events = said.out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  t.is(said.err, '');
  for (const kind of ['started', 'finished']) {
    const seen = events.filter(({ event }) => event === kind).map(({ stage }) => stage);
    t.deepEqual(seen, [...stagesOf.build], kind);
  }
  const chunks = events.filter(({ chunk }) => chunk !== undefined);
  t.deepEqual(
    chunks.map(({ chunk, done, total }) => ({ chunk, done, total })),
    [
      { chunk: 'p10/0', done: 1, total: 2 },
      { chunk: 'p11/0', done: 2, total: 2 },
    ],
  );
  t.true(chunks.every((event) => event.graphs_per_second >= 0 && event.seconds_left >= 0));
  const last = events.at(-1);
  t.is(last.event, 'done');
  t.is(last.rows.images, 2);
});

test('quarantined input is exit code 3, and the summary says how to see it', async (t) => {
  const folder = await temporaryFolder(t);
  const input = await writeFiles(join(folder, 'input'), { ...sound, 'c.json': '{' });
  const out = join(folder, 'my $warehouse');
  const said = await imagenome('build', input, '--out', out, '--quiet');
  t.is(said.code, 3);
  const [, hint] = /^Quarantined: 1\. Why:\nnpx imagenome (.*?)\n[A-Z]/ms.exec(said.out)!;
  const words = execFileSync('bash', ['-c', `printf '%s\\0' ${hint}`], { encoding: 'utf8' })
    .split('\0')
    .slice(0, -1);
  const why = await imagenome(...words, '--json');
  t.is(why.code, 0, why.err);
  t.deepEqual(JSON.parse(why.out), [{ stage: 'plan', code: 'invalid_json', n: 1, example: 'c.json' }]);
  const quarantine = await imagenome('sql', out, 'from quarantine', '--json');
  t.deepEqual(
    JSON.parse(quarantine.out).map(({ source, code }: Record<string, string>) => ({ source, code })),
    [{ source: 'c.json', code: 'invalid_json' }],
  );
});

test('the manifest has versions, options and the fingerprint of the input', async (t) => {
  const folder = await temporaryFolder(t);
  const input = await writeFiles(join(folder, 'input'), sound);
  const out = join(folder, 'warehouse');
  await imagenome('build', input, '--out', out, '--quiet', '--no-text');
  const { build } = JSON.parse(await readFile(join(out, 'manifest.json'), 'utf8'));
  t.is(build.with_text, false);
  t.is(build.with_mimic_metadata, false);
  t.regex(build.duckdb_version, /^v1\./);
  t.regex(build.input_fingerprint, /^[0-9a-f]{64}$/);
  const info = await imagenome('sql', out, "select value from build_info where key = 'with_text'", '--csv');
  t.is(info.out, 'value\nfalse\n');
});
