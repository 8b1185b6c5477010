import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'ava';
import { build } from '../../etl/build.js';
import { projectFile } from '../../etl/project.js';
import { synthesize } from '../../etl/synth/index.js';
import { withWarehouse } from '../helpers/warehouse.js';

const page = readFileSync(projectFile('docs', 'limits.md'), 'utf8');

let folder: string;
test.before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'imagenome-limits-'));
  await synthesize({ images: 150, seed: 12, out: join(folder, 'release') });
  await build({ derived: 'none', input: join(folder, 'release'), out: join(folder, 'warehouse') });
});
test.after.always(() => rm(folder, { recursive: true, force: true }));

test('every query of docs/limits.md shows something, and leaves no column empty', async (t) => {
  const queries = [...page.matchAll(/^```sql\n(.*?)^```/gms)].map(([, query]) => query!);
  t.true(queries.length >= 10);
  await withWarehouse(join(folder, 'warehouse'), async (ask) => {
    for (const query of queries) {
      const rows = await ask(query);
      t.true(rows.length > 0, query);
      for (const name of Object.keys(rows[0]!)) {
        t.true(
          rows.some((row) => row[name] !== null),
          `${name} of ${query}`,
        );
      }
    }
  });
});

test('every limit has a section of its own with a query', (t) => {
  const [head, ...sections] = page.split(/^## /m);
  const listed = [...head!.matchAll(/^\| \[([^\]]+)\]/gm)].map(([, name]) => name!.toLowerCase());
  t.deepEqual(
    listed,
    sections.map((section) => section.slice(0, section.indexOf('\n')).toLowerCase()),
  );
  for (const section of sections) t.regex(section, /^```sql$/m);
});
