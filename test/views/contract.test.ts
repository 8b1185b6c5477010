import { readFileSync } from 'node:fs';
import test from 'ava';
import { withEmptyWarehouse } from '../../etl/docs/empty_warehouse.js';
import { projectFile } from '../../etl/project.js';

/** The views of the contract with the columns that it names, written down from it by hand. */
const contracted: Record<string, Record<string, string>> = JSON.parse(
  readFileSync(projectFile('test', 'cases', 'contract_views.json'), 'utf8'),
);

test('every view of the contract has its columns in their types', async (t) => {
  await withEmptyWarehouse(async (connection) => {
    for (const [view, columns] of Object.entries(contracted)) {
      const read = await connection.runAndReadAll(`describe "${view}"`);
      const types = new Map(read.getRowsJson().map(([name, type]) => [name, type]));
      for (const [column, type] of Object.entries(columns))
        t.is(types.get(column), type, `${view}.${column}`);
    }
  });
});

test('every view that docs/contract.md lists is checked', (t) => {
  const contract = readFileSync(projectFile('docs', 'contract.md'), 'utf8').split('## Views')[1]!;
  const listed = contract
    .split('\n')
    .filter((line) => line.startsWith('| ') && !/^\| (view|-)/.test(line))
    .flatMap((line) => line.split('|')[1]!.trim().split(', '));
  t.deepEqual(listed.sort(), Object.keys(contracted).sort());
});
