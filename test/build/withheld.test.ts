import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import test from 'ava';
import { build } from '../../etl/build.js';
import { writeFiles } from '../helpers/files.js';
import { attributesOf, graphOf, type Json, objectOf, relationshipOf } from '../helpers/graph.js';
import { temporaryFolder } from '../helpers/temporary_folder.js';
import { type Ask, tableRows, withWarehouse } from '../helpers/warehouse.js';
import { filesBelow } from '../synth/release.js';

/** Begins every planted sentence: short, without a full stop, as a label could be. */
const SENTINEL = 'qZ7vK2xWm4';
const planted = `${SENTINEL} opacity seen there`;

const documented = graphOf({
  objects: [objectOf()],
  attributes: [attributesOf({ severity_cues: [['severity|yes|mild']] })],
  relationships: [relationshipOf()],
});

/** Copies of a value, each with the sentence in another place: as a text, as a part of one, as a key. */
function* planting(value: unknown): Generator<unknown> {
  if (typeof value === 'string') {
    yield planted;
    yield `${value} ${planted}`;
    for (const separator of ['|', '_', ';;']) {
      const parts = value.split(separator);
      if (parts.length > 1) for (const i of parts.keys()) yield parts.with(i, planted).join(separator);
    }
  } else if (Array.isArray(value)) {
    yield [...value, planted];
    for (const [i, element] of value.entries())
      for (const other of planting(element)) yield value.with(i, other);
  } else if (typeof value === 'object' && value !== null) {
    yield { ...value, [planted]: true };
    for (const [key, member] of Object.entries(value)) {
      for (const other of planting(member)) yield { ...value, [key]: other };
      const { [key]: _, ...rest } = value as Json;
      yield { ...rest, [planted]: member };
    }
  } else yield planted;
}

/** Graphs with ids of their own, unless those are what is planted. */
const graphs = [...planting(documented)].map((graph, i) => {
  const image_id = `image${i}`;
  const own = graph as Json;
  return own.image_id === 'a1' ? { ...own, image_id } : own;
});

async function expectNowhere(ask: Ask, out: string): Promise<string[]> {
  const found: string[] = [];
  for (const path of await filesBelow(out)) {
    if ((await readFile(join(out, path))).includes(SENTINEL)) found.push(path);
  }
  const relations = await ask(`
    select '"' || schema_name || '"."' || table_name || '"' as relation,
      string_agg('"' || column_name || '"::varchar', ', ') as columns
    from duckdb_columns() where not internal and data_type in ('VARCHAR', 'VARCHAR[]') group by all`);
  for (const { relation, columns } of relations) {
    const [row] = await ask(
      `select count(*)::integer as n from (select unnest([${columns}]) as value from ${relation}) where contains(value, '${SENTINEL}')`,
    );
    if (row!.n !== 0) found.push(String(relation));
  }
  const parts = (await filesBelow(join(out, 'parquet'))).map((path) => join(out, 'parquet', path));
  for (const part of parts) {
    const [row] = await ask(
      `select count(*)::integer as n from read_parquet('${part}') as row where contains(row::varchar, '${SENTINEL}')`,
    );
    if (row!.n !== 0) found.push(part.slice(out.length));
  }
  return found;
}

