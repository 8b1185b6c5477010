import { join } from 'node:path';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import test from 'ava';
import { allChecks, runChecks } from '../../etl/verify/checks.js';
import { sharedWarehouse } from '../helpers/shared_warehouse.js';

const warehouse = sharedWarehouse(test);

/** Repeats a row of a table. `columns`: those that are stored, where others are computed. */
const repeat = (table: string, columns = '*') =>
  `insert into ${table} by name select ${columns} from ${table} limit 1`;
const keys = 'image_id, study_id, patient_id';
const phraseColumns = `${keys}, entry_index, bbox_name, phrase_index, phrase_id, sent_loc, section,
  comparison_cues, temporal_cues, severity_cues, texture_cues`;
/** Rewrites a table with its last patient first. */
const reverse = (table: string, columns: string) => [
  `create temp table reversed as select ${columns} from ${table} order by patient_id desc, rowid`,
  `delete from ${table}`,
  `insert into ${table} by name from reversed order by rowid`,
];
/** Moves the only rows of an image to another study. */
const otherStudy = (table: string) => `update ${table} set study_id = study_id + 1`;

/** Faults that each check is there for: one statement, or several that make one fault. */
const faults: Record<string, (string | string[])[]> = {
  repeated_images: [repeat('images')],
  repeated_regions: [repeat('regions')],
  repeated_labels: [repeat('labels')],
  repeated_region_parents: [repeat('region_parents')],
  repeated_label_parents: [repeat('label_parents')],
  repeated_possible_findings: ["insert into possible_findings values ('x', 'y'), ('x', 'y')"],
  text_tables_unreconciled: [
    'update input_files set n_lines = n_lines + 1',
    'update input_files set n_rows = n_rows - 1',
  ],
  objects_without_images: [otherStudy('objects')],
  object_phrases_without_images: ['update object_phrases set patient_id = patient_id + 1'],
  object_attributes_without_images: ['update object_attributes set patient_id = patient_id + 1'],
  phrases_without_images: [otherStudy('phrases')],
  comparison_relations_without_images: ["update comparison_relations set image_id = image_id || 'x'"],
  objects_without_regions: ['delete from regions where bbox_name in (select bbox_name from objects limit 1)'],
  object_phrases_without_regions: ["update object_phrases set bbox_name = 'left elbow' where rowid = 0"],
  object_phrases_without_phrases: ['delete from phrases where rowid = 0'],
  object_attributes_without_object_phrases: [
    'update object_attributes set phrase_index = phrase_index + 100 where rowid = 0',
  ],
  object_attributes_without_labels: ["delete from labels where label_name = 'pleural effusion'"],
  object_attributes_without_regions: [
    "update object_attributes set bbox_name = 'left elbow' where rowid = 0",
  ],
  comparison_relations_without_regions: [
    "update comparison_relations set bbox_name = 'left elbow' where rowid = 0",
  ],
  images_out_of_order: [reverse('images', '*')],
  objects_out_of_order: [
    repeat('objects', `${keys}, object_index, bbox_name`),
    reverse('objects', `${keys}, object_index, bbox_name`),
    'update objects set object_index = 1000 - object_index',
  ],
  object_phrases_out_of_order: [
    repeat('object_phrases', phraseColumns),
    reverse('object_phrases', phraseColumns),
    'update object_phrases set phrase_index = 1000 - phrase_index',
    'update object_phrases set entry_index = 1000 - entry_index',
  ],
  object_attributes_out_of_order: [
    repeat('object_attributes', `${phraseColumns}, attribute_index, category_id, relation, label_name`),
    reverse('object_attributes', `${phraseColumns}, attribute_index, category_id, relation, label_name`),
    'update object_attributes set attribute_index = 1000 - attribute_index',
  ],
  phrases_out_of_order: [
    repeat('phrases'),
    reverse('phrases', '*'),
    'update phrases set sent_loc = 1000 - sent_loc',
  ],
  comparison_relations_out_of_order: [
    repeat('comparison_relations', `${keys}, relationship_index, bbox_name`),
    reverse('comparison_relations', `${keys}, relationship_index, bbox_name`),
    'update comparison_relations set relationship_index = 1000 - relationship_index',
  ],
  attributes_unlike_phrase: [
    "update object_attributes set section = 'history' where rowid = 0",
    ...['comparison_cues', 'temporal_cues', 'severity_cues', 'texture_cues'].map(
      (cues) => `update object_attributes set ${cues} = ['${cues}|yes|other'] where rowid = 0`,
    ),
    "update object_attributes set phrase_id = phrase_id || '0' where rowid = 0",
    'update object_attributes set sent_loc = null where rowid = 0',
    "update object_attributes set bbox_name = 'left elbow' where rowid = 0",
  ],
  comparisons_without_previous: ['update comparison_relations set previous_study_id = null where rowid = 0'],
  findings_lost_or_doubled: [
    'create or replace view report_findings as from report_findings_final where false',
    'create or replace view report_findings as from report_findings_within(null) union all from report_findings_within(null)',
  ],
  phrases_without_region: ['delete from object_phrases'],
  studies_of_two_patients: ['update images set study_id = 50000001'],
};

async function withCopy(work: (connection: DuckDBConnection) => Promise<void>): Promise<void> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  try {
    await connection.run(`attach '${join(warehouse(), 'imagenome.duckdb')}' as published (read_only)`);
    await connection.run("attach ':memory:' as changed");
    await connection.run('copy from database published to changed');
    await connection.run('use changed');
    await work(connection);
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

const found = async (connection: DuckDBConnection) =>
  (await runChecks(connection, 'check')).filter(({ rows }) => rows > 0).map(({ name }) => name);

test('every check has faults that it is there for', (t) => {
  t.deepEqual(
    Object.keys(faults).sort(),
    allChecks()
      .map(({ name }) => name)
      .sort(),
  );
});

test('every check finds its faults, and none finds anything without one', async (t) => {
  await withCopy(async (connection) => {
    t.deepEqual(await found(connection), []);
    for (const [check, each] of Object.entries(faults)) {
      for (const fault of each) {
        await connection.run('begin');
        for (const statement of [fault].flat()) await connection.run(statement);
        const names = await found(connection);
        t.true(names.includes(check), `${check}: ${fault}: found ${names.join(', ')}`);
        await connection.run('rollback');
      }
    }
    t.deepEqual(await found(connection), []);
  });
});
