import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import test from 'ava';
import { Parser } from 'n3';
import { formats } from '../../etl/export/registry.js';
import { labels, regions } from '../../etl/vocabulary/index.js';
import { imagenome } from '../helpers/command.js';
import { temporaryFolder } from '../helpers/temporary_folder.js';
import { type Row, withMemory, withWarehouse } from '../helpers/warehouse.js';
import { exportFixture, type Graph } from './fixture.js';

const fixture = exportFixture(test);

/** Exports into a new folder. Gives the folder, and what export.json says. */
async function exported(t: { teardown(end: () => Promise<void>): void }, ...words: string[]) {
  const [format, ...options] = words;
  const out = join(await temporaryFolder(t), 'out');
  const said = await imagenome('export', format!, fixture().warehouse, '--out', out, ...options);
  if (said.code !== 0) throw new Error(said.err);
  const record = JSON.parse(await readFile(join(out, 'export.json'), 'utf8'));
  const figures = Object.fromEntries(record.figures.map(({ name, value }: Row) => [name, value]));
  return { out, figure: (name: string) => Number(figures[name] ?? 0) };
}

const lines = async (path: string) => (await readFile(path, 'utf8')).split('\n').slice(0, -1);

/** The lines of all files with this suffix, as JSON. */
async function jsonLines(out: string): Promise<Row[]> {
  const names = (await readdir(out)).filter((name) => name.endsWith('.jsonl'));
  return (await Promise.all(names.map((name) => lines(join(out, name)))))
    .flat()
    .map((line) => JSON.parse(line));
}

/** Rows of a query over files of the export, in a DuckDB of its own. */
const ask = (query: string) => withMemory((one) => one(query));

test('yolo has the boxes of coco, divided by the size of the image', async (t) => {
  const coco = await exported(t, 'coco', '--regions', '26');
  const yolo = await exported(t, 'yolo', '--preset', '26');
  t.is(yolo.figure('boxes'), coco.figure('annotations'));
  for (const name of (await readdir(join(yolo.out, 'labels'))).sort()) {
    const { images, annotations } = JSON.parse(await readFile(join(coco.out, `${name}.json`), 'utf8'));
    t.deepEqual(
      await lines(join(yolo.out, `${name}.txt`)),
      images.map((image: Row) => `./images/${name}/${image.image_id}.jpg`),
    );
    for (const image of images) {
      const own = annotations.filter((one: Row) => one.image_id === image.id);
      const expected = own.map(
        ({ category_id, bbox: [x, y, w, h] }: { category_id: number; bbox: number[] }) => {
          const numbers = [
            (x! + w! / 2) / image.width,
            (y! + h! / 2) / image.height,
            w! / image.width,
            h! / image.height,
          ];
          return [category_id - 1, ...numbers];
        },
      );
      const found = (await lines(join(yolo.out, 'labels', name, `${image.image_id}.txt`))).map((line) =>
        line.split(' ').map(Number),
      );
      t.is(found.length, expected.length);
      for (const [i, row] of found.entries()) {
        t.is(row[0], expected[i]![0]);
        for (const [j, value] of row.entries()) t.true(Math.abs(value - expected[i]![j]!) < 1e-6);
      }
    }
  }
  t.regex(
    await readFile(join(yolo.out, 'data.yaml'), 'utf8'),
    /^path: \.\n.*train: train\.txt\n.*nc: 26\nnames:\n {2}0: /s,
  );
});

