import test from 'ava';
import { readViewFiles } from '../../etl/schema/view_file.js';
import { answer, comparable } from './answer.js';
import { viewCases } from './case.js';
import { CaseWarehouses } from './warehouses.js';

const cases = viewCases();
const files = readViewFiles();
const warehouses = new CaseWarehouses();
test.after.always(() => warehouses.close());

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
  for (const { name, kind, columns } of files) {
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
