import { mkdtemp, readFile, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { type ExecutionContext } from 'ava';
import { build } from '../../etl/build.js';
import { synthesize } from '../../etl/synth/index.js';
import { type Ask, withMemory, withWarehouse } from '../helpers/warehouse.js';

let folder: string;
const builds = {
  whole: {},
  'without text': { withText: false },
  'without roll-ups': { derived: 'none' },
} as const;

test.before(async () => {
  folder = await mkdtemp(join(tmpdir(), "imagenome test's "));
  const input = join(folder, 'release');
  await synthesize({ images: 120, seed: 61, out: input, defects: true, workers: 1 });
  for (const [name, options] of Object.entries(builds)) {
    await build({ input, out: join(folder, name), workers: 1, ...options });
  }
});

test.after.always(() => rm(folder, { recursive: true, force: true }));

/** Rows, and a sum over the hashes of the rows, of every table and view of `main`. */
async function contents(ask: Ask): Promise<Record<string, unknown>> {
  const names = await ask(`
    select view_name as name from duckdb_views() where schema_name = 'main' and not internal
    union all
    select table_name from duckdb_tables() where schema_name = 'main'`);
  const found: Record<string, unknown> = {};
  for (const { name } of names) {
    const [row] = await ask(
      `select count(*) as rows, sum(hash(r)::hugeint)::varchar as hashes from "${name}" as r`,
    );
    found[String(name)] = row;
  }
  return found;
}

/** Comments of tables, views, macros and columns. */
const commentsOf = (ask: Ask) =>
  ask(`
    select view_name as name, null as part, comment from duckdb_views() where schema_name = 'main' and not internal
    union all select table_name, null, comment from duckdb_tables() where schema_name = 'main'
    union all select function_name, null, comment from duckdb_functions() where not internal and schema_name = 'main'
    union all select table_name, column_name, comment from duckdb_columns() where schema_name = 'main' and not internal
    order by all`);

async function comparesAs(t: ExecutionContext, name: string, path: string): Promise<void> {
  const [stored, comments] = await withWarehouse(
    path,
    async (ask) => [await contents(ask), await commentsOf(ask)] as const,
  );
  await withMemory(async (ask) => {
    await ask(`set variable imagenome = '${path.replaceAll("'", "''")}'`);
    await ask(await readFile(join(path, 'attach.sql'), 'utf8'));
    t.deepEqual(await contents(ask), stored, name);
    t.deepEqual(await commentsOf(ask), comments, name);
  });
}

for (const name of Object.keys(builds)) {
  test.serial(`attach.sql gives what imagenome.duckdb has: ${name}`, (t) =>
    comparesAs(t, name, join(folder, name)),
  );
}

test.serial('attach.sql needs no database and goes with its folder', async (t) => {
  const moved = join(folder, 'moved');
  const before = await withWarehouse(join(folder, 'whole'), contents);
  await rename(join(folder, 'whole'), moved);
  await rm(join(moved, 'imagenome.duckdb'));
  await withMemory(async (ask) => {
    await ask(`set variable imagenome = '${moved.replaceAll("'", "''")}'`);
    await ask(await readFile(join(moved, 'attach.sql'), 'utf8'));
    t.deepEqual(await contents(ask), before);
    const [macro] = await ask('from finding_matrix(regions := 18) limit 1');
    t.true(macro !== undefined);
    // Reading it twice is no error, as a session may.
    await ask(await readFile(join(moved, 'attach.sql'), 'utf8'));
  });
});
