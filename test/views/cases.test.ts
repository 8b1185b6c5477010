import { readFileSync } from 'node:fs';
import test from 'ava';
import { projectFile } from '../../etl/project.js';
import { readViewFiles } from '../../etl/schema/view_file.js';
import { answer, comparable } from './answer.js';
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

for (const one of cases) {
  test.serial(`views of ${one.name}`, async (t) => {
    const connection = await warehouses.open(one);
    if (!one.questions.some(({ view }) => view === 'quarantine')) {
      t.deepEqual(await answer(connection, 'from quarantine'), [], 'the graphs of the case are sound');
    }
    for (const question of one.questions) {
      if (question.rows) {
        const rows = comparable(question, await answer(connection, question.query));
        t.deepEqual(rows, comparable(question, question.rows), question.name);
      } else {
        const says = { message: (message: string) => message.includes(question.error!) };
        await t.throwsAsync(answer(connection, question.query), says, question.name);
      }
    }
  });
}

test('every view and macro has a case with rows, every column of a view is compared', (t) => {
  const questions = cases.flatMap((one) => one.questions);
  for (const { name, kind, columns } of files.values()) {
    const own = questions.filter(
      ({ view, query, rows }) => rows && rows.length > 0 && (view === name || query.includes(`${name}(`)),
    );
    t.not(own.length, 0, name);
    if (kind !== 'view') continue;
    const compared = new Set(own.flatMap(({ rows }) => Object.keys(rows![0]!)));
    const missed = columns.filter((column) => !compared.has(column.name)).map((column) => column.name);
    t.deepEqual(missed, [], `${name}: columns that no case compares`);
  }
});

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