test('no text in any place of a graph comes through a build without text, and rows stay', async (t) => {
  const folder = await temporaryFolder(t);
  const input = join(folder, 'graphs.jsonl');
  await writeFile(input, graphs.map((graph) => JSON.stringify(graph)).join('\n'));
  const [out, whole] = [join(folder, 'w'), join(folder, 'whole')];
  await build({ input, out, workers: 1, withText: false, maxRejected: 1 });
  await build({ input, out: whole, workers: 1, derived: 'none', maxRejected: 1 });
  t.true(graphs.length > 150);
  await withWarehouse(out, async (ask) => {
    t.deepEqual(await expectNowhere(ask, out), []);
    await ask(`attach '${join(whole, 'imagenome.duckdb')}' as whole (read_only)`);
    for (const table of ['objects', 'object_phrases', 'object_attributes', 'comparison_relations']) {
      const counts = (from: string) =>
        `select count(*)::integer as n from ${from}${table} where image_id like 'image%'`;
      t.deepEqual(await ask(counts('')), await ask(counts('whole.')), table);
    }
    const [{ n } = {}] = await ask(
      "select count(*)::integer as n from data_issues where code = 'withheld_text'",
    );
    t.true((n as number) > 60, `${n} places`);
    t.deepEqual(
      await ask("select image_id, code, message from quarantine where contains(message, 'blanks') limit 1"),
      [
        {
          image_id: null,
          code: 'bad_id',
          message: 'image_id: expected a dicom_id without blanks, found other text',
        },
      ],
    );
  });
  await withWarehouse(whole, async (ask) => {
    const rows = await ask('select detail as text from data_issues union all select message from quarantine');
    t.deepEqual(
      rows.filter(
        ({ text }) => String(text).includes('opacity seen there') && String(text).split(' ').length > 6,
      ),
      [],
    );
  });
});

test('no text in any field of a text table comes through a build without text', async (t) => {
  const folder = await temporaryFolder(t);
  const header = 'subject_id,study_id,dicom_id,ViewPosition,path';
  const row = ['10000001', '50000001', 'a1', 'AP', 'files/p10/p10000001/s50000001/a1.dcm'];
  const rows = [row, ...row.map((_, i) => row.with(i, planted)), [...row, planted]];
  const list = (names: string) => `${names}\n${[...rows].map((fields) => fields.join(',')).join('\n')}\n`;
  const sentences = ['10000001', '50000001', '10', '50000001|10', 'finalreport', planted];
  const places = [...sentences.keys()].map((i) => sentences.with(i, planted).join('\t'));
  const input = await writeFiles(join(folder, 'input'), {
    'silver_dataset/scene_graph/a.json': documented,
    'silver_dataset/splits/train.csv': list(`${header}`),
    'silver_dataset/splits/valid.csv': list(`${header},${planted}`),
    'silver_dataset/splits/test.csv': list(planted),
    'silver_dataset/splits/images_to_avoid.csv': list(header),
    'silver_dataset/cxr-mimic-v2.0.0-processed-sentences_all.txt': [
      'subject_id\trad_id\tsent_loc\trow_id\tsection\tsentence',
      ...places,
    ].join('\n'),
    'gold_dataset/gold_attributes_relations_500pts_500studies1st.txt': [
      [
        'patient_id',
        'study_id',
        'image_id',
        'row_id',
        'section',
        'bbox',
        'attribute',
        'relation',
        planted,
      ].join('\t'),
      ...[0, 1, 2, 3, 4, 5, 6, 7, 8].map((i) =>
        [
          ...['10000001', '50000001', 'a1', '50000001|10', 'finalreport', 'right lung'],
          ...['anatomicalfinding|no|pneumothorax', '0', 'x'],
        ]
          .with(i, planted)
          .join('\t'),
      ),
    ].join('\n'),
  });
  const metadata = join(folder, 'metadata.csv');
  await writeFile(
    metadata,
    `dicom_id,subject_id,study_id,ViewPosition,Rows,Columns,StudyDate,StudyTime\n${[
      ...['a1', '10000001', '50000001', 'AP', '10', '10', '21500101', '100000'].keys(),
    ]
      .map((i) =>
        ['a1', '10000001', '50000001', 'AP', '10', '10', '21500101', '100000'].with(i, planted).join(','),
      )
      .join('\n')}\n`,
  );
  const out = join(folder, 'w');
  await build({ input, out, workers: 1, withText: false, derived: 'none', mimicMetadata: metadata });
  await withWarehouse(out, async (ask) => {
    t.deepEqual(await expectNowhere(ask, out), []);
    const [split] = await ask(
      "select viewpoint, path from splits where split = 'train' order by viewpoint desc limit 1",
    );
    t.deepEqual(split, { viewpoint: 'AP', path: 'files/p10/p10000001/s50000001/a1.dcm' });
  });
  t.true((await tableRows(out, 'gold_attribute_relations')).length > 5);
});
