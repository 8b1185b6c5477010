import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import test, { type ExecutionContext } from 'ava';
import { build } from '../../etl/build.js';
import type { BuildOptions } from '../../etl/build_options.js';
import { UserError } from '../../etl/error.js';
import { writeFiles } from '../helpers/files.js';
import { attributesOf, graphOf, objectOf, relationshipOf } from '../helpers/graph.js';
import { parquetRows } from '../helpers/parquet.js';
import { temporaryFolder } from '../helpers/temporary_folder.js';
import { type Ask, type Row, withWarehouse } from '../helpers/warehouse.js';

const splits = 'silver_dataset/splits';
const sentences = 'silver_dataset/cxr-mimic-v2.0.0-processed-sentences_all.txt';
const gold = 'gold_dataset';
const mapping = 'semantics/label_to_UMLS_mapping.json';

/** Two images of a patient in two studies, one of another, with something in every per-image table. */
const graphs = Object.fromEntries(
  [
    { image_id: 'a1', study_id: 50000001 },
    { image_id: 'a2', study_id: 50000002, relationships: [relationshipOf()] },
    { image_id: 'b1', study_id: 50000003, patient_id: 10000002 },
  ].map((values) => [
    `silver_dataset/scene_graph/${values.image_id}_SceneGraph.json`,
    graphOf({ objects: [objectOf()], attributes: [attributesOf()], ...values }),
  ]),
);

interface Built {
  readonly ask: Ask;
  readonly folder: string;
  readonly out: string;
}

/** Builds a release of the graphs and these files. */
async function withRelease(
  t: ExecutionContext,
  files: Readonly<Record<string, unknown>>,
  work: (built: Built) => Promise<void>,
  { name = 'release', ...options }: Partial<BuildOptions> & { name?: string } = {},
): Promise<void> {
  const folder = await temporaryFolder(t);
  const input = await writeFiles(join(folder, name), { ...graphs, ...files });
  const out = join(folder, 'warehouse');
  await build({ derived: 'none', input, out, workers: 1, ...options });
  await withWarehouse(out, (ask) => work({ ask, folder, out }));
}

const issuesOf = (ask: Ask) =>
  ask('select code, location, detail from data_issues order by location, detail');
const tablesOf = async (ask: Ask) =>
  (await ask(`select table_name from duckdb_tables() where schema_name = 'main' order by 1`)).map(
    ({ table_name }) => table_name,
  );

const always = [
  ...[
    'build_info',
    'comparison_relations',
    'data_issues',
    'images',
    'input_files',
    'label_parents',
    'labels',
  ],
  ...['object_attributes', 'object_phrases', 'objects', 'phrases', 'possible_findings', 'quarantine'],
  ...['region_parents', 'regions', 'source_details'],
];

/** What `reconciliation` can say without any list: of no split. */
const ofGraphsAlone = [
  ...['boxes_not_36', 'child_with_denied_parent', 'child_without_parent', 'comparison_without_previous'],
  'study_images_disagree',
].map((reason) => ({ reason, split: null }));

/** Every view gives an answer, and gives its columns. */
async function expectViews(t: ExecutionContext, ask: Ask): Promise<void> {
  const views = await ask(`select view_name from duckdb_views() where not internal and schema_name = 'main'`);
  t.true(views.length > 25);
  for (const { view_name } of views) {
    const [answer] = await ask(`select count(*)::integer as n from (from "${view_name}")`);
    t.is(typeof answer!.n, 'number', `${view_name}`);
  }
  for (const query of [
    'patient_history(10000001)',
    'study_report(50000001)',
    'finding_matrix(regions := 18)',
  ]) {
    await t.notThrowsAsync(ask(`from ${query}`), query);
  }
}

const cohort = (ask: Ask) =>
  ask('select image_id, split, to_avoid, is_gold, is_gold_patient from cohort order by image_id');

