import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'ava';
import { build } from '../../etl/build.js';
import type { BuildOptions } from '../../etl/build_options.js';
import type { Evaluation } from '../../etl/evaluate/index.js';
import { synthesize } from '../../etl/synth/index.js';
import { imagenome } from '../helpers/command.js';
import { withWarehouse } from '../helpers/warehouse.js';
import { database } from '../synth/release.js';

let folder: string;
let release: string;
let whole: string;
let expected: Evaluation;

async function evaluated(warehouse: string, ...options: string[]): Promise<Evaluation> {
  const { code, out, err } = await imagenome('evaluate', warehouse, '--json', '--bootstrap', '0', ...options);
  if (code !== 0) throw new Error(err);
  return JSON.parse(out);
}

async function built(input: string, name: string, options: Partial<BuildOptions> = {}): Promise<string> {
  const out = join(folder, name);
  await build({ input, out, workers: 1, derived: 'none', ...options });
  return out;
}

test.before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'imagenome-test-'));
  release = join(folder, 'release');
  await synthesize({ images: 60, seed: 5, out: release, workers: 1, loose: true, goldPatients: 16 });
  const lists = join(release, 'mimic-cxr-jpg');
  const labels = {
    chexpert: join(lists, 'mimic-cxr-2.0.0-chexpert.csv.gz'),
    negbio: join(lists, 'mimic-cxr-2.0.0-negbio.csv.gz'),
  };
  whole = await built(release, 'whole', labels);
  expected = { ...(await evaluated(whole)), labels: [] };
});

test.after.always(() => rm(folder, { recursive: true, force: true }));

/** Gold files by their table, and the parts of an evaluation that need them. */
const parts = {
  'gold_attributes_relations_500pts_500studies1st.txt': {
    table: 'gold_attribute_relations',
    part: 'findings',
  },
  'gold_comparison_relations_500pts_500studies2nd.txt': {
    table: 'gold_comparison_relations',
    part: 'comparisons',
  },
} as const;

/** A copy of the release whose gold files are changed. */
async function changed(
  name: string,
  change: (text: string, file: string) => string | undefined,
): Promise<string> {
  const copy = join(folder, name);
  await cp(release, copy, { recursive: true });
  for (const file of [...Object.keys(parts), ...boxFiles]) {
    const path = join(copy, 'gold_dataset', file);
    const text = change(await readFile(path, 'utf8'), file);
    if (text === undefined) await rm(path);
    else await writeFile(path, text);
  }
  return copy;
}

const annotators = ['1_C', '1_W', '2_J', '2_S'];
const boxFiles = [
  'gold_bbox_coordinate_annotations_1000images.csv',
  ...annotators.map((name) => `bbox_coordinate_annotations_${name}.csv`),
];

test.serial('columns in another order and further ones change nothing', async (t) => {
  const input = await changed('reordered', (text) => text);
  const query = await database();
  for (const file of [...Object.keys(parts), ...boxFiles]) {
    const path = join(input, 'gold_dataset', file);
    const rows = `read_csv('${join(release, 'gold_dataset', file)}', all_varchar = true, header = true, quote = '"', escape = '"')`;
    const columns = (await query(`describe select * from ${rows}`)).map(
      ({ column_name }) => `"${column_name}"`,
    );
    const delimiter = file.endsWith('.csv') ? ',' : '\t';
    await query(`copy (select 'x' as reviewer, ${columns.reverse().join(', ')} from ${rows})
      to '${path}' (header, delimiter '${delimiter}')`);
  }
  t.deepEqual(await evaluated(await built(input, 'of_reordered')), expected);
});

for (const [file, { table, part }] of Object.entries(parts)) {
  for (const [how, change] of [
    ['absent', () => undefined],
    ['without a row', (text: string) => `${text.split('\n')[0]}\n`],
  ] as const) {
    test.serial(`${file} ${how}: what does not need it is as it was`, async (t) => {
      const name = `${part}_${how.replaceAll(' ', '_')}`;
      const input = await changed(name, (text, other) => (other === file ? change(text) : text));
      const found = await evaluated(await built(input, `of_${name}`));
      t.deepEqual(found[part], []);
      t.deepEqual(found.absent, [table]);
      for (const other of ['findings', 'comparisons', 'annotators'] as const) {
        if (other !== part) t.deepEqual(found[other], expected[other], other);
      }
    });
  }
}

test.serial(
  'without boxes the regions have none, and without annotators there is no agreement',
  async (t) => {
    const input = await changed('boxless', (text, file) => (boxFiles.includes(file) ? undefined : text));
    const found = await evaluated(await built(input, 'of_boxless'));
    t.deepEqual(found.absent, ['gold_bboxes', 'gold_annotator_bboxes']);
    t.deepEqual(found.annotators, []);
    t.deepEqual(found.findings, expected.findings);
    for (const [i, { iou, corrected, f1 }] of found.regions.entries()) {
      t.deepEqual([iou, corrected], [null, null]);
      t.is(f1, expected.regions[i]!.f1!);
    }
  },
);

test.serial('study labels are compared with CheXpert and NegBio where these are given', async (t) => {
  const { labels } = await evaluated(whole);
  t.is(labels.length, 2 * 15 * 3);
  const one = (label: string) =>
    labels.find(
      ({ labeler, report_label, uncertain }) =>
        labeler === 'chexpert' && report_label === label && uncertain === 'yes',
    )!;
  t.true(Number(one('Pleural Effusion').mcc) > 0.9);
  t.true(Number(one('all').kappa) > 0.95);
});

