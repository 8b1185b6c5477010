import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import test from 'ava';
import { build } from '../../etl/build.js';
import { projectFile } from '../../etl/project.js';
import { temporaryFolder } from '../helpers/temporary_folder.js';
import { answer } from '../views/answer.js';

const examples = projectFile('examples', 'sql');
const files = readdirSync(examples).filter((file) => file.endsWith('.sql'));
const cases = projectFile('test', 'cases', 'examples');

test('each of examples/sql has the answer that was worked out by hand', async (t) => {
  const out = join(await temporaryFolder(t), 'warehouse');
  await build({ input: join(cases, 'release'), out, workers: 1 });
  const instance = await DuckDBInstance.create(join(out, 'imagenome.duckdb'), { access_mode: 'READ_ONLY' });
  t.teardown(() => instance.closeSync());
  const connection = await instance.connect();
  t.deepEqual(await answer(connection, 'from quarantine'), []);

  const names = files.map((file) => file.replace(/\.sql$/, ''));
  t.is(names.length, 12);
  for (const name of names.sort()) {
    const rows = await answer(connection, readFileSync(join(examples, `${name}.sql`), 'utf8'));
    const expected = readCsv(readFileSync(join(cases, 'expected', `${name}.csv`), 'utf8'));
    t.deepEqual(rows.map(asText), expected, name);
  }
});

test('each example states its denominator and its trap', (t) => {
  for (const file of files) {
    const header = readFileSync(join(examples, file), 'utf8');
    t.regex(header, /^-- [A-Z].+\n-- denominator: .+\n(-- .+\n)*-- trap: .+\n/, file);
  }
});

/** Lists as DuckDB prints them, numbers to nine digits. */
function asText(row: Record<string, unknown>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      name,
      Array.isArray(value) ? `[${value.join(', ')}]` : String(value ?? ''),
    ]),
  );
}

/** A small csv with a header; a value with commas is in double quotes. */
function readCsv(text: string): Record<string, string>[] {
  const [names, ...rows] = text
    .trim()
    .split('\n')
    .map((line) =>
      [...line.matchAll(/(?:^|,)(?:"([^"]*)"|([^",]*))/g)].map(([, quoted, bare]) => quoted ?? bare!),
    );
  return rows.map((values) => Object.fromEntries(names!.map((name, i) => [name, values[i]!])));
}
