import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import test from 'ava';
import { build } from '../../etl/build.js';
import { formats } from '../../etl/export/registry.js';
import { imagenome } from '../helpers/command.js';
import { writeFiles } from '../helpers/files.js';
import { attributesOf, graphOf, objectOf, relationshipOf } from '../helpers/graph.js';
import { temporaryFolder } from '../helpers/temporary_folder.js';
import { withWarehouse } from '../helpers/warehouse.js';
import { exportFixture, filesOf } from './fixture.js';

const fixture = exportFixture(test);

const lines = async (path: string) => (await readFile(path, 'utf8')).trimEnd().split('\n');

test('a condition and a split choose the images that SQL finds by them', async (t) => {
  const out = join(await temporaryFolder(t), 'paths');
  const { warehouse } = fixture();
  const conditions = [
    "viewpoint = 'PA'",
    "to_avoid is not true and gender = 'F' -- women",
    '"viewpoint" = \'AP\' /* ; */ or n_boxes > 30',
    "image_id in (select image_id from region_findings where label_name = 'pneumothorax' and last_mention = 'no')",
    "exists (with said as (from image_labels) from said where said.image_id = cohort.image_id and label_name = 'pneumonia')",
  ];
  for (const where of conditions) {
    const said = await imagenome(
      'export',
      'images',
      warehouse,
      '--out',
      out,
      '--where',
      where,
      '--split',
      'train',
    );
    t.is(said.code, 0, said.err);
    const expected = await withWarehouse(warehouse, (ask) =>
      ask(`select image_id from cohort where (${where}\n) and split = 'train' order by all`),
    );
    t.true(expected.length > 0, where);
    const found = (await lines(join(out, 'images.txt'))).map((path) => /([^/]+)\.jpg$/.exec(path)![1]!);
    t.deepEqual(
      found.sort(),
      expected.map(({ image_id }) => String(image_id)),
      where,
    );
  }
});

test('what is no condition over the warehouse is wrong usage, and quotes no value', async (t) => {
  const folder = await temporaryFolder(t);
  await writeFile(join(folder, 'secret.csv'), 'image_id\nx\n');
  const cases: [where: string, says: RegExp][] = [
    ['', /found nothing/],
    ['/* nothing */', /found nothing/],
    ['true;', /found a semicolon/],
    ['true; drop table images', /found a semicolon/],
    ['true) or (true', /found a bracket/],
    ["split = 'train", /found a bracket, a quote/],
    ['true /* and', /found a bracket, a quote or a comment/],
    ["split = 'train' order by 1", /syntax error at or near "order"/],
    ['drop table images', /syntax error/],
    ['1', /found INTEGER where true or false is needed/],
    ['viewpoint', /found VARCHAR where true or false is needed/],
    ['null', /true or false is needed/],
    ["viewpont = 'PA'", /"viewpont" not found/],
    ['count(*) > 1', /aggregates/],
    ['row_number() over () > 1', /window/],
    ['image_id = ?', /found a parameter/],
    ['random() < 0.5', /says the same each time, found random/],
    ['study_datetime < now()', /says the same each time, found now/],
    ['study_datetime < current_date', /says the same each time, found current_date/],
    ["current_setting('threads') is null", /found current_setting/],
    [
      `image_id in (from '${folder}/secret.csv')`,
      /other tables and views of the warehouse, found a relation/,
    ],
    [`image_id in (select image_id from read_csv('${folder}/secret.csv'))`, /found the function read_csv/],
    [`exists (from glob('${folder}/*'))`, /found the function glob/],
    ['exists (from duckdb_settings())', /found the function duckdb_settings/],
    ['exists (from information_schema.tables)', /found a relation/],
    ["exists (from query('select 1'))", /found the function query/],
    ["read_text('/etc/hostname') is not null", /refuses/],
    ['viewpoint::int = 1', /Could not convert string '…'/],
  ];
  for (const [where, says] of cases) {
    const out = join(folder, 'out');
    const said = await imagenome('export', 'images', fixture().warehouse, '--out', out, '--where', where);
    t.is(said.code, 2, where);
    t.regex(said.err, says, where);
    t.regex(said.err, /^imagenome: --where: expected one condition over the columns of cohort/, where);
    t.is(said.out, '');
    t.false(/'(AP|PA)'/.test(said.err.replace(where, '')));
  }
  t.deepEqual(await readdir(folder), ['secret.csv'], 'nothing was written');
});