test('without optional inputs their tables are absent, and views give NULL or no rows', async (t) => {
  await withRelease(t, {}, async ({ ask, out }) => {
    t.deepEqual(await tablesOf(ask), always);
    t.deepEqual(await parquetRows(out, 'splits'), []);
    await expectViews(t, ask);
    const unknown = { split: null, to_avoid: null, is_gold: null, is_gold_patient: null };
    t.deepEqual(
      await cohort(ask),
      ['a1', 'a2', 'b1'].map((image_id) => ({ image_id, ...unknown })),
    );
    t.deepEqual(
      await ask('select distinct reason, split from reconciliation order by reason'),
      ofGraphsAlone,
    );
    t.deepEqual(await issuesOf(ask), []);
    t.deepEqual(await ask('select distinct source from label_parents'), [{ source: 'seed' }]);
  });
});

test('lists are read whatever their index column, line ends, mark, quotes and .dcm', async (t) => {
  const files = {
    [`${splits}/train.csv`]:
      ',subject_id,study_id,dicom_id,path,ViewPosition\n7,10000001,50000001,a1,files/a1.dcm,AP\n',
    [`${splits}/valid.csv`]:
      '\ufeffUnnamed: 0,subject_id,study_id,dicom_id,path,ViewPosition\r\n0,10000001,50000002,a2.dcm,"files/a,2.dcm",PA\r\n',
    [`${splits}/test.csv`]: 'dicom_id,subject_id,study_id\nb1,10000002,50000003',
    [`${splits}/images_to_avoid.csv`]:
      'subject_id,study_id,dicom_id,path,ViewPosition\n10000002,50000003,b1,p,AP\n',
    [sentences]:
      'subject_id\trad_id\tsent_loc\trow_id\tsection\tsentence\n' +
      '10000001\t50000001\t0\t50000001|0\tfinalreport\t"A ""quoted""\n\tsentence."\n' +
      '10000001\t50000001\t10.5\t50000001|10.5\thistory\t\n',
    [`${gold}/gold_attributes_relations_500pts_500studies1st.txt`]:
      'patient_id\tstudy_id\timage_id\trow_id\tbbox\trelation\tlabel_name\tcontext\tcategoryID\tsentence\n' +
      '10000001\t50000001\ta1.dcm\t50000001|10\tright lung\t0\tpneumothorax\tno\tanatomicalfinding\tNo pneumothorax.\n',
    [`${gold}/gold_object_comparison_with_coordinates.txt`]:
      'patient_id\trelationship_id\tcurrent_image_id\tprevious_image_id\tbbox\tcomparison\n10000001\tr\tx\ta2\tright lung\tno change\n',
    [`${gold}/gold_bbox_coordinate_annotations_1000images.csv`]:
      'image_id,x1,y1,x2,y2,width,height,bbox_name,annot_id,original_x1,original_x2,original_y1,original_y2,original_width,original_height,annotator,coord224,coord_original\n' +
      'a1.dcm,1.5,2,3,4,5,6,right lung,id,11,13,12,14,15,16,1_C,"[1, 2, 3, 4]","[11, 12, 13, 14]"\n',
  };
  await withRelease(t, files, async ({ ask, out }) => {
    const listed = [
      {
        image_id: 'a1',
        study_id: 50000001,
        patient_id: 10000001,
        split: 'train',
        viewpoint: 'AP',
        path: 'files/a1.dcm',
      },
      {
        image_id: 'a2',
        study_id: 50000002,
        patient_id: 10000001,
        split: 'valid',
        viewpoint: 'PA',
        path: 'files/a,2.dcm',
      },
      {
        image_id: 'b1',
        study_id: 50000003,
        patient_id: 10000002,
        split: 'test',
        viewpoint: null,
        path: null,
      },
    ];
    t.deepEqual(await ask('from splits'), listed);
    t.deepEqual(await parquetRows(out, 'splits'), listed);
    t.deepEqual(await ask('select sent_loc, section, sentence from sentences'), [
      { sent_loc: 0, section: 'finalreport', sentence: 'A "quoted"\n\tsentence.' },
      { sent_loc: 10.5, section: 'history', sentence: null },
    ]);
    t.deepEqual(
      await ask('select image_id, bbox_name, relation, category_id from gold_attribute_relations'),
      [{ image_id: 'a1', bbox_name: 'right lung', relation: 'no', category_id: 'anatomicalfinding' }],
    );
    const box: Row = {
      ...{ image_id: 'a1', bbox_name: 'right lung', x1: 1.5, y1: 2, x2: 3, y2: 4, width: 5, height: 6 },
      ...{ original_x1: 11, original_y1: 12, original_x2: 13, original_y2: 14 },
      ...{ original_width: 15, original_height: 16, annotator: '1_C', annot_id: 'id' },
      ...{ study_id: 50000001, patient_id: 10000001 },
      ...{ coord224: '[1, 2, 3, 4]', coord_original: '[11, 12, 13, 14]' },
    };
    t.deepEqual(await ask('from gold_bboxes'), [box]);
    t.deepEqual(await cohort(ask), [
      { image_id: 'a1', split: 'train', to_avoid: false, is_gold: true, is_gold_patient: true },
      { image_id: 'a2', split: 'valid', to_avoid: false, is_gold: true, is_gold_patient: true },
      { image_id: 'b1', split: 'test', to_avoid: true, is_gold: false, is_gold_patient: false },
    ]);
    const lacks = (location: string, columns: string) => ({
      ...{ code: 'missing_columns', location, detail: `no column for ${columns}; NULL` },
    });
    t.deepEqual(await issuesOf(ask), [
      lacks(`${gold}/gold_attributes_relations_500pts_500studies1st.txt`, 'section'),
      lacks(
        `${gold}/gold_object_comparison_with_coordinates.txt`,
        'subject_id, object_id, label_name, attribute, sentence, bbox_coord_224_subject, ' +
          'bbox_coord_224_object, bbox_coord_original_subject, bbox_coord_original_object',
      ),
      lacks(`${splits}/test.csv`, 'viewpoint, path'),
    ]);
  });
});

