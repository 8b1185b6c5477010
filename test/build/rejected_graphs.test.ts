import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import test from 'ava';
import { LIMITS } from '../../etl/limits.js';
import { imagenome } from '../helpers/command.js';
import { writeFiles } from '../helpers/files.js';
import { graphOf } from '../helpers/graph.js';
import { temporaryFolder } from '../helpers/temporary_folder.js';
import { withWarehouse } from '../helpers/warehouse.js';

const lines = (sound: number, broken: number) =>
  [
    ...Array.from({ length: sound }, (_, i) => JSON.stringify(graphOf({ image_id: `image ${i}` }))),
    ...Array.from({ length: broken }, (_, i) => (i % 4 === 0 ? '[]' : '{"no": json')),
  ].join('\n');

for (const { sound, broken, options, code } of [
  { sound: 1, broken: 100, options: [], code: 3 },
  { sound: 1900, broken: 101, options: [], code: 1 },
  { sound: 1920, broken: 101, options: [], code: 3 },
  { sound: 300, broken: 150, options: ['--max-rejected', '0.34'], code: 3 },
  { sound: 300, broken: 150, options: ['--max-rejected', '0.33'], code: 1 },
  { sound: 300, broken: 101, options: ['--max-rejected', '0'], code: 1 },
]) {
  test(`${broken} rejected of ${sound + broken} graphs ${options.join(' ')} are exit code ${code}`, async (t) => {
    const folder = await temporaryFolder(t);
    const [input, out] = [join(folder, 'x.jsonl'), join(folder, 'w')];
    await writeFile(input, lines(sound, broken));
    const said = await imagenome('build', input, '--out', out, '--quiet', '--workers', '1', ...options);
    t.is(said.code, code, said.err);
    if (code === 3) return;
    t.true(said.err.includes(`${broken} of ${sound + broken}`), said.err);
    t.regex(said.err, /invalid_json \d+, not_an_object \d+/);
    t.regex(said.err, /x\.jsonl#\d+ invalid_json: expected/);
    t.regex(said.err, /--max-rejected 0\.\d+/);
  });
}

for (const value of ['2', '-0.1', 'x', '', '5%']) {
  test(`--max-rejected '${value}' is wrong usage`, async (t) => {
    const said = await imagenome('build', '.', `--max-rejected=${value}`);
    t.is(said.code, 2);
    t.regex(said.err, /from 0 to 1/);
  });
}

test('where nothing is usable the error says why, with an example', async (t) => {
  const folder = await temporaryFolder(t);
  const input = await writeFiles(join(folder, 'release'), {
    'silver_dataset/scene_graph/b.json': graphOf({ patient_id: 'p10000001' }),
    'silver_dataset/scene_graph/a.json': graphOf({ patient_id: 'p10000002' }),
    'silver_dataset/scene_graph/c.json': '{',
  });
  const { code, err } = await imagenome('build', input, '--out', join(folder, 'w'), '--quiet');
  t.is(code, 1);
  t.regex(err, /3 files of which none is usable: (bad_id|wrong_type) 2, invalid_json 1; for example/);
  t.regex(err, /silver_dataset\/scene_graph\/a\.json.*patient_id.*mend/);
});

test('where nothing is found the error names what there is', async (t) => {
  const folder = await temporaryFolder(t);
  const input = await writeFiles(join(folder, 'x'), {
    'graphs.jsonl': '{}',
    'label_to_UMLS_mapping.json': {},
  });
  const { code, err } = await imagenome('build', input, '--out', join(folder, 'w'), '--quiet');
  t.is(code, 1);
  t.regex(err, /found none, but graphs\.jsonl, label_to_UMLS_mapping\.json/);
});

test('the rows of a bundle of other things are bounded, and all of them counted', async (t) => {
  const folder = await temporaryFolder(t);
  const [input, out] = [join(folder, 'x.jsonl'), join(folder, 'w')];
  await writeFile(input, `${JSON.stringify(graphOf())}\n${'junk\n'.repeat(LIMITS.diagnostics + 250)}`);
  const options = ['--quiet', '--workers', '1', '--max-rejected', '1'];
  t.is((await imagenome('build', input, '--out', out, ...options)).code, 3);
  const said = await imagenome('build', input, '--out', join(folder, 'v'), '--quiet', '--workers', '1');
  t.true(said.err.includes(`${LIMITS.diagnostics + 250} of ${LIMITS.diagnostics + 251}`), said.err);
  await withWarehouse(out, async (ask) => {
    t.deepEqual(await ask('select count(*)::integer as n, count(member)::integer as own from quarantine'), [
      { n: LIMITS.diagnostics + 1, own: LIMITS.diagnostics },
    ]);
    const [row] = await ask('select source, code, message from quarantine where member is null');
    t.like(row, { source: 'x.jsonl', code: 'invalid_json' });
    t.regex(String(row!.message), /found 250 more/);
  });
});
