import { mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import test from 'ava';
import { build } from '../../etl/build.js';
import { formats } from '../../etl/export/registry.js';
import { imagenome } from '../helpers/command.js';
import { temporaryFolder } from '../helpers/temporary_folder.js';
import { exportFixture, filesOf } from './fixture.js';

const fixture = exportFixture(test, 30);

/** What a refusal quotes of reports: nothing. */
function quoted(text: string): string[] {
  const sentences = fixture().graphs.flatMap(({ attributes }) =>
    attributes.flatMap(({ phrases }) => phrases),
  );
  const reasons = fixture().graphs.flatMap((graph) => graph.reason_for_exam ?? []);
  return [...sentences, ...reasons].filter((one) => one.length > 8 && text.includes(one));
}

const frameOf = (name: string) =>
  formats.find((format) => format.name === name)!.options.some((option) => option.name === 'frame')
    ? ['--frame', '224']
    : [];

test('every format refuses what is no condition over the warehouse, and quotes no report', async (t) => {
  const folder = await temporaryFolder(t);
  await writeFile(join(folder, 'x.csv'), 'image_id\nx\n');
  const reason =
    '(select reason_for_exam from images where reason_for_exam is not null order by 1 desc limit 1)';
  const conditions: [kind: string, where: string][] = [
    ['a file', `image_id in (select image_id from read_csv('${folder}/x.csv'))`],
    ['a file by its name', `image_id in (from '${folder}/x.csv')`],
    ['a file that is described', `exists (summarize '${folder}/x.csv')`],
    ['another database', `true; attach '${folder}/x.db'`],
    ['a pragma', 'pragma database_list'],
    ['the catalog', "exists (from pragma_table_info('images'))"],
    ['the databases', 'exists (show databases)'],
    ['a second statement', 'true; select 1'],
    ['a comment that hides the rest', 'true) --'],
    ['a comment alone', '-- true'],
    ['no condition', 'viewpoint'],
    ['an unknown column', 'viewpont is null'],
    ['text as a number', `${reason}::integer > 0`],
    ['text as a date', `${reason}::date is null`],
    ['text as JSON', `json_extract(${reason}, '$.x') is null`],
    ['text as an error', `error(${reason}) is null`],
    ['text as a pattern', `regexp_matches('x', ${reason} || '(')`],
    ['none of the images', 'false'],
  ];
  for (const [i, { name }] of formats.entries()) {
    // One format has all of them, each other one some: what chooses the images is the same for all.
    for (const [kind, where] of conditions.filter((_, j) => i === 0 || (j - i) % 6 === 0)) {
      const out = join(folder, 'out');
      const words = [fixture().warehouse, '--out', out, ...frameOf(name), '--where', where];
      const said = await imagenome('export', name, ...words);
      t.is(said.code, 2, `${name}: ${kind}: ${said.err}`);
      t.regex(
        said.err,
        /^imagenome: .*: expected .*, found .*; |^imagenome: --where: expected .*found /s,
        kind,
      );
      t.deepEqual(quoted(said.err), [], kind);
      t.is(said.out, '');
    }
  }
  t.deepEqual(await readdir(folder), ['x.csv'], 'nothing was written');
});

test('every option of every format refuses an unknown word, and lists the known ones', async (t) => {
  const folder = await temporaryFolder(t);
  let options = 0;
  for (const format of formats) {
    for (const { name, alias, words } of format.options) {
      for (const option of alias ? [name, alias] : [name]) {
        const given = words ? [`--${option}`, 'nonesuch'] : [`--${option}=nonesuch`];
        const said = await imagenome(
          'export',
          format.name,
          fixture().warehouse,
          '--out',
          join(folder, 'out'),
          ...given,
        );
        t.is(said.code, 2, `${format.name} ${option}`);
        if (words) {
          t.true(
            said.err.includes(
              `export ${format.name} --${name}: expected one of ${words.join(', ')}, found 'nonesuch'`,
            ),
            said.err,
          );
        }
        options++;
      }
    }
  }
  t.true(options > 15);
  t.deepEqual(await readdir(folder), []);
});

test('boxes in original pixels need the size of every chosen image', async (t) => {
  const folder = await temporaryFolder(t);
  const [input, metadata] = [join(fixture().folder, 'release'), 'mimic-cxr-2.0.0-metadata.csv.gz'];
  const whole = gunzipSync(await readFile(join(input, 'mimic-cxr-jpg', metadata)))
    .toString()
    .split('\n');
  const missing = fixture()
    .graphs.slice(0, 2)
    .map(({ image_id }) => image_id);
  const lines = whole.filter((line) => !missing.some((id) => line.startsWith(id)));
  await writeFile(join(folder, metadata), gzipSync(lines.join('\n')));
  const [none, some] = [join(folder, 'none'), join(folder, 'some')];
  await build({ input, out: none, workers: 1, derived: 'none' });
  await build({ input, out: some, workers: 1, derived: 'none', mimicMetadata: join(folder, metadata) });
  const framed = formats.filter(({ name }) => frameOf(name).length > 0);
  t.deepEqual(
    framed.map(({ name }) => name),
    ['coco', 'yolo', 'visual-genome'],
  );
  for (const { name } of framed) {
    for (const [warehouse, found] of [
      [none, /found that of none of the images/],
      [some, /found 2 of 30 images without one/],
    ] as const) {
      const said = await imagenome('export', name, warehouse, '--out', join(folder, 'out'));
      t.is(said.code, 2, name);
      t.regex(
        said.err,
        new RegExp(
          `^imagenome: export ${name}: expected the size of every image, .*--mimic-metadata .*--frame 224`,
        ),
      );
      t.regex(said.err, found);
    }
    const ids = missing.map((id) => `'${id}'`).join(', ');
    const words = ['--out', join(folder, name), '--where', `image_id not in (${ids})`];
    const said = await imagenome('export', name, some, ...words);
    t.is(said.code, 0, said.err);
  }
  t.false((await readdir(folder)).includes('out'));
});

test('an export goes to no warehouse, file or folder of somebody else, by whatever way', async (t) => {
  const folder = await temporaryFolder(t);
  const { warehouse } = fixture();
  await mkdir(join(folder, 'mine'));
  await writeFile(join(folder, 'mine', 'x'), 'x');
  await writeFile(join(folder, 'file'), 'x');
  await symlink(warehouse, join(folder, 'link'));
  const before = { mine: await filesOf(join(folder, 'mine')), names: await readdir(warehouse) };
  const cases: [out: string, code: number, says: RegExp][] = [
    ['', 2, /expected --out PATH, found none/],
    [warehouse, 2, /expected a folder outside of the warehouse, found one within it/],
    [`${warehouse}/`, 2, /outside of the warehouse/],
    [join(warehouse, 'parquet'), 2, /outside of the warehouse/],
    [join(warehouse, 'a', 'b'), 2, /outside of the warehouse/],
    [join(folder, 'link'), 2, /outside of the warehouse/],
    [join(folder, 'link', 'a'), 2, /outside of the warehouse/],
    [
      join(folder, 'mine'),
      1,
      /expected no such folder, an empty one or an earlier export, found something else/,
    ],
    [
      join(folder, 'file'),
      1,
      /expected no such folder, an empty one or an earlier export, found something else/,
    ],
    [join(folder, 'file', 'a'), 1, /expected to write the export/],
    [folder, 1, /found something else; nothing was touched/],
  ];
  for (const { name } of formats) {
    for (const [out, code, says] of cases) {
      const said = await imagenome('export', name, warehouse, '--out', out, ...frameOf(name));
      t.is(said.code, code, `${name}: ${out}: ${said.err}`);
      t.regex(said.err, says);
    }
  }
  t.deepEqual(await filesOf(join(folder, 'mine')), before.mine);
  t.is(await readFile(join(folder, 'file'), 'utf8'), 'x');
  t.deepEqual(await readdir(warehouse), before.names);
  t.deepEqual((await readdir(folder)).sort(), ['file', 'link', 'mine']);
});
