import { join } from 'node:path';
import test, { type ExecutionContext } from 'ava';
import { writeFiles } from '../helpers/files.js';
import { attributesOf, graphOf, type Json, objectOf, relationshipOf } from '../helpers/graph.js';
import { runImagenome } from '../helpers/process.js';
import { temporaryFolder } from '../helpers/temporary_folder.js';
import { withWarehouse } from '../helpers/warehouse.js';

/** A sentence of a report, wherever one may get to. */
const SENTENCE = 'Sentinel opacity beside the zebra.';
/** What no message may hold: some words of it are too many. */
const LEAK = /sentinel opacity/i;

const graphs: Record<string, Json> = {
  'as text': { reason_for_exam: SENTENCE, attributes: [attributesOf({ phrases: [SENTENCE] })] },
  'as viewpoint': { viewpoint: SENTENCE },
  'as date': { StudyDateTime: SENTENCE, StudyOrder: SENTENCE },
  'as id': { patient_id: SENTENCE },
  'as key': { [SENTENCE]: 1, objects: [objectOf({ [SENTENCE]: 1 })] },
  'as region': {
    objects: [objectOf({ bbox_name: SENTENCE })],
    attributes: [attributesOf({ bbox_name: SENTENCE, [SENTENCE]: SENTENCE })],
    relationships: [relationshipOf({ bbox_name: SENTENCE })],
  },
  'as section': { attributes: [attributesOf({ sections: [SENTENCE] })] },
  'as finding': {
    attributes: [
      attributesOf({ attributes: [[`${SENTENCE}|${SENTENCE}|${SENTENCE}`]] }),
      attributesOf({ attributes: [[`anatomicalfinding|yes|${SENTENCE}`]] }),
      attributesOf({ attributes: [[SENTENCE]] }),
    ],
  },
  'as list': { attributes: [attributesOf({ phrases: SENTENCE }), attributesOf({ phrase_IDs: [SENTENCE] })] },
  'as comparison': {
    relationships: [
      relationshipOf({ relationship_names: [`comparison|yes|${SENTENCE}`], predicate: SENTENCE }),
      relationshipOf({ relationship_names: [`comparison|no|${SENTENCE}`], relationship_id: SENTENCE }),
      relationshipOf({ relationship_names: [SENTENCE] }),
    ],
  },
  'as two texts': {
    attributes: [attributesOf({ phrases: [SENTENCE] }), attributesOf({ phrases: [`${SENTENCE} `] })],
  },
};

const truncated = JSON.stringify(graphOf({ reason_for_exam: SENTENCE })).replace(/zebra.*$/s, '');
const broken = {
  'truncated.json': truncated,
  'sentence.json': SENTENCE,
  'quoted.json': JSON.stringify(SENTENCE),
  'latin1.json': Buffer.from(`{"reason_for_exam":"${SENTENCE} é"}`, 'latin1'),
};
const sentences = 'silver_dataset/cxr-mimic-v2.0.0-processed-sentences_all.txt';
const gold = 'gold_dataset/gold_all_sentences_500pts_1000studies.txt';

async function messages(t: ExecutionContext, warehouse: string): Promise<string> {
  const rows = await withWarehouse(warehouse, (ask) =>
    ask(`select code, json_pointer as place, message from quarantine
      union all select code, location, detail from data_issues`),
  );
  t.true(rows.length > 20, 'the cases are noticed');
  return JSON.stringify(rows);
}

test('no message repeats what could be report text, wherever it stands', async (t) => {
  const folder = await temporaryFolder(t);
  const files = Object.entries(graphs).map(([name, values], i) => [
    `silver_dataset/scene_graph/${name.replaceAll(' ', '_')}.json`,
    graphOf({ image_id: `image ${i}`, ...values }),
  ]);
  const brokenFiles = Object.entries(broken).map(([name, text]) => [
    `silver_dataset/scene_graph/${name}`,
    text,
  ]);
  const input = await writeFiles(join(folder, 'release'), {
    ...Object.fromEntries([...files, ...brokenFiles]),
    [sentences]: `subject_id\trad_id\tsent_loc\trow_id\tsection\tsentence\n${SENTENCE}\t${SENTENCE}\t"${SENTENCE}\n`,
    [gold]: SENTENCE,
    'semantics/label_to_UMLS_mapping.json': `{"all_children": "${SENTENCE}`,
    'semantics/attribute_relations_v1.txt': SENTENCE,
    'silver_dataset/splits/train.csv': `subject_id,study_id,dicom_id\n${SENTENCE},${SENTENCE},a1\n`,
  });
  for (const [out, option] of [
    ['lines', '--workers=1'],
    ['events', '--json'],
  ] as const) {
    const { code, stdout, stderr } = await runImagenome(['build', input, '--out', join(folder, out), option]);
    t.is(code, 3, stderr);
    t.notRegex(stdout + stderr, LEAK);
  }
  t.notRegex(await messages(t, join(folder, 'lines')), LEAK);
});

test('an error says nothing of what was read', async (t) => {
  const folder = await temporaryFolder(t);
  await writeFiles(join(folder, 'input'), broken);
  await writeFiles(folder, {
    'one.json': truncated,
    'sentence.zip': SENTENCE,
    'sentence.jsonl.gz': SENTENCE,
  });
  for (const name of ['input', 'one.json', 'sentence.zip', 'sentence.jsonl.gz']) {
    const { code, stdout, stderr } = await runImagenome([
      'build',
      join(folder, name),
      '--out',
      join(folder, 'w'),
    ]);
    t.is(code, 1, stderr);
    t.is(stdout, '');
    t.regex(stderr, /^imagenome: .*expected .*, found [^\n]*\n$/m);
    t.notRegex(stderr, LEAK);
  }
});
