import { cp, mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import test from 'ava';
import { build } from '../../etl/build.js';
import { projectFile } from '../../etl/project.js';
import { synthesize } from '../../etl/synth/index.js';
import { imagenome } from '../helpers/command.js';
import { completeGraph } from '../helpers/complete.js';
import { writeFiles } from '../helpers/files.js';
import { temporaryFolder } from '../helpers/temporary_folder.js';
import { type Ask, withWarehouse } from '../helpers/warehouse.js';
import { figuresOf, type ReadFigure } from './page_reader.js';

let folder: string;
let warehouse: string;
let html: string;
let figures: ReadFigure[];

/** Makes the page of a warehouse as a user does. */
async function pageOf(warehouse: string, ...options: string[]): Promise<string> {
  const out = join(folder, `page-${Math.random()}.html`);
  const { code, err } = await imagenome('report', warehouse, '--out', out, ...options);
  if (code !== 0) throw new Error(err);
  return readFile(out, 'utf8');
}

test.before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'imagenome-page-'));
  const input = join(folder, 'release');
  warehouse = join(folder, 'warehouse');
  await synthesize({ images: 150, seed: 5, out: input, goldPatients: 12, workers: 1, defects: true });
  const mimicMetadata = join(input, 'mimic-cxr-jpg', 'mimic-cxr-2.0.0-metadata.csv.gz');
  await build({ input, out: warehouse, workers: 1, mimicMetadata });
  html = await pageOf(warehouse);
  figures = figuresOf(html);
});

test.after.always(() => rm(folder, { recursive: true, force: true }));

/** A value as DuckDB gives it, as a table is to show it. */
function shown(value: unknown): string {
  if (value === null) return '–';
  if (value === true) return 'yes';
  if (value === false) return 'no';
  return String(value);
}

const plain = (text: string) => (/^-?[\d,]+$/.test(text) ? text.replaceAll(',', '') : text);

/** Rows of the statement on the page, as text, by its own columns. */
async function answered(ask: Ask, { statement }: ReadFigure): Promise<string[][]> {
  return (await ask(statement)).map((row) => Object.values(row).map(shown));
}

test('every figure has its chart, its table with caption and scopes, and the statement that gives the table', async (t) => {
  t.deepEqual(
    figures.filter(({ hasChart }) => !hasChart).map(({ id }) => id),
    ['inputs'],
  );
  t.is(new Set(figures.map(({ id }) => id)).size, 23);
  await withWarehouse(warehouse, async (ask) => {
    for (const figure of figures) {
      const rows = await answered(ask, figure);
      t.true(rows.length > 0, figure.id);
      const width = rows[0]!.length;
      t.truthy(figure.caption, figure.id);
      t.true(figure.columns.length >= width, figure.id);
      t.deepEqual(
        figure.cells.map((cells) => cells.slice(0, width).map(plain)),
        rows.map((row) => row.map(plain)),
        figure.id,
      );
    }
  });
});

test('the figures of the evaluation are those of `imagenome evaluate`', async (t) => {
  const { out } = await imagenome('evaluate', warehouse, '--json');
  const { findings, comparisons, regions } = JSON.parse(out);
  const rounded = (value: number | null) =>
    value === null ? '–' : String(Math.round(value * 10_000) / 10_000);
  for (const [id, own, keys] of [
    ['evaluation_findings', findings, ['level']],
    ['evaluation_comparisons', comparisons, ['matching', 'level']],
    ['evaluation_regions', regions, ['bbox_name']],
  ] as const) {
    const { columns, cells } = figures.find((figure) => figure.id === id)!;
    for (const row of cells) {
      const of = (name: string) => row[columns.indexOf(name)];
      const theirs = own.find((one: Record<string, unknown>) => keys.every((key) => one[key] === of(key)));
      for (const name of columns.filter((column) => /^(precision|recall|f1|iou)/.test(column)))
        t.is(of(name), rounded(theirs[name] ?? null), `${id} ${row[0]} ${name}`);
    }
  }
});

test('no sentence, no id of a patient, study or image is on the page', async (t) => {
  await withWarehouse(warehouse, async (ask) => {
    const texts = (await ask('select distinct phrase as text from phrases')).map(({ text }) => String(text));
    const ids = await ask(
      `select distinct unnest([patient_id::varchar, study_id::varchar, image_id]) as id from images`,
    );
    t.true(texts.length > 100 && ids.length > 100);
    const words = new Set(html.split(/[^\w-]+/));
    t.deepEqual(
      texts.filter((text) => text.trim().length > 20 && html.includes(text.trim().slice(0, 60))),
      [],
    );
    t.deepEqual(
      ids.filter(({ id }) => words.has(String(id))),
      [],
    );
  });
});

