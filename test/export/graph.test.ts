import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import test, { type ExecutionContext } from 'ava';
import { build } from '../../etl/build.js';
import { imagenome } from '../helpers/command.js';
import { attributesOf, graphOf, objectOf, relationshipOf } from '../helpers/graph.js';
import { temporaryFolder } from '../helpers/temporary_folder.js';
import { withWarehouse } from '../helpers/warehouse.js';
import { exportFixture, filesOf } from './fixture.js';
import { readGraphml, readNeo4j, readNodeLink } from './graph_readers.js';

const fixture = exportFixture(test);

const readers = { neo4j: readNeo4j, graphml: readGraphml, 'node-link': readNodeLink } as const;
type Form = keyof typeof readers;

/** Exports a warehouse in a form, into a new folder. */
async function exported(t: ExecutionContext, warehouse: string, form: Form, ...words: string[]) {
  const out = join(await temporaryFolder(t), 'out');
  const said = await imagenome('export', 'graph', warehouse, '--out', out, '--form', form, ...words);
  t.is(said.code, 0, said.err);
  return out;
}

/** A label with everything that XML, CSV or JSON would take for its own. */
const hostile = 'a & b <c> "d" \'e\'\n\\f;\té';

/** One patient, two exams of an image each; what the tests expect of it is worked out by hand. */
const graphs = [
  graphOf({
    ...{ image_id: 'a0', study_id: 50000000, StudyDateTime: '2150-01-01 10:00:00 UTC' },
    objects: [objectOf({ object_id: 'a0_right lung' })],
    attributes: [
      attributesOf({
        object_id: 'a0_right lung',
        attributes: [['anatomicalfinding|yes|lung opacity'], ['anatomicalfinding|yes|pneumothorax']],
        attributes_ids: [['C1'], ['C2']],
        ...{ phrases: ['A.', 'B.'], phrase_IDs: ['50000000|10', '50000000|9'] },
        ...{ sections: ['finalreport', 'finalreport'], comparison_cues: [[], []], temporal_cues: [[], []] },
        ...{ severity_cues: [['severity|yes|mild', 'severity|no|severe'], []], texture_cues: [[], []] },
      }),
    ],
  }),
  graphOf({
    ...{ image_id: 'a1', StudyOrder: 2, StudyDateTime: '2150-01-03 10:00:00 UTC', viewpoint: null },
    objects: [objectOf()],
    attributes: [
      attributesOf({
        bbox_name: 'right apical zone',
        object_id: 'a1_right apical zone',
        attributes: [
          ['anatomicalfinding|yes|pneumothorax', `anatomicalfinding|no|${hostile}`],
          ['anatomicalfinding|no|pneumothorax'],
        ],
        attributes_ids: [['C2', 'C3'], ['C2']],
        ...{ phrases: ['C.', 'D.'], phrase_IDs: ['50000001|9', '50000001|10'] },
        ...{ sections: ['finalreport', 'finalreport'], comparison_cues: [[], []], temporal_cues: [[], []] },
        ...{ severity_cues: [[], []], texture_cues: [[], []] },
      }),
    ],
    relationships: [
      relationshipOf({
        relationship_names: ['comparison|yes|worsened'],
        attributes: ['anatomicalfinding|yes|lung opacity'],
      }),
    ],
  }),
];

const patient = 'p10000001';
const [first, second] = [`${patient}/s50000000`, `${patient}/s50000001`];
const box = { side: 'right', n_boxes: 1, x1: 10, y1: 20, x2: 110, y2: 200 };
const image = { kind: 'image', age_decile: '50-60' };
const path = (study: string, name: string) => `files/p10/${study}/${name}.jpg`;
const mention = { category_id: 'anatomicalfinding' };