test('a file that does not read is told and its table absent, whatever is wrong with it', async (t) => {
  const unreadable = {
    [`${splits}/train.csv`]: '',
    [`${splits}/valid.csv`]: Buffer.from([0, 1, 2, 254, 255, 10, 13, 0]),
    [`${splits}/test.csv`]: 'a;b;c\n10000001;50000001;a1\n',
    [`${splits}/images_to_avoid.csv`]: 'subject_id,study_id\n10000001,50000001\n',
    [sentences]: JSON.stringify({ subject_id: 1, rad_id: 2 }),
    [`${gold}/gold_all_sentences_500pts_1000studies.txt`]: '<html></html>',
    [`${gold}/gold_bbox_scaling_factors_original_to_224x224.csv/image_id.csv`]: 'image_id\na1\n',
    [mapping]: { all_children: ['lung opacity', 'consolidation'] },
    'semantics/attribute_relations_v1.txt': 'lung opacity,\n',
    'semantics/objects_detectable_by_bbox_pipeline_v1.txt': '\n',
    'semantics/objects_extracted_from_reports_v1.txt': Buffer.from('é', 'latin1'),
  };
  await withRelease(t, unreadable, async ({ ask }) => {
    t.deepEqual(await tablesOf(ask), always);
    const told = await issuesOf(ask);
    t.deepEqual(
      told.map(({ code, location }) => `${code} ${location}`),
      Object.keys(unreadable)
        .map((path) => `unreadable_input ${path.replace('/image_id.csv', '')}`)
        .sort(),
    );
    await expectViews(t, ask);
    t.deepEqual(await ask('select count(*)::integer as n from labels'), [{ n: 91 }], 'the seed');
    t.deepEqual(
      await ask('select count(*)::integer as n from regions where has_bbox'),
      [{ n: 36 }],
      'the seed',
    );
    t.deepEqual(await ask('select distinct source from label_parents'), [{ source: 'seed' }]);
  });
});