test('a patient is on the page only when asked for, without a sentence', async (t) => {
  const [row] = await withWarehouse(warehouse, (ask) =>
    ask(
      'select arg_max(patient_id, sequence_number) as id, max(sequence_number) as n from patient_sequences',
    ),
  );
  const page = await pageOf(warehouse, '--patient', String(row!.id));
  const own = figuresOf(page).filter(({ id }) => id.startsWith('patient_'));
  t.is(own.length, 3);
  t.is(own[0]!.cells.length, Number(row!.n));
  await withWarehouse(warehouse, async (ask) => {
    for (const figure of own) t.is(figure.cells.length, (await answered(ask, figure)).length, figure.id);
    const texts = await ask(`select phrase from phrases where patient_id = ${row!.id}`);
    for (const { phrase } of texts) if (String(phrase).length > 20) t.false(page.includes(String(phrase)));
  });
  const { code, err } = await imagenome(
    'report',
    warehouse,
    '--out',
    join(folder, 'x.html'),
    '--patient',
    '1',
  );
  t.is(code, 1);
  t.regex(err, /expected a patient_id .* found no image of 1/);
});

test('the same warehouse gives the same bytes; the page is small, of its owner alone, and allows no request', async (t) => {
  t.is(await pageOf(warehouse), html);
  t.true(Buffer.byteLength(html) < 1_000_000);
  const out = join(folder, 'private.html');
  await imagenome('report', warehouse, '--out', out, '--quiet');
  t.is((await stat(out)).mode & 0o777, 0o600);
  t.regex(
    html,
    /<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-[\w+/=]+'; /,
  );
  t.notRegex(html, /\b(src|href)="(?!#)/);
  t.notRegex(html, /@import|url\((?!#)/);
  t.false(html.includes(folder));
});

test('a page does not go into the warehouse, and an option that is wrong ends with code 2', async (t) => {
  for (const [words, message] of [
    [['--out', join(warehouse, 'page.html')], /outside of the warehouse/],
    [['--out', join(folder, 'nowhere', 'page.html')], /found no /],
    [['--patient', 'x; drop table images'], /expected a whole number/],
  ] as const) {
    const { code, err } = await imagenome('report', warehouse, ...words);
    t.is(code, 2);
    t.regex(err, message);
  }
});

test('without lists, gold, boxes, demographics, and roll-ups, the page says what is missing and invents nothing', async (t) => {
  const place = await temporaryFolder(t);
  const [evil, region] = ['<script>alert("1")</script>', `'"><img src=x onerror=alert(1)>&amp;`];
  const graph = completeGraph({
    image_id: 'a',
    gender: null,
    age_decile: null,
    attributes: [
      {
        bbox_name: region,
        phrase_IDs: ['1|1', '1|2'],
        attributes: [[`anatomicalfinding|yes|${evil}`], ['anatomicalfinding|no|pneumothorax']],
      },
    ],
  });
  const input = await writeFiles(join(place, 'graphs'), { 'a_SceneGraph.json': graph });
  const out = join(place, 'warehouse');
  await build({ input, out, workers: 1, derived: 'none' });
  const page = await pageOf(out);
  const absent = Object.fromEntries(figuresOf(page).map(({ id, absence }) => [id, absence]));
  for (const id of ['splits', 'evaluation_findings', 'evaluation_comparisons', 'evaluation_regions'])
    t.regex(absent[id] ?? '', /^The build was not given /, id);
  t.regex(absent.ages!, /No image states/);
  t.regex(absent.sexes!, /No sex has 20 patients/);
  t.regex(absent.transitions!, /No patient has two studies/);
  t.regex(absent.mean_boxes!, /No image has a usable box/);
  t.regex(page, /stores no roll-ups/);
  const labels = figuresOf(page).find(({ id }) => id === 'labels')!;
  t.deepEqual(
    labels.cells.map((cells) => cells.slice(0, 5)),
    [
      [evil, 'anatomicalfinding', '1', '0', '0'],
      ['pneumothorax', 'anatomicalfinding', '0', '1', '0'],
    ],
  );
  t.false(page.includes(evil));
  t.notRegex(page, /<img/);
  t.is(page.match(/<script>/g)?.length, 1);
});

test('a warehouse that lacks a view of this version is to be built again', async (t) => {
  const older = join(await temporaryFolder(t), 'warehouse');
  await cp(warehouse, older, { recursive: true });
  const instance = await DuckDBInstance.create(join(older, 'imagenome.duckdb'));
  const connection = await instance.connect();
  await connection.run('drop view cooccurrences');
  connection.closeSync();
  instance.closeSync();
  const { code, err } = await imagenome('report', older);
  t.is(code, 1);
  t.regex(err, /expected the views of version .* build it again/);
});

test('every statement of the page is a file that is used, and every file is shipped', async (t) => {
  const { files } = JSON.parse(await readFile(projectFile('package.json'), 'utf8'));
  for (const path of ['etl/report/assets', 'etl/report/sql']) t.true(files.includes(path));
});