const nodes = [
  { id: patient, kind: 'patient', patient_id: 10000001, gender: 'F', n_studies: 2, n_images: 2 },
  {
    id: first,
    kind: 'study',
    study_id: 50000000,
    study_order: 1,
    study_datetime: '2150-01-01T10:00:00',
    sequence_number: 1,
  },
  {
    id: second,
    kind: 'study',
    study_id: 50000001,
    study_order: 2,
    study_datetime: '2150-01-03T10:00:00',
    sequence_number: 2,
    gap_days: 2,
  },
  { id: 'a0', ...image, viewpoint: 'AP', jpg_path: path(first, 'a0') },
  { id: 'a1', ...image, jpg_path: path(second, 'a1') },
  { id: 'a0_right lung', kind: 'region', bbox_name: 'right lung', n_phrases: 2, ...box },
  { id: 'a1_right lung', kind: 'region', bbox_name: 'right lung', n_phrases: 0, ...box },
  {
    id: 'a1_right apical zone',
    kind: 'region',
    bbox_name: 'right apical zone',
    n_phrases: 2,
    side: 'right',
    n_boxes: 0,
  },
  ...[
    ['lung opacity', 'C1'],
    ['pneumothorax', 'C2'],
    [hostile, 'C3'],
  ].map(([label_name, cuis]) => ({
    id: `anatomicalfinding|${label_name}`,
    kind: 'finding',
    ...mention,
    label_name: label_name!,
    cuis: cuis!,
  })),
];

const yes = { type: 'affirms', ...mention, state: 'yes', last_mention_final: 'yes', n_yes: 1, n_no: 0 };
const no = { type: 'denies', ...mention, last_mention_final: 'no', n_no: 1 };
const edges = [
  ...[
    [patient, first],
    [patient, second],
    [first, 'a0'],
    [second, 'a1'],
    ['a0', 'a0_right lung'],
    ['a1', 'a1_right lung'],
    ['a1', 'a1_right apical zone'],
  ].map(([source, target]) => ({ source: source!, target: target!, type: 'has' })),
  { source: first, target: second, type: 'next', gap_days: 2, gap_hours: 48 },
  {
    source: 'a0_right lung',
    target: 'anatomicalfinding|lung opacity',
    ...yes,
    phrase_id: '50000000|10',
    severity: 'mild',
  },
  { source: 'a0_right lung', target: 'anatomicalfinding|pneumothorax', ...yes, phrase_id: '50000000|9' },
  {
    source: 'a1_right apical zone',
    target: 'anatomicalfinding|pneumothorax',
    ...no,
    state: 'conflict',
    n_yes: 1,
    phrase_id: '50000001|10',
  },
  {
    source: 'a1_right apical zone',
    target: `anatomicalfinding|${hostile}`,
    ...no,
    state: 'no',
    n_yes: 0,
    phrase_id: '50000001|9',
  },
  {
    source: 'a1_right apical zone',
    target: 'a1_right lung',
    type: 'parent',
    ontology: 'seed',
    certainty: 'inferred',
  },
  {
    ...{ source: 'a1_right lung', target: 'a0_right lung', type: 'compared_with', comparison: 'worsened' },
    ...{
      ...mention,
      label_name: 'lung opacity',
      relation: 'yes',
      n_relations: 1,
      is_majority: true,
      gap_days: 2,
    },
  },
];

/** The same with sorted keys, sorted. */
const canonical = (elements: readonly object[]) =>
  elements
    .map((one) =>
      JSON.stringify(Object.fromEntries(Object.entries(one).sort(([a], [b]) => (a < b ? -1 : 1)))),
    )
    .sort();

test('two exams worked out by hand: nodes and edges are the same in every form, hostile labels too', async (t) => {
  const folder = await temporaryFolder(t);
  const input = join(folder, 'graphs.jsonl');
  await writeFile(input, graphs.map((graph) => `${JSON.stringify(graph)}\n`).join(''));
  const warehouse = join(folder, 'warehouse');
  await build({ input, out: warehouse, workers: 1 });
  for (const [form, read] of Object.entries(readers)) {
    const found = await read(await exported(t, warehouse, form as Form));
    t.deepEqual(canonical(found.nodes), canonical(nodes), form);
    t.deepEqual(canonical(found.edges), canonical(edges), form);
  }
});

