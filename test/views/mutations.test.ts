import { readFileSync } from 'node:fs';
import test from 'ava';
import { projectFile } from '../../etl/project.js';
import { readViewFiles } from '../../etl/schema/view_file.js';
import { viewCases } from './case.js';
import { noticedBy } from './mutation.js';
import { CaseWarehouses } from './warehouses.js';

const cases = viewCases();
const files = new Map(readViewFiles().map((file) => [file.name, file]));
const warehouses = new CaseWarehouses();
test.after.always(() => warehouses.close());

/** Of each view and macro: texts of its SQL, and what a mistake would make of each. Some case has to notice. */
const mutations: Record<string, [text: string, mistake: string][]> = JSON.parse(
  readFileSync(projectFile('test', 'cases', 'view_mutations.json'), 'utf8'),
);

test('every view and macro has mutations', (t) => {
  t.deepEqual(Object.keys(mutations).sort(), [...files.keys()].sort());
});

for (const [name, ofView] of Object.entries(mutations)) {
  test.serial(`the cases notice mistakes in ${name}`, async (t) => {
    const file = files.get(name)!;
    const survivors: string[] = [];
    // What noticed one mistake in a view will notice most others.
    let noticing = cases;
    for (const [text, mistake] of ofView) {
      t.is(file.sql.split(text).length, 2, `${name} has once: ${text}`);
      const mutated = { ...file, sql: file.sql.replace(text, () => mistake) };
      const first = await noticedBy(file, mutated, noticing, warehouses);
      if (first === undefined) survivors.push(`${text} → ${mistake}`);
      else noticing = [first, ...noticing.filter((one) => one !== first)];
    }
    t.deepEqual(survivors, []);
  });
}

test.serial('no case objects to the views as they are', async (t) => {
  const [file] = files.values();
  t.is(await noticedBy(file!, file!, cases, warehouses), undefined);
});
