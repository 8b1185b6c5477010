import { symlink } from 'node:fs/promises';
import { join, relative } from 'node:path';
import test from 'ava';
import { isKnownFile } from '../../etl/discover/known_files.js';
import { locateRelease } from '../../etl/discover/release.js';
import { UserError } from '../../etl/error.js';
import { synthesize } from '../../etl/synth/index.js';
import { FORMAT } from '../../etl/warehouse/layout.js';
import { writeFiles } from '../helpers/files.js';
import { temporaryFolder } from '../helpers/temporary_folder.js';

/** Files on a disk, the INPUT given, and what is to be found: paths below the folder that holds all, names by id. */
interface Layout {
  readonly files: readonly string[];
  readonly input: string;
  readonly root: string | undefined;
  readonly graphs: string;
  readonly found: Readonly<Record<string, string>>;
}

const whole = (root: string) =>
  [
    'silver_dataset/scene_graph.zip',
    'silver_dataset/splits/train.csv',
    'gold_dataset/gold_bbox_coordinate_annotations_1000images.csv',
    'semantics/label_to_UMLS_mapping.json',
  ].map((path) => `${root}${path}`);

const ofWhole = {
  split_train: 'silver_dataset/splits/train.csv',
  gold_bboxes: 'gold_dataset/gold_bbox_coordinate_annotations_1000images.csv',
  ontology: 'semantics/label_to_UMLS_mapping.json',
};

const wget = 'physionet.org/files/chest-imagenome/1.0.0';
const graph = (folder: string) => `${folder}a1_SceneGraph.json`;

const layouts: Record<string, Layout> = {
  ...Object.fromEntries(
    ['r', 'r/silver_dataset', 'r/silver_dataset/scene_graph.zip'].map((input) => [
      `a release, given as ${input}`,
      { files: whole('r/'), input, root: 'r', graphs: 'r/silver_dataset/scene_graph.zip', found: ofWhole },
    ]),
  ),
  ...Object.fromEntries(
    ['', 'physionet.org', 'physionet.org/files', 'physionet.org/files/chest-imagenome', wget].map((input) => [
      `a tree of wget, given as '${input}'`,
      {
        files: [...whole(`${wget}/`), 'physionet.org/robots.txt', `${wget}/index.html`],
        input,
        root: wget,
        graphs: `${wget}/silver_dataset/scene_graph.zip`,
        found: ofWhole,
      },
    ]),
  ),
  'the folder of the archive, below another one': {
    files: [...whole('d/chest-imagenome-dataset-1.0.0/'), 'd/notes.txt'],
    input: '',
    root: 'd/chest-imagenome-dataset-1.0.0',
    graphs: 'd/chest-imagenome-dataset-1.0.0/silver_dataset/scene_graph.zip',
    found: ofWhole,
  },
  'the folder of graphs within a release': {
    files: [graph('r/silver_dataset/scene_graph/scene_graph/'), ...whole('r/').slice(1)],
    input: 'r/silver_dataset/scene_graph/scene_graph',
    root: 'r',
    graphs: 'r/silver_dataset/scene_graph/scene_graph',
    found: ofWhole,
  },
  'a bundle made within a release': {
    files: [...whole('r/'), 'r/silver_dataset/some.jsonl'],
    input: 'r/silver_dataset/some.jsonl',
    root: 'r',
    graphs: 'r/silver_dataset/some.jsonl',
    found: ofWhole,
  },
  'names in any case, packed, and by other names': {
    files: [
      'r/Silver_Dataset/SCENE_GRAPH.ZIP',
      'r/Silver_Dataset/Splits/TRAIN.CSV.gz',
      'r/Silver_Dataset/Splits/Validate.csv.GZ',
      'r/Silver_Dataset/Splits/test.csv',
      'r/Silver_Dataset/cxr-mimic-v2.0.0-processed-sentences_all.txt.gz',
      'r/GOLD_dataset/BBOX_coordinate_annotations_1_c.csv',
    ],
    input: 'r',
    root: 'r',
    graphs: 'r/Silver_Dataset/SCENE_GRAPH.ZIP',
    found: {
      split_train: 'Silver_Dataset/Splits/TRAIN.CSV.gz',
      split_valid: 'Silver_Dataset/Splits/Validate.csv.GZ',
      split_test: 'Silver_Dataset/Splits/test.csv',
      sentences: 'Silver_Dataset/cxr-mimic-v2.0.0-processed-sentences_all.txt.gz',
      gold_annotator_bboxes_1_C: 'GOLD_dataset/BBOX_coordinate_annotations_1_c.csv',
    },
  },
  'splits that left silver_dataset': {
    files: ['r/silver_dataset/scene_graph.zip', 'r/splits/val.csv', 'r/silver_dataset/images_to_avoid.csv'],
    input: 'r',
    root: 'r',
    graphs: 'r/silver_dataset/scene_graph.zip',
    found: { split_valid: 'splits/val.csv', images_to_avoid: 'silver_dataset/images_to_avoid.csv' },
  },
  'all in one folder': {
    files: [graph('f/'), 'f/train.csv', 'f/label_to_UMLS_mapping.json', 'f/test.csv.gz'],
    input: 'f',
    root: 'f',
    graphs: 'f',
    found: { split_train: 'train.csv', split_test: 'test.csv.gz', ontology: 'label_to_UMLS_mapping.json' },
  },
  'the archive among its lists, given alone': {
    files: ['f/scene_graph.zip', 'f/splits/train.csv', 'f/semantics/label_to_UMLS_mapping.json'],
    input: 'f/scene_graph.zip',
    root: 'f',
    graphs: 'f/scene_graph.zip',
    found: { split_train: 'splits/train.csv', ontology: 'semantics/label_to_UMLS_mapping.json' },
  },
  'loose graphs directly in silver_dataset': {
    files: [graph('r/silver_dataset/'), 'r/silver_dataset/splits/train.csv'],
    input: 'r/silver_dataset',
    root: 'r',
    graphs: 'r/silver_dataset',
    found: { split_train: 'silver_dataset/splits/train.csv' },
  },

  'a folder next to lists of another project': {
    files: [graph('home/graphs/'), 'home/train.csv', 'home/semantics/label_to_UMLS_mapping.json'],
    input: 'home/graphs',
    root: 'home/graphs',
    graphs: 'home/graphs',
    found: {},
  },
  'a silver_dataset of which nothing else is there': {
    files: [graph('home/silver_dataset/'), 'home/train.csv'],
    input: 'home/silver_dataset',
    root: 'home/silver_dataset',
    graphs: 'home/silver_dataset',
    found: {},
  },
  'a silver_dataset next to a list of another project': {
    files: ['home/silver_dataset/scene_graph.zip', 'home/silver_dataset/splits/test.csv', 'home/train.csv'],
    input: 'home/silver_dataset',
    root: 'home',
    graphs: 'home/silver_dataset/scene_graph.zip',
    found: { split_test: 'silver_dataset/splits/test.csv' },
  },
  'a bundle that stands alone': {
    files: ['home/graphs.jsonl', 'home/train.csv'],
    input: 'home/graphs.jsonl',
    root: undefined,
    graphs: 'home/graphs.jsonl',
    found: {},
  },
  'a warehouse and a hidden folder are no releases': {
    files: [...whole('r/'), 'w/silver_dataset/scene_graph.zip', '.w/silver_dataset/scene_graph.zip'],
    input: '',
    root: 'r',
    graphs: 'r/silver_dataset/scene_graph.zip',
    found: ofWhole,
  },
};