test.serial('boxes of another file are compared by region and by finding, in either frame', async (t) => {
  const rows = await withWarehouse(whole, (query) =>
    query(`select image_id, bbox_name, x1, y1, x2, y2, original_x1, original_y1, original_width, original_height
      from objects where bbox_name in ('left lung', 'spine') order by image_id, bbox_name`),
  );
  const halves = join(folder, 'halves.csv');
  const lines = rows.map((row) => {
    const { image_id, bbox_name, x1, y1, x2, y2 } = row as Record<string, number | string>;
    return [`${image_id}.dcm`, bbox_name, x1, y1, (Number(x1) + Number(x2)) / 2, y2].join(',');
  });
  await writeFile(halves, `DICOM_ID,Region,x1,y1,x2,y2\n${lines.join('\n')}\nunknown,left lung,1,1,2,2\n`);
  const { other_boxes: byRegion } = await evaluated(whole, '--boxes', halves, '--box-frame', '224');
  t.deepEqual(
    byRegion.map(({ name }) => name),
    ['left lung', 'spine', 'all'],
  );
  const all = byRegion.at(-1)!;
  t.is(all.boxes, rows.length + 1);
  t.is(all.without_graph, 1);
  for (const { iou, iop, iot } of byRegion) {
    t.true([iou, iop].every((value) => Math.abs(Number(value) - 0.5) < 1e-9));
    t.is(iot, 1);
  }
  const findings = join(folder, 'findings.tsv');
  const boxed = await withWarehouse(whole, (query) =>
    query(`select image_id, original_x1, original_y1, original_width, original_height
      from objects join region_findings using (image_id, bbox_name)
      where label_name = 'pleural effusion' and last_mention = 'yes' order by image_id, bbox_name limit 12`),
  );
  await writeFile(
    findings,
    `dicom_id\tcategory_name\tx\ty\tw\th\n${boxed
      .map((row) => {
        const { image_id, ...box } = row as Record<string, number | string>;
        return [image_id, 'Pleural Effusion', ...Object.values(box)].join('\t');
      })
      .join('\n')}\n`,
  );
  const { other_boxes: byFinding } = await evaluated(whole, '--boxes', findings);
  t.like(byFinding[0], {
    name: 'Pleural Effusion',
    kind: 'finding',
    boxes: boxed.length,
    not_found: 0,
    iou: 1,
  });
});

test.serial('wrong options say what is expected', async (t) => {
  const says = async (code: number, words: RegExp, ...options: string[]) => {
    const found = await imagenome('evaluate', whole, ...options);
    t.is(found.code, code, found.err);
    t.regex(found.err, words);
  };
  await says(2, /--by.*label.*category.*region.*cue/s, '--by', 'letter');
  await says(2, /--bootstrap/, '--bootstrap', '-1');
  await says(2, /--seed/, '--seed', 'x');
  await says(2, /one format/, '--json', '--csv');
  await says(2, /--box-frame: expected --boxes FILE/, '--box-frame', '224');
  await says(
    2,
    /--boxes: expected a CSV or TSV of boxes at .*nowhere.csv, found nothing/,
    '--boxes',
    join(folder, 'nowhere.csv'),
  );
  await writeFile(join(folder, 'wrong.csv'), 'a,b\n1,2\n');
  await says(
    2,
    /wrong.csv: expected the columns image_id.*; found a, b/,
    '--boxes',
    join(folder, 'wrong.csv'),
  );
});

test.serial('the same figures as JSON, CSV and Markdown', async (t) => {
  const csv = await imagenome('evaluate', whole, '--csv', '--bootstrap', '0');
  const [head, ...lines] = csv.out.trimEnd().split('\n');
  t.true(head!.startsWith('part,'));
  const figures = [expected.findings, expected.comparisons, expected.regions, expected.annotators];
  t.is(lines.length, figures.flat().length + 2 * 15 * 3);
  const markdown = await imagenome('evaluate', whole, '--markdown', '--bootstrap', '0');
  t.regex(markdown.out, /^## Table 2: relations of findings\n\n\| level/);
  t.is(markdown.out.match(/^## /gm)!.length, 5);
});

test.serial(
  'of a release that is not synthetic, published figures and counts stand next to ours',
  async (t) => {
    const input = join(folder, 'not_synthetic');
    await cp(release, input, { recursive: true });
    await rm(join(input, 'SYNTHETIC.txt'));
    const out = await built(input, 'of_not_synthetic');
    const found = await evaluated(out);
    t.like(found.findings[0], { level: 'sentence', published_annotations: 21593, published_f1: 0.939 });
    t.like(
      found.regions.find(({ bbox_name }) => bbox_name === 'svc'),
      { published_iou: 0.995 },
    );
    const said = await imagenome('evaluate', out, '--bootstrap', '0');
    t.regex(said.out, /F1 page/);
    const checked = await imagenome('check', out);
    t.is(checked.code, 0, checked.err);
    t.regex(
      checked.out,
      /^Published counts: another number of scene graphs: 60 instead of 243310\n.*\n *243310 +60 +scene graphs\n/m,
    );
    const synthetic = await imagenome('check', whole);
    t.regex(synthetic.out, /\d+ published counts: not applicable: the release is synthetic/);
    const quick = await imagenome('check', whole, '--quick');
    t.notRegex(quick.out, /published counts/);
  },
);
