import test from 'ava';
import { imagenome } from '../helpers/command.js';
import { sharedWarehouse } from '../helpers/shared_warehouse.js';
import { withWarehouse } from '../helpers/warehouse.js';

const warehouse = sharedWarehouse(test);

test('one screen shows the tables with their rows, and the views', async (t) => {
  const { code, out } = await imagenome('info', warehouse());
  t.is(code, 0);
  const [{ n } = {}] = await withWarehouse(warehouse(), (ask) =>
    ask('select count(*)::integer as n from object_attributes'),
  );
  t.regex(out, new RegExp(`^object_attributes +${n} `, 'm'));
  for (const name of ['report_findings', 'patient_sequences', 'finding_matrix', 'quarantine   nothing']) {
    t.true(out.includes(name), name);
  }
  t.true(out.split('\n').length < 60, 'one screen');
  t.true(out.split('\n').every((line) => line.length <= warehouse().length + 120));
});

test('a view, a table and a macro are told column by column', async (t) => {
  const view = await imagenome('info', warehouse(), 'report_findings');
  t.regex(view.out, /^Tie-break: yes over no/m);
  t.regex(view.out, /^is_conflict +BOOLEAN +\S/m);
  const table = await imagenome('info', warehouse(), 'images');
  t.regex(table.out, /^study_datetime +TIMESTAMP +\S/m);
  const macro = await imagenome('info', warehouse(), 'patient_history');
  t.regex(macro.out, /^gap_days +\S/m);
  t.true(macro.out.includes('from patient_history(patient)'));
});

test('JSON has the manifest, or the columns', async (t) => {
  const all = JSON.parse((await imagenome('info', warehouse(), '--json')).out);
  t.is(all.format, 'chest-imagenome-warehouse');
  t.deepEqual(all.diagnostics, []);
  const one = JSON.parse((await imagenome('info', warehouse(), 'images', '--json')).out);
  t.is(one.columns[0].name, 'image_id');
});

test('an unknown name and a wrong number of words are told', async (t) => {
  t.is((await imagenome('info', warehouse(), 'nosuch')).code, 1);
  t.is((await imagenome('info', warehouse(), 'images', 'objects')).code, 2);
  t.is((await imagenome('info', `${warehouse()}-absent`)).code, 1);
});
