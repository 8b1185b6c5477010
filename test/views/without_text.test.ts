import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import test from 'ava';
import { build } from '../../etl/build.js';
import { projectFile } from '../../etl/project.js';
import { readViewFiles } from '../../etl/schema/view_file.js';
import { writeFiles } from '../helpers/files.js';
import { temporaryFolder } from '../helpers/temporary_folder.js';
import { type Row, withWarehouse } from '../helpers/warehouse.js';

const example = projectFile('test', 'cases', 'examples', 'release');
const findingColumns = 'image_id\tstudy_id\trow_id\tbbox\trelation\tlabel_name\tcategoryID\tsentence';

/** What annotators settled of two images of the example, so that views of gold have sentences, too. */
const gold = {
  'gold_attributes_relations_500pts_500studies1st.txt': `${findingColumns}
p1s1.dcm\t1\t1|1\tright lung\t1\tpneumothorax\tanatomicalfinding\tPneumothorax.
`,
  'gold_comparison_relations_500pts_500studies2nd.txt': `${findingColumns}\tcomparison
p1s2.dcm\t2\t2|1\tright lung\t1\tpneumothorax\tanatomicalfinding\tImproved.\timproved
`,
};
const views = readViewFiles().filter(({ kind }) => kind === 'view');

/** Columns of views that hold what a report says word by word, or whether it names a side or a place. */
const texts = [
  'phrase',
  'sentence',
  'sentences',
  'text',
  'side_stated',
  'place_stated',
  'reason_for_exam',
  'question',
];
/** Columns that count such sentences, and one that says less where none is known. */
const ofTexts = ['n_left_stated', 'n_right_stated', 'laterality', 'reservations', 'evidence_grade'];

test('without text every view has the same rows, its text columns are NULL', async (t) => {
  const folder = await temporaryFolder(t);
  const [told, silent] = [join(folder, 'told'), join(folder, 'silent')];
  const input = join(folder, 'release');
  await cp(example, input, { recursive: true });
  await writeFiles(join(input, 'gold_dataset'), gold);
  await build({ input, out: told, workers: 1 });
  await build({ input, out: silent, workers: 1, withText: false });
  for (const { name, columns } of views) {
    const hidden = columns.map((column) => column.name).filter((column) => texts.includes(column));
    const apart = [
      ...hidden,
      ...columns.map((column) => column.name).filter((column) => ofTexts.includes(column)),
    ];
    const others = apart.length > 0 ? `* exclude (${apart.join(', ')})` : '*';
    const query = `select ${others} from ${name} order by all`;
    const rows = (warehouse: string, asked = query) => withWarehouse(warehouse, (ask) => ask(asked));
    t.deepEqual(await rows(silent), await rows(told), name);
    for (const column of hidden) {
      const count = `select count(${column})::integer as n from ${name}`;
      t.deepEqual(await rows(silent, count), [{ n: 0 }], `${name}.${column}`);
      const [answer] = await rows(told, count);
      t.true(Number((answer as Row).n) > 0, `${name}.${column} with text`);
    }
  }
});