test('every form has the same graph, whose counts are those of SQL; figures count it', async (t) => {
  const { warehouse } = fixture();
  const [read, figures]: [Record<string, Awaited<ReturnType<typeof readNeo4j>>>, Record<string, unknown>] = [
    {},
    {},
  ];
  for (const form of Object.keys(readers) as Form[]) {
    const out = await exported(t, warehouse, form);
    read[form] = await readers[form](out);
    figures[form] = JSON.parse(await readFile(join(out, 'export.json'), 'utf8')).figures;
  }
  t.deepEqual(read.graphml, read['node-link']);
  t.deepEqual(figures.graphml, figures['node-link']);
  const { nodes, edges } = read.neo4j!;
  const figure = (name: string) =>
    (figures.neo4j as { name: string; value: number }[]).find((one) => one.name === name)!.value;
  t.deepEqual([figure('nodes'), figure('edges')], [nodes.length, edges.length]);
  const counts = (elements: readonly Record<string, unknown>[], of: string) => {
    const found: Record<string, number> = {};
    for (const one of elements) found[String(one[of])] = (found[String(one[of])] ?? 0) + 1;
    return found;
  };
  const [expected] = await withWarehouse(warehouse, (ask) =>
    ask(`with said as (from region_findings where is_finding or category_id = 'nlp'),
      regions as (select image_id, bbox_name from objects union select image_id, bbox_name from object_phrases
        union select image_id, bbox_name from comparison_relations
        union select previous_image_id, bbox_name from comparison_relations semi join images on images.image_id = previous_image_id),
      pairs as (select distinct current_image.image_id, previous_image_id, bbox_name, comparison, category_id, label_name, relation
        from comparisons join cohort as current_image using (image_id)
        join cohort as previous on previous.image_id = previous_image_id and previous.patient_id = current_image.patient_id
          and previous.split is not distinct from current_image.split),
      consecutive as (select distinct s.study_id from patient_sequences as s join cohort as a using (study_id)
        join cohort as b on b.study_id = previous_study_id and a.split is not distinct from b.split)
      select (select count(distinct patient_id) from images)::integer as patient, (select count(distinct study_id) from images)::integer as study,
        (select count(*) from images)::integer as image, (select count(*) from regions)::integer as region,
        (select count(*) from (select distinct category_id, label_name from said))::integer as finding,
        (select count(*) from said where last_mention = 'yes')::integer as affirms,
        (select count(*) from said where last_mention = 'no')::integer as denies,
        (select count(*) from pairs)::integer as compared_with, (select count(*) from consecutive)::integer as next,
        (select count(distinct study_id) + count(*) + any_value(n) from images cross join (select count(*) as n from regions))::integer as has`),
  );
  const { parent, ...others } = counts(edges, 'type');
  t.deepEqual({ ...counts(nodes, 'kind'), ...others }, expected as Record<string, number>);
  t.true(parent! > 20 && others.compared_with! > 20 && others.denies! > 100);
});

test('two runs give the same bytes, and a split or a condition leaves out what it leaves out', async (t) => {
  const { warehouse } = fixture();
  for (const form of Object.keys(readers) as Form[]) {
    const files = await filesOf(await exported(t, warehouse, form, '--where', "viewpoint = 'PA'"));
    t.deepEqual(
      await filesOf(await exported(t, warehouse, form, '--where', "viewpoint = 'PA'")),
      files,
      form,
    );
  }
  const { nodes, edges } = await readNeo4j(await exported(t, warehouse, 'neo4j', '--split', 'train'));
  const ids = new Set(nodes.map(({ id }) => id));
  t.true(edges.every(({ source, target }) => ids.has(source!) && ids.has(target!)));
  t.true(nodes.every(({ kind, split }) => kind !== 'image' || split === 'train'));
});

test('an empty cohort is wrong usage, and no sentence is in any form', async (t) => {
  const { warehouse, graphs: all } = fixture();
  const out = join(await temporaryFolder(t), 'out');
  const said = await imagenome('export', 'graph', warehouse, '--out', out, '--where', 'false');
  t.is(said.code, 2);
  t.regex(said.err, /at least one image, found none/);
  const sentences = new Set(all.flatMap(({ attributes }) => attributes.flatMap(({ phrases }) => phrases)));
  for (const form of Object.keys(readers) as Form[]) {
    const written = Buffer.concat(Object.values(await filesOf(await exported(t, warehouse, form)))).toString(
      'latin1',
    );
    t.deepEqual(
      [...sentences].filter((text) => text.length > 8 && written.includes(text)),
      [],
      form,
    );
  }
});
