import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import test, { type ExecutionContext } from 'ava';
import { compare } from '../bench/compare.js';
import { fingerprintOf } from '../bench/fingerprint.js';
import { measure } from '../bench/measure.js';
import { createTable } from '../etl/schema/ddl.js';
import { graphTables } from '../etl/schema/index.js';

/** A deliverable with these phrases, given as values of the table phrases, and five empty tables. */
async function deliver(t: ExecutionContext, phrases: readonly string[]): Promise<string> {
  const out = mkdtempSync(join(tmpdir(), 'imagenome-comparison-'));
  t.teardown(() => rmSync(out, { recursive: true }));
  const tree = join(out, 'parquet', 'phrases', 'patient_group=p10');
  mkdirSync(tree, { recursive: true });
  const instance = await DuckDBInstance.create(join(out, 'imagenome.duckdb'));
  const connection = await instance.connect();
  for (const table of Object.values(graphTables)) await connection.run(createTable(table));
  await connection.run(`insert into phrases values ${phrases.join(', ')}`);
  await connection.run(`copy phrases to '${join(tree, 'part-0.parquet')}'`);
  connection.closeSync();
  instance.closeSync();
  return out;
}

const first = "('i1', 1, 10, '1|1', 1, 'finalreport', 'Invented.')";
const second = "('i1', 1, 10, '1|2', 2, 'finalreport', 'Also invented.')";

test('equal rows in equal order compare as equal', async (t) => {
  const [a, b] = await Promise.all([deliver(t, [first, second]), deliver(t, [first, second])]);
  t.is(compare(await fingerprintOf(a), await fingerprintOf(b)), 'equal');
});

test('a changed value is reported by table and column, in both forms', async (t) => {
  const [a, b] = await Promise.all([
    deliver(t, [first, second]),
    deliver(t, [first, second.replace(", 2, 'final", ", 3, 'final")]),
  ]);
  const resolution = compare(await fingerprintOf(a), await fingerprintOf(b));
  t.is(resolution, 'differs: parquet/phrases.sent_loc, duckdb/phrases.sent_loc');
});

test('another order is reported', async (t) => {
  const [a, b] = await Promise.all([deliver(t, [first, second]), deliver(t, [second, first])]);
  const resolution = compare(await fingerprintOf(a), await fingerprintOf(b));
  t.is(resolution, 'differs: parquet/phrases (order), duckdb/phrases (order)');
});

test('a row too many is reported', async (t) => {
  const [a, b] = await Promise.all([deliver(t, [first]), deliver(t, [first, first])]);
  t.regex(compare(await fingerprintOf(a), await fingerprintOf(b)), /^differs: parquet\/phrases\.rows/);
});

test('the time and memory of a command count those of its children', async (t) => {
  const work = 'const b = Buffer.alloc(3e8, 1); while (process.cpuUsage().user < 7e5);';
  const child = `require('node:child_process').execFileSync(process.execPath, ['-e', ${JSON.stringify(work)}])`;
  const { seconds, cpu_seconds, peak_bytes } = await measure([process.execPath, '-e', child]);
  t.true(seconds > 0.6);
  t.true(cpu_seconds > 0.6, `${cpu_seconds} s of CPU`);
  if (process.platform === 'linux') t.true(peak_bytes > 3e8, `${peak_bytes} bytes`);
});

test('a command that fails is an error with what it said', async (t) => {
  const failing = measure([process.execPath, '-e', 'console.error("no such graph"); process.exit(4)']);
  await t.throwsAsync(failing, { message: /ended with code 4:\nno such graph/ });
});
