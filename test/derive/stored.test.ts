import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'ava';
import { build } from '../../etl/build.js';
import { storedViews } from '../../etl/derive/stored_view.js';
import { synthesize } from '../../etl/synth/index.js';
import { parquetRows } from '../helpers/parquet.js';
import { type Row, withWarehouse } from '../helpers/warehouse.js';

const releases = { clean: false, faulty: true };
type Release = keyof typeof releases;

let folder: string;

test.before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'imagenome-test-'));
  for (const [name, defects] of Object.entries(releases)) {
    const input = join(folder, name);
    await synthesize({ images: 160, seed: 47, out: input, defects, workers: 1 });
    await build({ input, out: warehouse(name as Release, 'all'), workers: 1 });
    await build({ input, out: warehouse(name as Release, 'none'), workers: 1, derived: 'none' });
  }
});

test.after.always(() => rm(folder, { recursive: true, force: true }));

const warehouse = (release: Release, derived: 'all' | 'none') => join(folder, `${release}-${derived}`);

/** What the contract names. */
const promised = [
  ...['report_findings', 'report_findings_final', 'region_findings', 'image_findings', 'study_findings'],
  ...['comparisons', 'pair_progressions', 'finding_transitions', 'patient_sequences', 'cohort'],
];

test('what the contract names is stored', (t) => {
  const names = storedViews().map(({ name }) => name);
  t.deepEqual(
    promised.filter((name) => !names.includes(name)),
    [],
  );
});

/** Rows in an order of their own, so that two of them compare. */
const sorted = (rows: readonly Row[]) => rows.map((row) => JSON.stringify(row)).sort();

for (const release of Object.keys(releases) as Release[]) {
  for (const { name, columns } of storedViews()) {
    const list = columns.map((column) => `"${column.name}"`).join(', ');

    test(`${release}: the stored rows of ${name} are those that its file computes`, async (t) => {
      const query = `select ${list} from ${name}`;
      const stored = await withWarehouse(warehouse(release, 'all'), (ask) => ask(query));
      const computed = await withWarehouse(warehouse(release, 'none'), (ask) => ask(query));
      t.true(computed.length > 0);
      t.deepEqual(sorted(stored), sorted(computed));
    });

    test(`${release}: the view ${name} reads its table, with the same columns and types`, async (t) => {
      const describe = (which: 'all' | 'none') =>
        withWarehouse(warehouse(release, which), (ask) => ask(`describe ${name}`));
      t.deepEqual(await describe('all'), await describe('none'));
      const [view] = await withWarehouse(warehouse(release, 'all'), (ask) =>
        ask(`select sql from duckdb_views() where view_name = '${name}'`),
      );
      t.regex(String(view!.sql), new RegExp(`FROM derived\\."?${name}"?;$`));
    });

    test(`${release}: Parquet has the rows of ${name} in the order of its table`, async (t) => {
      const table = await withWarehouse(warehouse(release, 'all'), (ask) =>
        ask(`select ${list} from derived.${name}`),
      );
      const parquet = await parquetRows(warehouse(release, 'all'), join('derived', name));
      t.deepEqual(
        parquet.map((row) => JSON.stringify(row, plainNumber)),
        table.map((row) => JSON.stringify(row, plainNumber)),
      );
    });
  }

  test(`${release}: rows stand in the order of the warehouse`, async (t) => {
    await withWarehouse(warehouse(release, 'all'), async (ask) => {
      for (const { name, stored } of storedViews()) {
        const key = stored.by === 'image' ? 'image_id' : 'study_id';
        const wrong = await ask(`
          with places as (select ${key}, patient_id, min(rowid) as place from images group by all),
          placed as (select places.place, derived.${name}.rowid as row from derived.${name} join places using (${key}, patient_id))
          select * from (select place < lag(place) over (order by row) as is_behind from placed) where is_behind`);
        t.deepEqual(wrong, [], name);
        const [rows] = await ask(`
          select (select count(*) from derived.${name}) - (select count(*) from derived.${name} join images using (${key}, patient_id)
            where images.rowid in (select min(rowid) from images group by ${key}, patient_id)) as lost`);
        t.is(Number(rows!.lost), 0, name);
      }
    });
  });

  test(`${release}: without stored rows there is no schema derived and no folder`, async (t) => {
    const schemas = await withWarehouse(warehouse(release, 'none'), (ask) =>
      ask("select schema_name from duckdb_schemas() where schema_name = 'derived'"),
    );
    t.deepEqual(schemas, []);
    t.deepEqual(await parquetRows(warehouse(release, 'none'), join('derived', 'cohort')), []);
  });
}

/** hyparquet gives 64-bit integers as BigInt, DuckDB's JSON as text. */
function plainNumber(_: string, value: unknown): unknown {
  if (typeof value === 'bigint') return String(value);
  return typeof value === 'number' ? String(value) : value;
}
