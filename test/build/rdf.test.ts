import { join } from 'node:path';
import test from 'ava';
import { build } from '../../etl/build.js';
import { writeFiles } from '../helpers/files.js';
import { attributesOf, graphOf, objectOf } from '../helpers/graph.js';
import { temporaryFolder } from '../helpers/temporary_folder.js';
import { withWarehouse } from '../helpers/warehouse.js';

const file = 'silver_dataset/study_level_attribute_rdfgraphs.json';
const graphs = Object.fromEntries(
  ['a', 'b', 'c'].map((image_id, i) => [
    `silver_dataset/scene_graph/${image_id}_SceneGraph.json`,
    graphOf({ image_id, study_id: 50000001 + i, objects: [objectOf()], attributes: [attributesOf()] }),
  ]),
);

test('the RDF file is loaded on request, and compared with the edges of the graphs', async (t) => {
  const folder = await temporaryFolder(t);
  const plain = await writeFiles(join(folder, 'plain'), graphs);
  const first = join(folder, 'first');
  await build({ derived: 'none', input: plain, out: first, workers: 1 });
  const edges = await withWarehouse(first, (ask) =>
    ask('select study_id, subject, subject_type, object, object_type, relation from rdf_edges order by all'),
  );
  const ofStudy = (study: number) =>
    edges
      .filter(({ study_id }) => study_id === study)
      .map((edge) => [[edge.subject, edge.subject_type], [edge.object, edge.object_type], edge.relation]);
  const [whole, other] = [ofStudy(50000001), ofStudy(50000002)];
  const changed = other.filter(([, , relation]) => relation === 'has_location');
  const text = `{"50000001": ${JSON.stringify(whole)}, "50000002": ${JSON.stringify([...changed, ['x'], 5])}, "no id": [], "50000003": [[`;
  const input = await writeFiles(join(folder, 'release'), { ...graphs, [file]: text });
  const unread = join(folder, 'unread');
  const { inputs } = await build({ derived: 'none', input, out: unread, workers: 1 });
  t.like(
    inputs.find(({ path }) => path === file),
    { input: 'rdf_graphs', is_found: true, rows: null },
  );
  const out = join(folder, 'warehouse');
  await build({ derived: 'none', input, out, workers: 1, rdf: true });
  await withWarehouse(out, async (ask) => {
    t.deepEqual(
      await ask(
        'select subject, subject_type, object, object_type, relation from rdf_annotations where study_id = 50000001',
      ),
      edges.filter(({ study_id }) => study_id === 50000001).map(({ study_id: _, ...edge }) => edge),
    );
    t.deepEqual(await ask('select code, message from quarantine order by all'), [
      { code: 'wrong_type', message: 'expected a study_id with a list of edges, found another entry' },
      {
        code: 'wrong_type',
        message: `study 50000002: expected edge ${changed.length} to be two nodes and a relation, found another form`,
      },
      {
        code: 'wrong_type',
        message: `study 50000002: expected edge ${changed.length + 1} to be two nodes and a relation, found another form`,
      },
    ]);
    t.deepEqual(await ask(`select code from data_issues where location = '${file}'`), [
      { code: 'broken_file' },
    ]);
    t.deepEqual(
      await ask(
        "select reason, n_images::integer as n from reconciliation where reason like '%rdf%' order by 1",
      ),
      [
        { reason: 'rdf_differs', n: 1 },
        { reason: 'study_not_in_rdf', n: 1 },
      ],
    );
  });
});
