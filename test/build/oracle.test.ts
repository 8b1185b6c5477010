import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'ava';
import { build } from '../../etl/build.js';
import { projectFile } from '../../etl/project.js';
import { graphTableNames, graphTables } from '../../etl/schema/index.js';
import { synthesize } from '../../etl/synth/index.js';
import { writeFiles } from '../helpers/files.js';
import { attributesOf, graphOf, objectOf, relationshipOf } from '../helpers/graph.js';
import { type Ask, withMemory } from '../helpers/warehouse.js';

/** Graphs with what synthetic ones never have, as far as SQL can say what becomes of it. */
const odd = {
  'odd/nothing.json': graphOf({
    image_id: 'nothing',
    viewpoint: null,
    StudyOrder: null,
    reason_for_exam: '',
  }),
  'odd/dates.json': graphOf({
    image_id: 'dates',
    StudyDateTime: '2150-02-30 10:00:00 UTC',
    gender: undefined,
  }),
  'odd/boxes.json': graphOf({
    image_id: 'boxes',
    objects: [
      objectOf({ x1: -5, y2: 300, original_width: 0 }),
      objectOf({ x1: null, synsets: [], name: null }),
      objectOf({ bbox_name: 'other place', object_id: 'other', synsets: ['C1;;C2', ';;C3;;'] }),
    ],
  }),
  'odd/sentences.json': graphOf({
    image_id: 'sentences',
    attributes: [
      attributesOf({ phrase_IDs: ['50000001|10.5'], 'right lung': false, texture_cues: undefined }),
      attributesOf({ phrase_IDs: ['no number'], 'right lung': undefined, sections: [null], phrases: [null] }),
      attributesOf({
        phrases: ['Another text.\nOf two lines.'],
        attributes: [['a|b|c|d', 'nlp|maybe|']],
        attributes_ids: [['', 'C1']],
      }),
      attributesOf({
        phrase_IDs: ['50000001|10.5'],
        phrases: ['A second text.'],
        attributes: [[]],
        attributes_ids: [[]],
      }),
    ],
  }),
  'odd/relations.json': graphOf({
    image_id: 'relations',
    relationships: [
      relationshipOf({
        relationship_id: 'other',
        predicate: '[]',
        relationship_names: [],
        relationship_contexts: [],
      }),
      relationshipOf({
        relationship_names: ['comparison|no|improved', 'comparison|yes|worsened', 'comparison|yes|resolved'],
        relationship_contexts: [0, 0.5, null],
        object_id: 'withoutmark',
      }),
      relationshipOf({ relationship_id: null, object_id: null, attributes: [], predicate: "['a', 'b']" }),
    ],
  }),
};

let folder: string;

test.before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'imagenome-test-'));
  await synthesize({ images: 300, seed: 21, out: join(folder, 'release'), loose: true });
  const graphs = join(folder, 'release', 'silver_dataset', 'scene_graph');
  await writeFiles(graphs, odd);
  await build({ derived: 'none', input: graphs, out: join(folder, 'warehouse'), workers: 2 });
});

test.after.always(() => rm(folder, { recursive: true, force: true }));

const statement = (name: string) =>
  readFileSync(projectFile('test', 'build', 'oracle', `${name}.sql`), 'utf8');

/** A DuckDB that has read the graphs itself, and has the warehouse attached. */
function withOracle(work: (ask: Ask) => Promise<void>): Promise<void> {
  return withMemory(async (ask) => {
    const files = join(folder, 'release', 'silver_dataset', 'scene_graph', '**', '*.json');
    await ask(statement('concepts'));
    await ask(statement('graphs').replace('{files}', files));
    await ask(statement('sentences'));
    await ask(`attach '${join(folder, 'warehouse', 'imagenome.duckdb')}' as warehouse (read_only)`);
    await work(ask);
  });
}

test('every row of every per-image table is what DuckDB reads from the JSON', async (t) => {
  await withOracle(async (ask) => {
    for (const name of graphTableNames) {
      const columns = graphTables[name].columns.map((column) => column.name).join(', ');
      await ask(`create table expected_${name} as select ${columns} from (${statement(name)})`);
      const [counts] = await ask(`select
        (select count(*) from expected_${name})::integer as expected,
        (select count(*) from warehouse.${name})::integer as found`);
      t.is(counts!.found, counts!.expected, name);
      t.true((counts!.found as number) > 300, name);
      const differences = await ask(`
        (select 'lost' as what, * from (from expected_${name} except all (select ${columns} from warehouse.${name})))
        union all
        (select 'made up', * from ((select ${columns} from warehouse.${name}) except all from expected_${name}))
        limit 3`);
      t.deepEqual(differences, [], name);
      const parts = `read_parquet('${join(folder, 'warehouse', 'parquet', name)}/*/*.parquet', hive_partitioning = false)`;
      t.deepEqual(
        await ask(`select count(*)::integer as n from (from ${parts} except all from expected_${name})`),
        [{ n: 0 }],
        `${name} in Parquet`,
      );
    }
  });
});

