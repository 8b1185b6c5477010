import { createHash } from 'node:crypto';
import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import test from 'ava';
import { imagenome } from '../helpers/command.js';
import { sharedWarehouse } from '../helpers/shared_warehouse.js';
import { temporaryFolder } from '../helpers/temporary_folder.js';
import { withWarehouse } from '../helpers/warehouse.js';

const warehouse = sharedWarehouse(test);

/** The checksum as docs/exports.md describes it, worked out without the command. */
async function sumOf(query: string, keys: readonly string[]): Promise<{ rows: number; sha256: string }> {
  const rows = await withWarehouse(warehouse(), (ask) => ask(query));
  const lines = rows.map((row) => `${JSON.stringify(keys.map((key) => row[key]))}\n`);
  lines.sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
  return { rows: rows.length, sha256: createHash('sha256').update(lines.join('')).digest('hex') };
}

const cited = async (...words: string[]) =>
  JSON.parse((await imagenome('cite', warehouse(), ...words, '--json')).out);

test('a citation has the number of rows and the checksum of their keys, whatever the order of rows and columns', async (t) => {
  const cases: [query: string, keys: string[]][] = [
    ['from images', ['image_id', 'patient_id', 'study_id']],
    [
      'select label_name, study_id, bbox_name, n_yes from report_findings',
      ['bbox_name', 'label_name', 'study_id'],
    ],
    [
      "select 'ä\"\n' as text, true as yes, null::integer as none, -5 as five",
      ['five', 'none', 'text', 'yes'],
    ],
    ['select study_id from images union all select study_id from images', ['study_id']],
    [
      'select unnest([true, false, null]) as to_avoid union all select unnest([true, null, null])',
      ['to_avoid'],
    ],
    ['select chr(unnest(range(1, 160))::integer) as text', ['text']],
  ];
  for (const [query, keys] of cases) {
    const citation = await cited(query);
    const expected = await sumOf(query, keys);
    t.true(expected.rows > 0);
    t.deepEqual({ rows: citation.rows, sha256: citation.sha256 }, expected, query);
    t.deepEqual(
      citation.keys.map(({ name }: { name: string }) => name),
      keys,
    );
  }
  const one = await cited('select image_id, study_id from images order by image_id');
  const other = await cited('select study_id, image_id from images order by study_id desc, image_id desc');
  t.is(one.sha256, other.sha256);
  t.deepEqual(one.keys, [
    { name: 'image_id', type: 'VARCHAR' },
    { name: 'study_id', type: 'INTEGER' },
  ]);
  t.is(
    (await cited('select study_id from images union all select study_id from images')).distinct_keys <
      one.rows * 2,
    true,
  );
});

test('a citation states the rules with a checksum, the release and the version, and no value of a row', async (t) => {
  const { rules, warehouse: from } = await cited('from pair_progressions');
  t.deepEqual(
    rules.map(({ name }: { name: string }) => name),
    ['comparisons', 'pair_progressions'],
  );
  const manifest = JSON.parse(await readFile(join(warehouse(), 'manifest.json'), 'utf8'));
  t.is(from.input_fingerprint, manifest.build.input_fingerprint);
  t.is(from.version, manifest.build.version);
  const said = await imagenome('cite', warehouse(), 'from images');
  t.is(said.code, 0, said.err);
  for (const { image_id, patient_id } of await withWarehouse(warehouse(), (ask) => ask('from images'))) {
    t.false(said.out.includes(String(image_id)));
    t.false(said.out.includes(String(patient_id)));
  }
});

test('an earlier citation verifies, and what differs is said', async (t) => {
  const folder = await temporaryFolder(t);
  const file = join(folder, 'citation.json');
  const query = 'select image_id from images';
  t.is((await imagenome('cite', warehouse(), query, '--out', file)).code, 0);
  t.is((await stat(file)).mode & 0o777, 0o600);
  t.deepEqual(await readdir(folder), ['citation.json']);
  const same = await imagenome('cite', warehouse(), '--verify', file);
  t.is(same.code, 0, same.err);
  t.regex(same.out, /^the same \d+ rows\n$/);
  const reordered = await imagenome(
    'cite',
    warehouse(),
    'select image_id from images order by 1 desc',
    '--verify',
    file,
  );
  t.is(reordered.code, 0);
  t.regex(reordered.out, /^the same \d+ rows\n {2}statement: /);
  const fewer = await imagenome('cite', warehouse(), `${query} limit 1`, '--verify', file);
  t.is(fewer.code, 1);
  t.regex(fewer.out, /^other rows than .*: \d+ there, 1 here\n {2}rows: .*SHA-256 of the keys:\s/s);
  const changed = JSON.parse(await readFile(file, 'utf8'));
  changed.warehouse.input_fingerprint = 'x';
  await writeFile(file, JSON.stringify(changed));
  t.regex((await imagenome('cite', warehouse(), '--verify', file)).out, /input fingerprint: x there/);
});

