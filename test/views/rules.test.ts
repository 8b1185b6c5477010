import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import test from 'ava';
import { build } from '../../etl/build.js';
import { projectFile } from '../../etl/project.js';
import { synthesize } from '../../etl/synth/index.js';
import type { Row } from '../helpers/warehouse.js';
import { answer } from './answer.js';
import { buildCase } from './case.js';
import { projects } from './rules/index.js';
import { readRelease } from './rules/release.js';

/** Releases that the statements are compared on: graphs made for the rules, a clean and a faulty synthetic one. */
const releases = ['cases', 'clean', 'faulty'] as const;
/** From 500 on every fault is there at least once. */
const IMAGES = { clean: 300, faulty: 500 };
const SEED = 2;

/** What a mistake in a statement would be; on some release it has another table. */
const mutations: Record<string, [text: string, mistake: string][]> = JSON.parse(
  readFileSync(projectFile('test', 'cases', 'rules', 'mutations.json'), 'utf8'),
);

interface Compared {
  readonly connection: DuckDBConnection;
  /** Rows of the project's own rule over the JSON, by heading, as texts. */
  readonly expected: Map<string, string[]>;
}
const compared = new Map<string, Compared>();
const instances: DuckDBInstance[] = [];
let folder: string;

test.before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'imagenome-rules-'));
  for (const release of releases) {
    const place = join(folder, release);
    const [warehouse, metadata] = await buildRelease(release, place);
    const instance = await DuckDBInstance.create(join(warehouse, 'imagenome.duckdb'), {
      access_mode: 'READ_ONLY',
    });
    instances.push(instance);
    const connection = await instance.connect();
    const read = readRelease(join(place, 'release'), metadata, await answer(connection, 'from quarantine'));
    const expected = Object.entries(projects).map(([name, rule]): [string, string[]] => [
      name,
      texts(rule(read)),
    ]);
    compared.set(release, { connection, expected: new Map(expected) });
  }
});

test.after.always(async () => {
  for (const instance of instances) instance.closeSync();
  await rm(folder, { recursive: true, force: true });
});

async function buildRelease(
  release: (typeof releases)[number],
  place: string,
): Promise<[warehouse: string, metadata: string]> {
  if (release === 'cases') {
    const cases = projectFile('test', 'cases', 'rules');
    const warehouse = await buildCase({ name: 'rules', folder: cases, questions: [] }, place);
    return [warehouse, join(cases, 'metadata.csv')];
  }
  const [input, out] = [join(place, 'release'), join(place, 'warehouse')];
  await synthesize({
    images: IMAGES[release],
    seed: SEED,
    out: input,
    loose: true,
    defects: release === 'faulty',
  });
  const metadata = join(input, 'mimic-cxr-2.0.0-metadata.csv');
  await build({ derived: 'none', input, out, mimicMetadata: metadata });
  return [out, metadata];
}

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

/** Rows as sorted texts, of each the columns that the project's rule gives. */
function texts(rows: readonly Row[], columns = Object.keys(rows[0] ?? {})): string[] {
  const kept = [...columns].sort();
  return rows.map((row) => JSON.stringify(kept.map((name) => [name, row[name] ?? null]))).sort();
}

const columnsOf = (row = '[]') => (JSON.parse(row) as [string, unknown][]).map(([name]) => name);

/** Rows that only one of the two has, a few of each. */
function difference(found: readonly string[], expected: readonly string[]): Record<string, string[]> {
  const only = (rows: readonly string[], others: ReadonlySet<string>) =>
    rows.filter((row) => !others.has(row)).slice(0, 3);
  return { made_up: only(found, new Set(expected)), lost: only(expected, new Set(found)) };
}

test.serial('docs/rules.md has a statement for every project, and no other', (t) => {
  t.deepEqual([...statements().keys()].sort(), Object.keys(projects).sort());
});

for (const name of Object.keys(projects)) {
  test.serial(`the statement of ${name} gives the table of the project's own rule`, async (t) => {
    const statement = statements().get(name)!;
    for (const release of releases) {
      const { connection, expected } = compared.get(release)!;
      const rule = expected.get(name)!;
      const found = texts(await answer(connection, statement), columnsOf(rule[0]));
      t.true(rule.length > (release === 'cases' ? 0 : 50), `${name}: rows of ${release}`);
      t.deepEqual(difference(found, rule), { made_up: [], lost: [] }, `${name}, ${release}`);
      t.is(found.length, rule.length, `${name}, ${release}`);
      t.log(`${release}: ${found.length} rows`);
    }
  });

  test.serial(`a mistake in the statement of ${name} shows`, async (t) => {
    const statement = statements().get(name)!;
    t.true((mutations[name] ?? []).length > 0, name);
    for (const [text, mistake] of mutations[name]!) {
      t.is(statement.split(text).length, 2, `${name} has once: ${text}`);
      const mutated = statement.replace(text, () => mistake);
      let isNoticed = false;
      for (const { connection, expected } of compared.values()) {
        const rule = expected.get(name)!;
        const found = texts(await answer(connection, mutated), columnsOf(rule[0]));
        isNoticed = JSON.stringify(found) !== JSON.stringify(rule);
        if (isNoticed) break;
      }
      t.true(isNoticed, `${name}: ${text} → ${mistake}`);
    }
  });
}

test.serial('a statement that has an order gives its rows in the order of the file', async (t) => {
  const { connection } = compared.get('clean')!;
  for (const [name, statement] of statements()) {
    if (!/\border by\b[^()]*$/.test(statement)) continue;
    const rows = await answer(connection, statement);
    const again = await answer(connection, statement);
    t.deepEqual(again, rows, name);
  }
});