const ofEntries = (select: string) =>
  `with entries as (select unnest(attributes) as entry from graphs) ${select}`;
const strings = (path: string) => `(select unnest(entry ->> '$.${path}') as value from entries)`;

/** Sums over the warehouse, and the same over the JSON, said in other words. */
const sums: Record<string, readonly [ofWarehouse: string, ofJson: string]> = {
  'findings by category, polarity and name': [
    `select concat_ws('|', category_id, relation, label_name) as value, count(*) as n
      from warehouse.object_attributes group by all order by all`,
    ofEntries(`select value, count(*) as n from ${strings('attributes[*][*]')} group by all order by all`),
  ],
  'findings of each region that are denied': [
    `select bbox_name, count(*) as n from warehouse.object_attributes where relation = 'no' group by all order by all`,
    ofEntries(`select entry ->> 'bbox_name' as bbox_name,
        len(list_filter(flatten(list(entry ->> '$.attributes[*][*]')), lambda text: text like '%|no|%')) as n
      from entries group by all having n > 0 order by all`),
  ],
  'cues by kind': [
    `select sum(len(comparison_cues)) as comparison, sum(len(temporal_cues)) as temporal,
      sum(len(severity_cues)) as severity, sum(len(texture_cues)) as texture from warehouse.object_phrases`,
    ofEntries(`select sum(len(entry ->> '$.comparison_cues[*][*]')) as comparison,
      sum(len(entry ->> '$.temporal_cues[*][*]')) as temporal, sum(len(entry ->> '$.severity_cues[*][*]')) as severity,
      sum(len(entry ->> '$.texture_cues[*][*]')) as texture from entries`),
  ],
  'places of sentences': [
    'select count(*) as n, count(sent_loc) as placed, sum(sent_loc) as sum from warehouse.object_phrases',
    ofEntries(`select count(*) as n, count(place) as placed, sum(place) as sum
      from (select try_cast(regexp_extract(value, '[^|]*$') as double) as place from ${strings('phrase_IDs[*]')})`),
  ],
  'characters of sentences': [
    'select count(*) as n, sum(length(phrase)) as characters from warehouse.phrases',
    `select count(*) as n, sum(length(phrase)) as characters from (
      select distinct on (image_id, phrase_id) phrase from (
        select image_id, generate_subscripts(attributes, 1) as place, unnest(attributes) as entry from graphs
      ), lateral (
        select unnest(json_extract_string(entry, '$.phrase_IDs[*]')) as phrase_id, unnest(from_json(entry -> 'phrases', '["varchar"]')) as phrase
      ) order by place
    )`,
  ],
  corners: [
    'select sum(x1) as x1, sum(y1) as y1, sum(original_x2) as x2, sum(original_y2) as y2 from warehouse.objects',
    `select sum(box.x1) as x1, sum(box.y1) as y1, sum(box.original_x2) as x2, sum(box.original_y2) as y2
      from (select unnest(objects) as box from graphs)`,
  ],
  comparisons: [
    `select value, count(*) as n from (select unnest(comparisons) as value from warehouse.comparison_relations)
      group by all order by all`,
    `select regexp_extract(value, 'yes.(.*)', 1) as value, count(*) as n
      from (select unnest(relation.relationship_names) as value from (select unnest(relationships) as relation from graphs))
      where value like 'comparison|yes|%' group by all order by all`,
  ],
  'images of a study, studies of a patient': [
    `select count(distinct study_id) as studies, count(distinct patient_id) as patients, max(study_datetime)::varchar as last
      from warehouse.images`,
    `select count(distinct study_id) as studies, count(distinct patient_id) as patients, max(left("StudyDateTime", 19)) as last
      from graphs where image_id <> 'dates'`,
  ],
};

test('sums of findings, cues, sentences, boxes and comparisons agree', async (t) => {
  await withOracle(async (ask) => {
    for (const [name, [found, expected]] of Object.entries(sums)) {
      const rows = await ask(found);
      t.deepEqual(rows, await ask(expected), name);
      t.true(rows.length > 0 && Object.values(rows[0]!).every((value) => value !== null), name);
    }
  });
});