test('other wrong usage has words, and nothing is written', async (t) => {
  const folder = await temporaryFolder(t);
  const { warehouse } = fixture();
  const out = join(folder, 'out');
  await mkdir(join(folder, 'mine'));
  await writeFile(join(folder, 'mine', 'x'), '');
  const cases: [words: string[], code: number, says: RegExp][] = [
    [[], 2, /expected a format, one of images, coco/],
    [['coc', warehouse, '--out', out], 2, /found 'coc', did you mean coco\?/],
    [['coco', warehouse], 2, /expected --out PATH, found none/],
    [['coco', warehouse, 'x', '--out', out], 2, /found 3 words/],
    [['coco', warehouse, '--out', out, '--regions', '28'], 2, /expected one of 18, 26, 29, 36, found '28'/],
    [
      ['images', warehouse, '--out', out, '--regions', '18'],
      2,
      /expected no --regions, which is an option of coco/,
    ],
    [['coco', warehouse, '--out', out, '--region', '18'], 2, /did you mean --regions\?/],
    [['images', warehouse, '--out', out, '--split', 'trian'], 2, /found 'trian', did you mean train\?/],
    [['images', warehouse, '--out', out, '--split', ''], 2, /expected the name of a split/],
    [['images', warehouse, '--out', out, '--subset', '1000'], 2, /such as 1000-patients, found '1000'/],
    [['images', warehouse, '--out', out, '--subset', '0-patients'], 2, /found '0-patients'/],
    [['images', warehouse, '--out', out, '--where', "viewpoint = 'XX'"], 2, /at least one image, found none/],
    [['images', warehouse, '--out', join(warehouse, 'x')], 2, /outside of the warehouse/],
    [['images', folder, '--out', out], 1, /expected a warehouse, found something else/],
    [['images', warehouse, '--out', join(folder, 'mine')], 1, /found something else; nothing was touched/],
    [['images', warehouse, '--out', out, '--memory-limit', 'x'], 2, /expected a size such as/],
  ];
  for (const [words, code, says] of cases) {
    const said = await imagenome('export', ...words);
    t.is(said.code, code, words.join(' '));
    t.regex(said.err, says);
  }
  t.deepEqual(await readdir(folder), ['mine']);
});

test('an export replaces an earlier one whole, stays when the next fails, and is its owner’s alone', async (t) => {
  const folder = await temporaryFolder(t);
  const [out, { warehouse }] = [join(folder, 'out'), fixture()];
  t.is((await imagenome('export', 'coco', warehouse, '--out', out)).code, 0);
  t.is((await imagenome('export', 'images', warehouse, '--out', out)).code, 0);
  const files = await filesOf(out);
  t.deepEqual(Object.keys(files), ['NOTICE.txt', 'README.md', 'export.json', 'images.txt']);
  t.is((await imagenome('export', 'images', warehouse, '--out', out, '--where', 'false')).code, 2);
  t.deepEqual(await filesOf(out), files);
  t.deepEqual(await readdir(folder), ['out']);
  for (const name of Object.keys(files)) t.is((await stat(join(out, name))).mode & 0o777, 0o600, name);
  t.is((await stat(out)).mode & 0o777, 0o700);
});

