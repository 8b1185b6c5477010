import { join } from 'node:path';
import test from 'ava';
import { build } from '../../etl/build.js';
import { projectFile } from '../../etl/project.js';
import { temporaryFolder } from '../helpers/temporary_folder.js';
import { withWarehouse } from '../helpers/warehouse.js';

test('a finding that only a comparison names is a label, and not an expected one', async (t) => {
  const out = join(await temporaryFolder(t), 'warehouse');
  await build({
    derived: 'none',
    input: projectFile('test', 'cases', 'build', 'relationship_attributes', 'input'),
    out,
    workers: 1,
  });
  const found = await withWarehouse(out, (ask) =>
    ask('select category_id, label_name from labels where not is_expected order by all'),
  );
  t.deepEqual(found, [
    { category_id: 'disease', label_name: 'a new | label' },
    { category_id: 'newcategory', label_name: 'x' },
  ]);
});