test('rows and values that do not read are reported with their line, columns that are missing are NULL', async (t) => {
  const files = {
    [`${splits}/train.csv`]: Buffer.from(
      'dicom_id,subject_id,study_id\na1,10000001,50000001\n,10000001,50000001\na2,word,99999999999\nb1é,10000002,50000003\n',
      'latin1',
    ),
    [`${splits}/images_to_avoid.csv`]: 'dicom_id\na1\n',
  };
  await withRelease(t, files, async ({ ask }) => {
    const missing = { viewpoint: null, path: null };
    t.deepEqual(await ask('from splits'), [
      { image_id: 'a1', study_id: 50000001, patient_id: 10000001, split: 'train', ...missing },
      { image_id: 'a2', study_id: null, patient_id: null, split: 'train', ...missing },
      { image_id: 'b1\ufffd', study_id: 50000003, patient_id: 10000002, split: 'train', ...missing },
    ]);
    t.deepEqual(await ask('from images_to_avoid'), [
      { image_id: 'a1', study_id: null, patient_id: null, ...missing },
    ]);
    const train = { location: `${splits}/train.csv` };
    const id = 'expected a whole positive number, found';
    t.deepEqual(await issuesOf(ask), [
      {
        code: 'missing_columns',
        location: `${splits}/images_to_avoid.csv`,
        detail: 'no column for study_id, patient_id, viewpoint, path; NULL',
      },
      {
        code: 'wrong_type_ignored',
        ...train,
        detail: `line 4: study_id: ${id} '99999999999'; NULL`,
      },
      {
        code: 'wrong_type_ignored',
        ...train,
        detail: `line 4: subject_id: ${id} text of 4 characters; NULL`,
      },
      {
        code: 'invalid_bytes',
        ...train,
        detail: 'line 5: bytes that are not UTF-8; replaced by U+FFFD',
      },
      { code: 'missing_columns', ...train, detail: 'no column for viewpoint, path; NULL' },
    ]);
    t.deepEqual(await ask('select source, member, stage, code, json_pointer, message from quarantine'), [
      {
        ...{ source: `${splits}/train.csv`, member: '3', stage: 'load', code: 'missing_key' },
        ...{ json_pointer: '', message: 'expected a value for dicom_id, found none' },
      },
    ]);
    t.deepEqual(
      await ask(
        'select input, n_lines, n_header_lines, n_rows, n_rejected from input_files where is_found order by input',
      ),
      [
        { input: 'images_to_avoid', n_lines: 2, n_header_lines: 1, n_rows: 1, n_rejected: 0 },
        { input: 'split_train', n_lines: 5, n_header_lines: 1, n_rows: 3, n_rejected: 1 },
      ],
    );
  });
});

test('the vocabulary of a release replaces the seed', async (t) => {
  const files = {
    'semantics/attribute_relations_v1.txt':
      '\ufeffanatomicalfinding|yes|lung opacity,\r\nanatomicalfinding|no|lung opacity,\r\nnovelty|yes|a|b,\r\n',
    'semantics/objects_detectable_by_bbox_pipeline_v1.txt': 'right lung,\nleft lung',
    'semantics/objects_extracted_from_reports_v1.txt': 'right lung,\nneck,\nsomewhere,\n',
    [mapping]: `\ufeff${JSON.stringify({ all_children: { 'lung opacity': ['consolidation', 'consolidation'], lungs: ['right lung'] } })}`,
  };
  await withRelease(t, files, async ({ ask }) => {
    t.deepEqual(await ask('select category_id, label_name, is_expected from labels'), [
      { category_id: 'anatomicalfinding', label_name: 'atelectasis', is_expected: false },
      { category_id: 'anatomicalfinding', label_name: 'lung opacity', is_expected: true },
      { category_id: 'anatomicalfinding', label_name: 'pneumothorax', is_expected: false },
      { category_id: 'novelty', label_name: 'a|b', is_expected: true },
    ]);
    t.deepEqual(await ask('select bbox_name, has_bbox from regions'), [
      { bbox_name: 'left lung', has_bbox: true },
      { bbox_name: 'neck', has_bbox: false },
      { bbox_name: 'right lung', has_bbox: true },
      { bbox_name: 'somewhere', has_bbox: false },
      { bbox_name: 'unknown', has_bbox: false },
    ]);
    const certain = { source: 'release', certainty: 'certain' };
    t.deepEqual(await ask('from label_parents'), [
      { label_name: 'consolidation', parent: 'lung opacity', ...certain },
    ]);
    t.deepEqual(await ask('from region_parents'), [{ bbox_name: 'right lung', parent: 'lungs', ...certain }]);
    t.deepEqual(await issuesOf(ask), []);
  });
});