test('a subset has the patients with the least hash, the same ones in each split and condition', async (t) => {
  const folder = await temporaryFolder(t);
  const { warehouse, graphs } = fixture();
  const said = await imagenome(
    'export',
    'images',
    warehouse,
    '--out',
    join(folder, 'a'),
    '--subset',
    '5-patients',
    '--json',
  );
  const patients = (paths: string[]) => new Set(paths.map((path) => Number(/\/p(\d{8})\//.exec(path)![1])));
  const few = patients(await lines(join(folder, 'a', 'images-5-patients.txt')));
  t.is(few.size, 5);
  const { createHash } = await import('node:crypto');
  const hash = (id: number) => createHash('md5').update(`chest-imagenome ${id}`).digest('hex');
  const all = [...new Set(graphs.map(({ patient_id }) => patient_id))].sort((a, b) =>
    hash(a) < hash(b) ? -1 : 1,
  );
  t.deepEqual([...few].sort(), all.slice(0, 5).sort());
  const record = JSON.parse(said.out);
  t.is(record.subset, '5-patients');
  t.is(
    record.splits.reduce((sum: number, { images }: { images: number }) => sum + images, 0),
    graphs.filter(({ patient_id }) => few.has(patient_id)).length,
  );
});

test('the lists of images are the paths of MIMIC-CXR and MIMIC-CXR-JPG, each image once', async (t) => {
  const folder = await temporaryFolder(t);
  const { warehouse, graphs } = fixture();
  for (const [form, suffix] of [
    ['jpg', 'jpg'],
    ['dicom', 'dcm'],
  ] as const) {
    const out = join(folder, form);
    t.is((await imagenome('export', 'images', warehouse, '--out', out, '--files', form)).code, 0);
    const expected = graphs.map(({ image_id, patient_id, study_id }) => {
      const patient = `p${patient_id}`;
      return `files/${patient.slice(0, 3)}/${patient}/s${study_id}/${image_id}.${suffix}`;
    });
    t.deepEqual((await lines(join(out, 'images.txt'))).sort(), expected.sort());
  }
});

test('every format: two runs and any memory give the same bytes, a README with rule, SQL and citation, and a notice', async (t) => {
  const folder = await temporaryFolder(t);
  const { warehouse } = fixture();
  for (const format of formats) {
    const [one, other] = [join(folder, `${format.name}-1`), join(folder, `${format.name}-2`)];
    t.is((await imagenome('export', format.name, warehouse, '--out', one)).code, 0);
    const said = await imagenome('export', format.name, warehouse, '--out', other, '--memory-limit', '2GB');
    t.is(said.code, 0, said.err);
    const files = await filesOf(one);
    t.deepEqual(await filesOf(other), files, format.name);
    const readme = String(files['README.md']);
    for (const heading of ['## Rule', '## Use', '## How to cite', '## License', '## SQL'])
      t.true(readme.includes(heading));
    t.regex(readme, /Wu, J\., .*https:\/\/doi\.org\/10\.13026\/wv01-y230/);
    t.true(readme.includes('create or replace temp table chosen_images'));
    t.regex(String(files['NOTICE.txt']), /^This export was built from a synthetic release/);
    const record = JSON.parse(String(files['export.json']));
    const { createHash } = await import('node:crypto');
    for (const { path, bytes, sha256, files: number } of record.files) {
      if (number !== undefined) continue;
      t.is(files[path]!.length, bytes);
      t.is(createHash('sha256').update(files[path]!).digest('hex'), sha256);
    }
    for (const text of Object.values(files)) t.false(text.includes(folder), 'no path of a machine');
  }
});

test('labels and regions of any characters go through every format', async (t) => {
  const folder = await temporaryFolder(t);
  const names = [
    '',
    ' ',
    'a\tb',
    'a\nb',
    'a"b',
    "a'b",
    'a|b',
    '<x>',
    '{{condition}}',
    '../x',
    '=1+1',
    'NULL',
    '🫁',
  ];
  const graphs = names.map((name, i) => {
    const image_id = `a${i}`;
    const relations = i === 0 ? [] : [relationshipOf({ bbox_name: name, object_id: `a${i - 1}_${name}` })];
    const said = { attributes: [[`anatomicalfinding|yes|${name}`]], object_id: `${image_id}_${name}` };
    return graphOf({
      ...{ image_id, study_id: 50000001 + i, StudyOrder: i + 1 },
      objects: [objectOf({ bbox_name: name, object_id: `${image_id}_${name}` })],
      attributes: [attributesOf(said), attributesOf({ ...said, bbox_name: name, [name]: true })],
      relationships: relations,
    });
  });
  const input = await writeFiles(folder, { 'graphs.json': graphs });
  const warehouse = join(folder, 'warehouse');
  await build({ input: join(input, 'graphs.json'), out: warehouse, workers: 1, derived: 'none' });
  const asked: string[][] = [
    ...formats.map(({ name }) => [name]),
    ['matrix', '--preset', 'medvqa', '--regions', 'whole'],
    ['matrix', '--preset', 'chexpert-14', '--layout', 'long', '--as', 'csv'],
    ['rdf', '--form', 'ntriples'],
  ];
  for (const [name, ...words] of asked) {
    const format = formats.find((one) => one.name === name)!;
    const frame = format.options.some((option) => option.name === 'frame') ? ['--frame', '224'] : [];
    const said = await imagenome(
      'export',
      name!,
      warehouse,
      '--out',
      join(folder, 'out'),
      ...words,
      ...frame,
    );
    t.is(said.code, 0, `${name}: ${said.err}`);
    await rm(join(folder, 'out'), { recursive: true });
  }
});
