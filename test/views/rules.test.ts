import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import test from 'ava';
import { projectFile } from '../../etl/project.js';
import { temporaryFolder } from '../helpers/temporary_folder.js';
import { answer, comparable } from './answer.js';
import { buildCase } from './case.js';

const folder = projectFile('test', 'cases', 'rules');

/** The statements of docs/rules.md, by the heading above each, e.g. `ms_cxr_t_pairs`. */
function statements(): Map<string, string> {
  const found = new Map<string, string>();
  for (const section of readFileSync(projectFile('docs', 'rules.md'), 'utf8').split(/^## /m).slice(1)) {
    const heading = section.slice(0, section.indexOf('\n'));
    const [, statement, more] = section.split(/^```(?:sql)?\n/m);
    if (more === undefined) continue;
    found.set(heading.toLowerCase().replaceAll(/\W+/g, '_'), statement!.trim());
  }
  return found;
}

test('every statement of docs/rules.md has an answer that was worked out by hand, and gives it', async (t) => {
  const out = await buildCase({ name: 'rules', folder, questions: [] }, await temporaryFolder(t));
  const instance = await DuckDBInstance.create(join(out, 'imagenome.duckdb'), { access_mode: 'READ_ONLY' });
  t.teardown(() => instance.closeSync());
  const connection = await instance.connect();
  t.deepEqual(await answer(connection, 'from quarantine'), []);

  const ruled = statements();
  const asked = readdirSync(join(folder, 'expected')).filter((file) => file.endsWith('.json'));
  t.deepEqual([...new Set(asked.map((file) => file.split('.')[0]))].sort(), [...ruled.keys()].sort());
  for (const file of asked) {
    const name = file.replace(/\.json$/, '');
    const statement = ruled.get(name.split('.')[0]!)!;
    const path = join(folder, 'expected', `${name}.sql`);
    const isOrdered = existsSync(path);
    const query = isOrdered ? readFileSync(path, 'utf8').replace('{statement}', () => statement) : statement;
    const question = { name, view: '', query, isOrdered };
    const expected = JSON.parse(readFileSync(join(folder, 'expected', file), 'utf8'));
    t.deepEqual(comparable(question, await answer(connection, query)), comparable(question, expected), name);
  }
});