for (const [name, { files, input, ...expected }] of Object.entries(layouts)) {
  test(`finds ${name}`, async (t) => {
    const folder = await temporaryFolder(t);
    const manifest = { 'w/manifest.json': { format: FORMAT } };
    await writeFiles(folder, {
      ...Object.fromEntries(files.map((path) => [path, ''])),
      ...(name.startsWith('a warehouse') ? manifest : {}),
    });
    const release = await locateRelease(join(folder, input));
    const found = release.files.filter(({ path }) => path !== undefined);
    const within = (path: string) => relative(folder, path);
    t.deepEqual(
      {
        root: release.root === undefined ? undefined : within(release.root),
        graphs: within(release.graphs),
        found: Object.fromEntries(found.map((file) => [file.id, file.name])),
      },
      expected,
    );
    for (const file of found) t.is(within(file.path!), join(expected.root!, file.name));
    t.true(release.files.every(({ name, documentedPath, path }) => path || name === documentedPath));
  });
}

test('several releases below INPUT are wrong usage, and are listed', async (t) => {
  const folder = await temporaryFolder(t);
  await writeFiles(folder, Object.fromEntries([...whole('a/'), ...whole('b/c/')].map((path) => [path, ''])));
  const error = await t.throwsAsync(locateRelease(folder), { instanceOf: UserError });
  t.is(error.exitCode, 2);
  for (const name of ['a', 'b/c']) t.true(error.message.includes(join(folder, name)), name);
});

test('further copies of a file are listed', async (t) => {
  const folder = await temporaryFolder(t);
  const paths = ['valid.csv', 'val.csv', 'valid.csv.gz'].map((name) => `silver_dataset/splits/${name}`);
  await writeFiles(folder, Object.fromEntries([...paths, 'splits/valid.csv'].map((path) => [path, ''])));
  const { files } = await locateRelease(folder);
  const { name, others } = files.find(({ id }) => id === 'split_valid')!;
  t.is(name, 'silver_dataset/splits/valid.csv');
  t.deepEqual([...others].sort(), [...paths.slice(1), 'splits/valid.csv'].sort());
});

test('folders and files that are links are found', async (t) => {
  const folder = await temporaryFolder(t);
  await writeFiles(folder, Object.fromEntries(whole('store/x/y/z/').map((path) => [path, ''])));
  await writeFiles(folder, { 'r/readme.txt': '' });
  for (const name of ['silver_dataset', 'semantics'])
    await symlink(join(folder, 'store/x/y/z', name), join(folder, 'r', name));
  const { graphs, files } = await locateRelease(join(folder, 'r'));
  t.is(graphs, join(folder, 'r/silver_dataset/scene_graph.zip'));
  t.true(files.some(({ id, path }) => id === 'ontology' && path !== undefined));
});

test('a synthetic release is one by any of its parts', async (t) => {
  const folder = await temporaryFolder(t);
  await synthesize({ images: 2, seed: 1, out: join(folder, 'release') });
  for (const input of ['', 'release', 'release/silver_dataset', 'release/silver_dataset/scene_graph.zip']) {
    const release = await locateRelease(join(folder, input));
    t.true(release.isSynthetic, input);
    t.is(release.files.find(({ id }) => id === 'sentences')?.path !== undefined, true, input);
  }
});

test('known names are known in any folder and case, others are not', (t) => {
  for (const name of ['x/Truth.json', 'label_to_umls_mapping.JSON', 'a/study_level_attribute_rdfgraphs.json'])
    t.true(isKnownFile(name), name);
  for (const name of ['a1_SceneGraph.json', 'truth.json.json', 'x/mytruth.json'])
    t.false(isKnownFile(name), name);
});
