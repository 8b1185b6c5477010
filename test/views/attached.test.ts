import { join } from 'node:path';
import test from 'ava';
import { build } from '../../etl/build.js';
import { projectFile } from '../../etl/project.js';
import { literal } from '../../etl/schema/ddl.js';
import { readViewFiles } from '../../etl/schema/view_file.js';
import { temporaryFolder } from '../helpers/temporary_folder.js';
import { withMemory, withWarehouse } from '../helpers/warehouse.js';

test('views answer in an attached warehouse, macros where it is in use', async (t) => {
  const out = join(await temporaryFolder(t), 'warehouse');
  await build({ input: projectFile('test', 'cases', 'examples', 'release'), out, workers: 1 });
  const cells = 'select count(*) as n from finding_cells(regions := 18)';
  await withMemory(async (ask) => {
    await ask(`attach ${literal(join(out, 'imagenome.duckdb'))} as imagenome (read_only)`);
    for (const { name } of readViewFiles().filter(({ kind }) => kind === 'view')) {
      const counted = await ask(`select count(*) as n from imagenome.${name}`);
      const inside = await withWarehouse(out, (asked) => asked(`select count(*) as n from ${name}`));
      t.deepEqual(counted, inside, name);
    }
    await ask('use imagenome');
    t.deepEqual(await ask(cells), await withWarehouse(out, (asked) => asked(cells)));
  });
});
