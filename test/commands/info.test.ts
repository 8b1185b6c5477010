import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'ava';
import { projectFile } from '../../etl/project.js';
import { readViewFiles, signatureOf } from '../../etl/schema/view_file.js';
import { imagenome } from '../helpers/command.js';
import { sharedWarehouse } from '../helpers/shared_warehouse.js';
import { withWarehouse } from '../helpers/warehouse.js';

const warehouse = sharedWarehouse(test);

test('the tables are shown with their rows, and every view and macro with what it is', async (t) => {
  const { code, out } = await imagenome('info', warehouse());
  t.is(code, 0);
  const [{ n } = {}] = await withWarehouse(warehouse(), (ask) =>
    ask('select count(*)::integer as n from object_attributes'),
  );
  t.regex(out, new RegExp(`^object_attributes +${n} `, 'm'));
  t.true(out.includes('quarantine   nothing'));
  const headings = readFileSync(projectFile('docs', 'views.md'), 'utf8').match(/^## .*$/gm)!;
  const shown = headings.map((heading) => out.indexOf(`\n${heading.slice(3)}\n`));
  t.true(shown.every((place) => place > 0));
  t.deepEqual(
    shown,
    shown.toSorted((a, b) => a - b),
    'in the order of docs/views.md',
  );
  for (const file of readViewFiles()) {
    const entry = `\n  ${signatureOf(file)}`;
    t.is(out.split(entry).length, file.kind === 'view' ? out.split(entry).length : 2, file.name);
    t.true(out.includes(entry), file.name);
  }
  t.regex(out, /^ {2}report_findings +Findings of a report: the last mention wins$/m);
});

test('the README of the warehouse has every view, and every macro with its parameters', (t) => {
  const readme = readFileSync(join(warehouse(), 'README.md'), 'utf8');
  for (const file of readViewFiles()) {
    t.true(readme.includes(`\n| \`${signatureOf(file)}\` `), file.name);
  }
});

test('a view, a table and a macro are described column by column', async (t) => {
  const view = await imagenome('info', warehouse(), 'report_findings');
  t.regex(view.out, /^Tie-break: yes over no/m);
  t.regex(view.out, /^is_conflict +BOOLEAN +\S/m);
  const table = await imagenome('info', warehouse(), 'images');
  t.regex(table.out, /^study_datetime +TIMESTAMP +\S/m);
  const macro = await imagenome('info', warehouse(), 'patient_history');
  t.regex(macro.out, /^gap_days +\S/m);
  t.regex(macro.out, /^patient_history\(patient\): One patient, study by study/);
});

test('the example of a view or macro can be run', async (t) => {
  let n = 0;
  for (const { name } of readViewFiles().filter((file) => file.kind !== 'view' || file.name === 'boxes')) {
    const { example } = JSON.parse((await imagenome('info', warehouse(), name, '--json')).out);
    if (example === undefined) continue; // a macro of whose parameters no value is known
    const { code, err } = await imagenome('sql', warehouse(), example, '--json');
    t.is(code, 0, `${example}: ${err}`);
    n++;
  }
  t.true(n > 15);
});

/** What a search has to find, of every kind. */
const searches: Record<string, readonly string[]> = {
  effusion: ['labels\n', '  pleural effusion '],
  'costophrenic angle': ['regions\n', '  right costophrenic angle '],
  PREVIOUS_IMAGE: ['columns\n', '  comparison_relations.previous_image_id '],
  'finding matrix': ['macros\n', "  finding_matrix(regions := 29, rule := 'last_mention')"],
  'progress region': ['views\n', '  pair_progressions '],
  'data issues': ['tables\n', '  data_issues '],
};

for (const [words, expected] of Object.entries(searches)) {
  test(`a search for ${words} finds ${expected[1]!.trim()}`, async (t) => {
    const { code, out } = await imagenome('info', warehouse(), '--search', words);
    t.is(code, 0);
    for (const text of expected) t.true(out.includes(text), `${text} in ${out}`);
    const hits = JSON.parse((await imagenome('info', warehouse(), '--search', words, '--json')).out);
    const kind = expected[0]!.trim().slice(0, -1);
    t.true(hits.some((hit: { kind: string; name: string }) => hit.kind === kind));
  });
}

test('a search that finds nothing says so', async (t) => {
  const { code, out } = await imagenome('info', warehouse(), '--search', 'zebra');
  t.is(code, 0);
  t.is(out, 'nothing has zebra in its name or description\n');
});

test('JSON has the manifest, or the columns', async (t) => {
  const all = JSON.parse((await imagenome('info', warehouse(), '--json')).out);
  t.is(all.format, 'chest-imagenome-warehouse');
  t.deepEqual(all.diagnostics, []);
  const one = JSON.parse((await imagenome('info', warehouse(), 'images', '--json')).out);
  t.is(one.columns[0].name, 'image_id');
});

test('an unknown name and a wrong number of words are wrong', async (t) => {
  t.is((await imagenome('info', warehouse(), 'frobnicate')).code, 1);
  const { code, err } = await imagenome('info', warehouse(), 'report_finding');
  t.is(code, 1);
  t.regex(err, /found none, did you mean report_findings\?\n$/);
  t.is((await imagenome('info', warehouse(), 'images', 'objects')).code, 2);
  t.is((await imagenome('info', `${warehouse()}-absent`)).code, 1);
});