test('docs/exports.md lists every format with what it writes and who reads it, and has a section on it', async (t) => {
  const page = await readFile('docs/exports.md', 'utf8');
  const table = page.slice(page.indexOf('## Formats'), page.indexOf('### images')).split('\n');
  const rows = table
    .filter((line) => line.startsWith('| `'))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
  t.deepEqual(
    rows,
    formats.map(({ name, summary, clients }) => [`\`${name}\``, summary, clients]),
  );
  const sections = page.split('\n').filter((line) => line.startsWith('### '));
  const found = page.slice(page.indexOf('## What programs find'));
  for (const { name } of formats) {
    t.true(
      sections.some((line) => line.split(/ and |### /).includes(name)),
      name,
    );
    t.regex(found, new RegExp(`\n\\| \`${name}`), name);
  }
});

/** Mentions of findings in a graph: of which region, where in the report, which relation. */
function mentionsOf(graph: Graph) {
  return graph.attributes.flatMap(({ bbox_name, phrase_IDs, attributes }) =>
    attributes.flatMap((strings, i) =>
      strings.map((string) => {
        const [category_id, relation, label_name] = string.split('|') as [string, string, string];
        return { bbox_name, category_id, relation, label_name, place: Number(phrase_IDs[i]!.split('|')[1]) };
      }),
    ),
  );
}

/** By the last mention; yes before no in one sentence. */
function lastOf(mentions: readonly { place: number; relation: string }[]): 0 | 1 | null {
  if (mentions.length === 0) return null;
  const last = Math.max(...mentions.map(({ place }) => place));
  return mentions.some(({ place, relation }) => place === last && relation === 'yes') ? 1 : 0;
}

const snake = (name: string) => name.replace(/[^a-z0-9]+/g, '_').replace(/_$/, '');
const by = (rows: readonly Row[]) => new Map(rows.map((row) => [String(row.image_id), row]));

test('matrix: AnaXNet, 18 × 9, is worked out from the graphs; its mask, its CSV and its long form are the same', async (t) => {
  const { out, figure } = await exported(t, 'matrix');
  const found = await ask(
    `from read_parquet('${out}/*.parquet', filename = true) where not contains(filename, '_mask.')`,
  );
  const masks = by(await ask(`from read_parquet('${out}/*_mask.parquet')`));
  t.is(found.length, fixture().graphs.length);
  t.is(figure('rows'), found.length);
  const graphs = new Map(fixture().graphs.map((graph) => [graph.image_id, graph]));
  const findings = labels.filter(({ in_anaxnet_9 }) => in_anaxnet_9).map(({ label_name }) => label_name);
  const names = regions.filter(({ in_anaxnet_18 }) => in_anaxnet_18).map(({ bbox_name }) => bbox_name);
  const seen = { 0: 0, 1: 0, null: 0 };
  for (const row of found) {
    const mentions = mentionsOf(graphs.get(String(row.image_id))!);
    t.is(Object.keys(row).length, 3 + 18 * 9 + 1);
    for (const name of names) {
      for (const finding of findings) {
        const expected = lastOf(
          mentions.filter((one) => one.bbox_name === name && one.label_name === finding),
        );
        const column = `${snake(name)}__${snake(finding)}`;
        t.is(row[column] as number | null, expected, column);
        t.is(masks.get(String(row.image_id))![column], expected === null ? 0 : 1);
        seen[`${expected}`]++;
      }
    }
  }
  t.true(Object.values(seen).every((number) => number > 20));
  const long = await exported(t, 'matrix', '--layout', 'long', '--as', 'csv');
  const cells = await ask(
    `from read_csv('${long.out}/*.csv', filename = true) where not contains(filename, '_mask.')`,
  );
  const wide = by(found);
  t.is(cells.length, found.length * 18);
  for (const cell of cells) {
    for (const finding of findings) {
      const expected = wide.get(String(cell.image_id))![
        `${snake(String(cell.bbox_name))}__${snake(finding)}`
      ];
      t.is(cell[snake(finding)] === null ? null : Number(cell[snake(finding)]), expected as number | null);
    }
  }
});

test('matrix: MedVQA takes any affirmation, and normal as the inverse of abnormal', async (t) => {
  const { out } = await exported(t, 'matrix', '--preset', 'medvqa');
  const found = by(
    await ask(
      `from read_parquet('${out}/*.parquet', filename = true) where not contains(filename, '_mask.')`,
    ),
  );
  let inverse = 0;
  for (const graph of fixture().graphs) {
    const mentions = mentionsOf(graph);
    const row = found.get(graph.image_id)!;
    const any = (said: boolean[]) => (said.length === 0 ? null : said.some((one) => one) ? 1 : 0);
    const left = mentions.filter(({ bbox_name }) => bbox_name === 'left lung');
    const said = (label: string) =>
      left.filter(({ label_name }) => label_name === label).map(({ relation }) => relation === 'yes');
    t.is(row.left_lung__pneumothorax as number | null, any(said('pneumothorax')));
    t.is(
      row.left_lung__abnormal as number | null,
      any([...said('abnormal'), ...said('normal').map((one) => !one)]),
    );
    inverse += said('normal').length;
    t.false('left_lung__normal' in row);
  }
  t.true(inverse > 5);
});

test('matrix: the classes of CheXpert follow the crosswalk of the docs; a study is what its images say', async (t) => {
  const page = await readFile('docs/exports.md', 'utf8');
  const rows = [...page.matchAll(/^\| ([A-Z][A-Za-z ]+?) +\| ([a-z(][^|]*?) +\|$/gm)].map(
    ([, name, list]) => [name!, list!] as const,
  );
  const crosswalk = new Map(
    rows.filter(([, list]) => !list.startsWith('(')).map(([name, list]) => [name, list.split(', ')]),
  );
  t.is(crosswalk.size, 13);
  const { out } = await exported(
    t,
    'matrix',
    '--preset',
    'chexpert-14',
    '--regions',
    'whole',
    '--per',
    'study',
  );
  const found = await ask(
    `from read_parquet('${out}/*.parquet', filename = true) where not contains(filename, '_mask.')`,
  );
  const studies = new Map(fixture().graphs.map((graph) => [Number(graph.study_id), graph]));
  t.is(found.length, studies.size);
  let [without, verdicts] = [0, 0];
  for (const row of found) {
    const mentions = mentionsOf(studies.get(Number(row.study_id))!);
    const cells: Record<string, number | null> = {};
    for (const [name, list] of crosswalk) {
      const decided = regions.flatMap(({ bbox_name }) =>
        list.map((label) =>
          lastOf(mentions.filter((one) => one.bbox_name === bbox_name && one.label_name === label)),
        ),
      );
      const known = decided.filter((value) => value !== null);
      cells[name] = known.length === 0 ? null : Math.max(...known);
      t.is(row[name.toLowerCase().replaceAll(' ', '_')] as number | null, cells[name], name);
      if (known.length === 0) without++;
    }
    const called = (label: string) =>
      regions.some(
        ({ bbox_name }) =>
          lastOf(mentions.filter((one) => one.bbox_name === bbox_name && one.label_name === label)) === 1,
      );
    const isAgainst =
      Object.entries(cells).some(([name, value]) => name !== 'Support Devices' && value === 1) ||
      called('abnormal');
    t.is(row.no_finding as number | null, isAgainst ? 0 : called('normal') ? 1 : null);
    verdicts += row.no_finding === null ? 0 : 1;
  }
  t.true(without > 10 && verdicts > 10);
});

test('pairs: every progression whose two images are of one patient and one split, and no other', async (t) => {
  const { warehouse } = fixture();
  for (const [classes, view, column] of [
    ['five', 'progressions', 'progression'],
    ['three', 'pair_progressions', 'strict_majority'],
  ]) {
    const { out, figure } = await exported(t, 'pairs', '--classes', classes!);
    const rows = await ask(
      `select image_id, previous_image_id, bbox_name, label_name, progression from read_parquet('${out}/*.parquet') order by all`,
    );
    const expected = await withWarehouse(warehouse, (one) =>
      one(`select v.image_id, v.previous_image_id, bbox_name, label_name, ${column} as progression from ${view} as v
        join cohort as a on a.image_id = v.image_id join cohort as b on b.image_id = v.previous_image_id
        where a.patient_id = b.patient_id and a.split is not distinct from b.split and ${column} is not null order by all`),
    );
    t.true(rows.length > 50);
    t.deepEqual(rows, expected);
    const pairs = await jsonLines(out);
    t.is(pairs.length, figure('pairs'));
    const listed = pairs.flatMap((pair) =>
      (pair.progressions as Row[]).map(({ bbox_name, label_name, progression }) => ({
        ...{ image_id: pair.image_id, previous_image_id: pair.previous_image_id },
        ...{ bbox_name, label_name, progression },
      })),
    );
    const key = (row: Row) => Object.values(row).join('|');
    t.deepEqual(listed.map(key).sort(), expected.map(key).sort());
    const studies = new Map(fixture().graphs.map((graph) => [graph.image_id, graph]));
    for (const pair of pairs) {
      for (const [path, id] of [
        [pair.image, pair.image_id],
        [pair.previous_image, pair.previous_image_id],
      ]) {
        const graph = studies.get(String(id))!;
        t.true(String(path).endsWith(`/p${graph.patient_id}/s${graph.study_id}/${id}.jpg`));
        t.is(graph.patient_id, Number(pair.patient_id));
      }
    }
  }
});

test('pairs: what a condition parts is left out, and counted', async (t) => {
  const { warehouse } = fixture();
  const all = await exported(t, 'pairs', '--classes', 'three');
  const [first] = await withWarehouse(warehouse, (one) =>
    one(
      'select previous_image_id as id, count(distinct image_id) as n from pair_progressions group by all order by n desc, id limit 1',
    ),
  );
  const { out, figure } = await exported(
    t,
    'pairs',
    '--classes',
    'three',
    '--where',
    `image_id <> '${first!.id}'`,
  );
  t.is(figure('pairs_left_out'), all.figure('pairs_left_out') + Number(first!.n));
  for (const { image_id, previous_image_id } of await jsonLines(out)) {
    t.not(image_id, first!.id);
    t.not(previous_image_id, first!.id);
  }
});

test('pairs in the form of MS-CXR-T: columns, words and strict majorities', async (t) => {
  const { out, figure } = await exported(t, 'pairs', '--form', 'ms-cxr-t');
  const head =
    'dicom_id,study_id,subject_id,previous_dicom_id,previous_study_id,consolidation_progression,edema_progression,pleural_effusion_progression,pneumonia_progression,pneumothorax_progression';
  t.is((await lines(join(out, 'train.csv')))[0], head);
  const found = await ask(
    `unpivot (from read_csv('${out}/*.csv', all_varchar = true)) on ${head.split(',').slice(5).join(', ')} into name finding value progression order by all`,
  );
  const expected = await withWarehouse(fixture().warehouse, (one) =>
    one(`with named(label_name, finding) as (values ('consolidation', 'consolidation'), ('pulmonary edema/hazy opacity', 'edema'),
        ('pleural effusion', 'pleural_effusion'), ('pneumonia', 'pneumonia'), ('pneumothorax', 'pneumothorax')),
      votes as (select image_id, previous_image_id, finding, unnest([n_improved, n_worsened, n_no_change]) as n, unnest(['improving', 'worsening', 'stable']) as progression
        from pair_progressions join named using (label_name)),
      summed as (select image_id, previous_image_id, finding, progression, sum(n) as n from votes group by all)
      select image_id, previous_image_id, finding || '_progression' as finding, progression from summed
      join cohort as a using (image_id) join cohort as b on b.image_id = previous_image_id
      where a.split is not distinct from b.split and a.patient_id = b.patient_id
      qualify 2 * n > sum(n) over (partition by image_id, previous_image_id, finding)`),
  );
  const key = (row: Row) =>
    [
      row.dicom_id ?? row.image_id,
      row.previous_dicom_id ?? row.previous_image_id,
      row.finding,
      row.progression,
    ].join();
  t.true(found.length > 10);
  t.deepEqual(found.map(key).sort(), expected.map(key).sort());
  t.true(figure('pairs') > 0);
});

test('pairs for CheXRelFormer: what its loader looks up is there', async (t) => {
  const { out, figure } = await exported(t, 'pairs', '--form', 'chexrelformer');
  const names = (
    await Promise.all((await readdir(join(out, 'list'))).map((name) => lines(join(out, 'list', name))))
  ).flat();
  t.is(names.length, figure('pairs'));
  t.true(names.length > 5);
  const rows = await ask(
    `from read_csv('${out}/*.csv', filename = true, union_by_name = true, all_varchar = true) where not contains(filename, 'links.csv')`,
  );
  const places = new Set((await lines(join(out, 'links.csv'))).map((line) => line.split(',')[0]));
  for (const name of names) {
    const row = rows.find((one) => `${one.current_image_id}_${one.previous_image_id}.jpg` === name)!;
    t.regex(String(row.bbox_coord_224_subject), /^\[\d+, \d+, \d+, \d+\]$/);
    t.is(row.sentence, null);
    const label = await readFile(join(out, 'label', name.replace('.jpg', '.txt')), 'utf8');
    t.true(['worsened', 'improved', 'no change'].includes(label));
    t.is(label, String(row.comparison));
    t.true(places.has(`A/${name}`) && places.has(`B/${name}`));
  }
});

test('grounding: boxes and sentences of the graphs, as a table and as conversations', async (t) => {
  for (const task of ['locate', 'describe', 'both']) {
    const { out, figure } = await exported(t, 'grounding', '--task', task);
    const rows = await ask(`from read_parquet('${out}/*.parquet')`);
    t.is(rows.length, figure('regions'));
    const conversations = await jsonLines(out);
    t.is(conversations.length, rows.length * (task === 'both' ? 2 : 1));
    const graphs = new Map(fixture().graphs.map((graph) => [graph.image_id, graph]));
    for (const row of rows) {
      const graph = graphs.get(String(row.image_id))!;
      if (task !== 'describe') t.true(graph.objects.some((one) => one.bbox_name === row.bbox_name));
      if (task === 'locate') continue;
      const own = graph.attributes
        .filter(({ bbox_name }) => bbox_name === row.bbox_name)
        .flatMap(({ phrases }) => phrases);
      for (const phrase of own) t.true(String(row.text).includes(phrase.replace(/\s+/g, ' ').trim()), phrase);
    }
    const said = new Map(rows.map((row) => [`${row.image_id} ${row.bbox_name}`, row]));
    for (const { image_id, bbox_name, task: kind, messages } of conversations) {
      const row = said.get(`${image_id} ${bbox_name}`)!;
      const [question, answer] = messages as { role: string; content: string }[];
      t.deepEqual([question!.role, answer!.role], ['user', 'assistant']);
      if (kind === 'describe') t.is(answer!.content, row.text as string);
      else {
        const corners = ['x1', 'y1', 'x2', 'y2'].map((corner) => (Number(row[corner]) / 224).toFixed(3));
        const close = JSON.parse(answer!.content).every(
          (value: number, i: number) => Math.abs(value - Number(corners[i])) < 0.0011,
        );
        t.true(close, `${answer!.content} ${corners}`);
      }
    }
  }
});

test('grounding and questions of a cohort are the rows that the views have of it', async (t) => {
  const cohort = ['--where', "viewpoint = 'PA'"];
  const texts = 'image_id, bbox_name, text, phrase_ids';
  const described = await exported(t, 'grounding', '--task', 'describe', ...cohort);
  const answers = 'study_id, question, findings_yes, findings_no';
  const asked = await exported(t, 'questions', ...cohort);
  const [regions, studies] = await withWarehouse(fixture().warehouse, (one) =>
    Promise.all([
      one(
        `select ${texts} from anatomy_descriptions semi join (from images where viewpoint = 'PA') using (image_id) order by all`,
      ),
      one(
        `select ${answers} from exam_questions semi join (from images where viewpoint = 'PA') using (study_id) where question is not null order by all`,
      ),
    ]),
  );
  t.true(regions!.length > 0 && studies!.length > 0);
  const parquet = (out: string) => `read_parquet('${out}/*.parquet', union_by_name = true)`;
  t.deepEqual(await ask(`select ${texts} from ${parquet(described.out)} order by all`), regions);
  t.deepEqual(await ask(`select ${answers} from ${parquet(asked.out)} order by all`), studies);
});

test('questions: one per study with a reason for exam, with every sentence of its report', async (t) => {
  const { out, figure } = await exported(t, 'questions');
  const rows = await ask(`from read_parquet('${out}/*.parquet')`);
  const asked = new Map(
    fixture()
      .graphs.filter((one) => one.reason_for_exam !== null)
      .map((one) => [Number(one.study_id), one]),
  );
  t.is(rows.length, asked.size);
  t.is(figure('studies'), asked.size);
  for (const row of rows) {
    const graph = asked.get(Number(row.study_id))!;
    t.is(String(row.question), String(graph.reason_for_exam));
    const phrases = new Map(
      graph.attributes.flatMap(({ phrases, phrase_IDs }) => phrase_IDs.map((id, i) => [id, phrases[i]!])),
    );
    t.deepEqual([...(row.sentences as string[])].sort(), [...phrases.values()].sort());
  }
  const columns = 'study_id, patient_id, question, sentences, findings_yes, findings_no';
  const expected = await withWarehouse(fixture().warehouse, (one) =>
    one(`select ${columns} from exam_questions where question is not null order by all`),
  );
  t.deepEqual(await ask(`select ${columns} from read_parquet('${out}/*.parquet') order by all`), expected);
  t.is((await jsonLines(out)).length, rows.length);
});

test('tsv: names, columns and rows that readers of the dataset’s own files count on', async (t) => {
  const { out, figure } = await exported(t, 'tsv');
  const { graphs } = fixture();
  const [attributes, boxes, comparisons] = await Promise.all(
    ['attribute_relations', 'bbox_objects', 'comparison_relations'].map((name) =>
      ask(
        `from read_csv('${out}/${name}_tabular.txt', delim = '\t', header = true, all_varchar = true, quote = '"')`,
      ),
    ),
  );
  const cues = ['severity', 'temporal', 'texture', 'laterality'];
  const expected = graphs.flatMap((graph) =>
    mentionsOf(graph).filter(({ category_id }) => !cues.includes(category_id)),
  );
  t.is(attributes!.length, expected.length);
  t.is(
    attributes!.filter(({ relation }) => relation === '1').length,
    expected.filter(({ relation }) => relation === 'yes').length,
  );
  t.is(
    boxes!.length,
    graphs.reduce((sum, { objects }) => sum + objects.length, 0),
  );
  t.is(comparisons!.length, figure('comparison_relations'));
  for (const column of [
    'study_id',
    'image_id',
    'sent_loc',
    'row_id',
    'bbox',
    'categoryID',
    'label_name',
    'relation',
  ]) {
    t.true(column in attributes![0]!, column);
  }
  for (const column of ['object_id', 'x1', 'y1', 'x2', 'y2', 'width', 'height', 'bbox_name'])
    t.true(column in boxes![0]!, column);
  t.true(
    attributes!.every(({ sent_loc, row_id }) => row_id === null || String(row_id).endsWith(`|${sent_loc}`)),
  );
  t.true(boxes!.every(({ object_id, image_id }) => String(object_id).split('_')[0] === image_id));
  const head = (await lines(join(out, 'comparison_relations_tabular.txt')))[0];
  t.true(
    head!.startsWith(
      'relationship_id\tsubject_id\tobject_id\tbbox\tcomparison\tattribute\tsentence\tbbox_coord_224_subject\tbbox_coord_224_object\tbbox_coord_original_subject\tbbox_coord_original_object',
    ),
  );
});

test('rdf: each form has what the graphs affirm and deny by their last mention', async (t) => {
  const mentions = fixture().graphs.flatMap((graph) =>
    mentionsOf(graph)
      .filter(({ category_id }) => !['severity', 'temporal', 'texture', 'laterality'].includes(category_id))
      .map((one) => ({ ...one, study_id: graph.study_id })),
  );
  const groups = new Map<string, typeof mentions>();
  for (const one of mentions) {
    const key = [one.study_id, one.bbox_name, one.category_id, one.label_name].join();
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  const expected = [...groups]
    .map(([key, own]) => `${key},${lastOf(own) === 1 ? 'affirms' : 'denies'}`)
    .sort();
  t.true(expected.some((key) => key.endsWith('denies')) && expected.some((key) => key.endsWith('affirms')));

  const json = await exported(t, 'rdf');
  const studies = JSON.parse(
    await readFile(join(json.out, 'study_level_attribute_rdfgraphs.json'), 'utf8'),
  ) as Record<string, [[string, string], [string, string], string][]>;
  t.deepEqual(
    Object.keys(studies).sort(),
    [...new Set(fixture().graphs.map(({ study_id }) => String(study_id)))].sort(),
  );
  const inJson = Object.entries(studies).flatMap(([study_id, edges]) =>
    edges
      .filter(([, , relation]) => relation.endsWith('_annotation'))
      .map(([[label, type], [location], relation]) =>
        [
          study_id,
          location.split('|')[0],
          type.replace('_annotation', ''),
          label.split('|')[0],
          relation.startsWith('NOT') ? 'denies' : 'affirms',
        ].join(),
      ),
  );
  t.deepEqual(inJson.sort(), expected);
  const inLines = await jsonLines((await exported(t, 'rdf', '--form', 'jsonl')).out);
  t.deepEqual(Object.fromEntries(inLines.map(({ study_id, edges }) => [study_id, edges])), studies);

  for (const [form, file] of [
    ['ntriples', 'studies.nt'],
    ['turtle', 'studies.ttl'],
  ]) {
    const { out } = await exported(t, 'rdf', '--form', form!);
    const quads = new Parser().parse(await readFile(join(out, file!), 'utf8'));
    const parts = (iri: string) => iri.split(':').slice(2).map(decodeURIComponent);
    const found = quads
      .filter(({ predicate }) => /:(affirms|denies)$/.test(predicate.value))
      .map(({ subject, predicate, object }) => {
        const [, study_id, , bbox_name] = parts(subject.value);
        return [study_id, bbox_name, ...parts(object.value), predicate.value.split(':').at(-1)].join();
      });
    t.deepEqual(found.sort(), expected);
    t.true(quads.some(({ object }) => /^https:\/\/identifiers\.org\/umls:C[0-9L]\d+$/.test(object.value)));
  }
});