test('what cannot be cited is wrong usage', async (t) => {
  const folder = await temporaryFolder(t);
  await writeFile(join(folder, 'other.json'), '{"format": "x"}');
  const cases: [words: string[], says: RegExp][] = [
    [[], /expected DIR and one query, found no query/],
    [['from images', 'from phrases'], /found 3 words; put the query in quotes/],
    [[''], /expected one query with rows, found none/],
    [['/* nothing */'], /expected one query with rows, found none/],
    [
      ['select image_id from images where random() < 0.5'],
      /the same rows each time, found random; leave it out/,
    ],
    [['from images where study_datetime < current_date'], /found current_date/],
    [['with few as (from images using sample 5) from few'], /found a sample/],
    [
      ['select image_id, study_id as IMAGE_ID from images'],
      /found image_id a second time|found IMAGE_ID a second time/,
    ],
    [['from images', '--key', 'imageid'], /found 'imageid', did you mean image_id\?/],
    [
      ['from images', '--out', join(warehouse(), 'citation.json')],
      /expected a file outside of the warehouse/,
    ],
    [['from images', '--verify', folder], /found a folder at/],
    [['drop table images'], /expected one query with rows/],
    [['select 1; select 2'], /expected one query with rows/],
    [['select [1] as list'], /found list of the type INTEGER\[\]; name others with --key/],
    [['from images', '--key', 'image'], /expected columns of the query, .*, found 'image'/],
    [['from images', '--verify', join(folder, 'none.json')], /found nothing at/],
    [['from images', '--verify', join(folder, 'other.json')], /found something else in/],
    [['from images', '--out', join(folder, 'no', 'x.json')], /expected a file in a folder that is there/],
  ];
  for (const [words, says] of cases) {
    const said = await imagenome('cite', warehouse(), ...words);
    t.is(said.code, 2, words.join(' '));
    t.regex(said.err, says);
  }
  const elsewhere = await imagenome('cite', warehouse(), "from '/etc/passwd'");
  t.is(elsewhere.code, 1);
  t.is(elsewhere.out, '');
});

test('a citation that was damaged or made by hand is wrong usage, and obeys no terminal', async (t) => {
  const folder = await temporaryFolder(t);
  const file = join(folder, 'citation.json');
  t.is((await imagenome('cite', warehouse(), 'select image_id from images', '--out', file)).code, 0);
  const sound = JSON.parse(await readFile(file, 'utf8'));
  const damaged: Record<string, object> = {
    'keys of nothing': { keys: [null] },
    'no keys': { keys: [] },
    'a key without a name': { keys: [{ name: 3, type: 'VARCHAR' }] },
    'rules of nothing': { rules: [null] },
    'no warehouse': { warehouse: null },
    'a warehouse without anything': { warehouse: [] },
    'rows as text': { rows: '5' },
    'rows below 0': { rows: -1 },
    'no number of keys': { distinct_keys: null },
    'no checksum': { sha256: 5 },
  };
  for (const [name, change] of Object.entries(damaged)) {
    await writeFile(file, JSON.stringify({ ...sound, ...change }));
    const said = await imagenome('cite', warehouse(), '--verify', file);
    t.is(said.code, 2, name);
    t.regex(
      said.err,
      /expected a citation that npx imagenome cite --out has written, found something else/,
      name,
    );
  }
  await writeFile(file, JSON.stringify({ ...sound, sha256: '\u001b[31mred\u202e' }));
  const said = await imagenome('cite', warehouse(), '--verify', file);
  t.is(said.code, 1);
  t.regex(said.out, /\\x1b\[31mred\\u\{202e\}/);
  t.false(['\u001b', '\u202e'].some((one) => said.out.includes(one)));
});

test('keys are named in any case, with blanks between them', async (t) => {
  const one = await cited('from images', '--key', 'image_id,study_id');
  const other = await cited('from images', '--key', 'Study_ID, IMAGE_ID');
  t.is(other.sha256, one.sha256);
  t.deepEqual(other.keys, one.keys);
});
