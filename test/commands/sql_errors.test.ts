import { readFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import test from 'ava';
import { projectFile } from '../../etl/project.js';
import { imagenome } from '../helpers/command.js';
import { runImagenome } from '../helpers/process.js';
import { sharedWarehouse } from '../helpers/shared_warehouse.js';
import { temporaryFolder } from '../helpers/temporary_folder.js';

const warehouse = sharedWarehouse(test);

/** A sentence of the warehouse, spelled so that the query does not have it. */
const sentence = "(select min(phrase) from phrases where phrase <> '')";

/** Queries that fail, S stands for a sentence, and the first line of what is shown. */
const cases: Record<string, string> = JSON.parse(
  readFileSync(projectFile('test', 'cases', 'query_errors.json'), 'utf8'),
);

test('a message shows what DuckDB, a macro and the query say, and no value', async (t) => {
  const { out: found } = await imagenome('sql', warehouse(), `select ${sentence} as phrase`, '--json');
  const [{ phrase }] = JSON.parse(found);
  const words = phrase.split(/\W+/).filter((word: string) => word.length > 3);
  t.true(words.length > 2);
  for (const [query, shown] of Object.entries(cases)) {
    const { code, out, err } = await imagenome(
      'sql',
      warehouse(),
      query.replaceAll(/\bS\b/g, sentence),
      '--json',
    );
    t.is(code, 1, query);
    t.is(out, '', query);
    t.is(err.split('\n')[0], `imagenome: ${shown}`, query);
    for (const word of words) t.false(err.includes(word), `${word} of ${query} is in ${err}`);
  }
});

test('every kind of error that a query can meet is among the cases', (t) => {
  const kinds = new Set(Object.values(cases).map((shown) => /: ([A-Z][A-Za-z ]*) Error/.exec(shown)?.[1]));
  for (const kind of [
    ...[
      'Parser',
      'Binder',
      'Catalog',
      'Conversion',
      'Invalid Input',
      'Out of Range',
      'Constraint',
      'Permission',
    ],
    ...['Syntax', 'Not implemented', 'TransactionContext', 'Parameter Not Allowed'],
  ]) {
    t.true(kinds.has(kind), kind);
  }
});

test('a mark shows the place in the query, without the literals of it', async (t) => {
  const query = `select\n  'Pleural effusion' as text,\n  ('Pleural ' || 'effusion.')::integer as number`;
  const { err } = await imagenome('sql', warehouse(), query);
  t.is(
    err,
    `imagenome: the query failed: Conversion Error: Could not convert string '…' to INT32
LINE 3:   ('........' || '.........')::integer as number
                                     ^
`,
  );
});

test('the place is right behind characters of several bytes, and in the statement that failed', async (t) => {
  const { err } = await imagenome(
    'sql',
    warehouse(),
    `select 1; select '肺ä' as "肺", phrase::int from phrases`,
  );
  t.regex(err, /^imagenome: the query failed \(statement 2 of 2\): Conversion Error: /);
  const [, line, mark] = err.split('\n');
  t.is(line!.slice(mark!.length - 1, mark!.length + 4), '::int');
});

test('what was probably meant is said of commands, tables, macros and columns', async (t) => {
  for (const [query, meant] of [
    ['from report_findngs', 'report_findings'],
    ['from finding_matix()', 'finding_matrix'],
    ['select bbox_nam from objects', 'bbox_name'],
    ['select objects.bbox_nam from objects', 'bbox_name'],
    ['select o.bbox_nam from cohort o', undefined],
    ['select is_findng(category_id) from labels', 'is_finding'],
    ['from "7777"', undefined],
  ] as const) {
    const { err } = await imagenome('sql', warehouse(), query);
    t.is(/(?:Did you mean|Candidate bindings:)[: ]* "(\w+)"/.exec(err)?.[1], meant, err);
  }
});

test("DuckDB's log cannot be turned on, and a query that would is refused", async (t) => {
  for (const query of [
    "call enable_logging(storage='file', storage_path='/tmp/imagenome-log')",
    "from ENABLE_LOGGING(storage='stdout')",
    `from query('from enable_logging()')`,
  ]) {
    const { code, out, err } = await imagenome('sql', warehouse(), query);
    t.is(code, 1);
    t.is(out, '');
    t.regex(err, /^imagenome: the query was refused: expected no enable_logging/);
  }
});

test('a log that is turned on in a roundabout way ends nothing', async (t) => {
  const folder = await temporaryFolder(t);
  const call = `'from enable_' || 'logging(storage=''file'', storage_path=''${folder}/log'')'`;
  for (const query of [`from query(${call})`, `set variable q = ${call}; from query(getvariable('q'))`]) {
    const { code, signal, stderr } = await runImagenome(['sql', warehouse(), `${query}; select 1`, '--json']);
    t.deepEqual([code, signal], [1, null], stderr);
    t.regex(stderr, /^imagenome: the query was refused/);
    t.deepEqual(await readdir(folder), []);
  }
});