const metadata =
  'dicom_id,subject_id,study_id,PerformedProcedureStepDescription,ViewPosition,Rows,Columns,StudyDate,StudyTime\n' +
  'a1.dcm,10000001,50000001,"CHEST, PA",PA,3056,2544,21500101,100000.5\n';

for (const [name, bytes] of [
  ['metadata.csv', metadata],
  ['metadata.csv.gz', gzipSync(metadata)],
] as const) {
  test(`${name} gives the sizes of images`, async (t) => {
    const folder = await temporaryFolder(t);
    await writeFiles(folder, { [name]: bytes });
    const options = { mimicMetadata: join(folder, name) };
    const work = async ({ ask }: Built) => {
      t.deepEqual(await ask('from mimic_metadata'), [
        {
          ...{ image_id: 'a1', study_id: 50000001, patient_id: 10000001, view_position: 'PA' },
          ...{ rows: 3056, columns: 2544, study_date: '21500101', study_time: '100000.5' },
          study_datetime: '2150-01-01 10:00:00.5',
        },
      ]);
      t.deepEqual(
        await ask(
          'select image_id, original_box_status is not null as is_known from boxes order by image_id',
        ),
        [
          { image_id: 'a1', is_known: true },
          { image_id: 'a2', is_known: false },
          { image_id: 'b1', is_known: false },
        ],
      );
    };
    await withRelease(t, {}, work, options);
  });
}

test('metadata that are named and not there, or of another kind, are wrong usage', async (t) => {
  const folder = await temporaryFolder(t);
  await writeFiles(folder, {
    'other.csv.gz': 'subject_id,study_id\n1,2\n',
    'labels.csv': 'dicom_id,Edema\na,1\n',
  });
  for (const [name, lacks] of [
    ['absent.csv', 'found nothing there'],
    ['other.csv.gz', 'expected the columns dicom_id, found'],
    ['labels.csv', 'expected one of the columns ViewPosition, rows, columns, StudyDate, StudyTime, found'],
    ['.', 'found a folder'],
  ] as const) {
    const building = withRelease(t, {}, async () => {}, { mimicMetadata: join(folder, name) });
    const error = await t.throwsAsync(building, { instanceOf: UserError });
    t.is(error.exitCode, 2);
    t.true(error.message.includes(lacks), error.message);
  }
});

test('a path is no pattern: quotes, brackets and stars stay within it', async (t) => {
  const header = 'dicom_id,subject_id,study_id\n';
  const files = { [`${splits}/train.csv`]: `${header}a1,10000001,50000001\n` };
  const name = `it's "a" [r]e*ease?`;
  const folder = await temporaryFolder(t);
  await writeFiles(join(folder, `it's "a" release!`), { [`${splits}/train.csv`]: `${header}other,1,2\n` });
  const input = await writeFiles(join(folder, name), { ...graphs, ...files });
  const out = join(folder, `it's "a" [w]areh*use`);
  await build({ derived: 'none', input, out, workers: 1 });
  await withWarehouse(out, async (ask) => {
    t.deepEqual(await ask('select image_id, split from splits'), [{ image_id: 'a1', split: 'train' }]);
    t.deepEqual(await ask('select image_id from images order by image_id'), [
      { image_id: 'a1' },
      { image_id: 'a2' },
      { image_id: 'b1' },
    ]);
  });
});
