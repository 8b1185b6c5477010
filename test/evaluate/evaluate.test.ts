import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { type ExecutionContext } from 'ava';
import { build } from '../../etl/build.js';
import type { Evaluation, Figure } from '../../etl/evaluate/index.js';
import { projectFile } from '../../etl/project.js';
import { synthesize } from '../../etl/synth/index.js';
import type { Truth } from '../../etl/synth/truth.js';
import { imagenome } from '../helpers/command.js';
import { withWarehouse } from '../helpers/warehouse.js';

let folder: string;
let release: string;
let out: string;
let evaluation: Evaluation;

/** Evaluates a warehouse as the command does with --json. */
async function evaluated(warehouse: string, ...options: string[]): Promise<Evaluation> {
  const { code, out, err } = await imagenome(
    'evaluate',
    warehouse,
    '--json',
    '--bootstrap',
    '50',
    ...options,
  );
  if (code !== 0) throw new Error(err);
  return JSON.parse(out);
}

test.before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'imagenome-test-'));
  [release, out] = [join(folder, 'release'), join(folder, 'warehouse')];
  await synthesize({ images: 120, seed: 3, out: release, workers: 1, loose: true, goldPatients: 40 });
  await build({ input: release, out, workers: 1 });
  evaluation = await evaluated(out, '--by', 'label');
});

test.after.always(() => rm(folder, { recursive: true, force: true }));

const outcomesOf = ({ tp, fp, fn }: Figure) => ({ tp, fp, fn });
const nothing = { tp: 0, fp: 0, fn: 0 };

async function truthOf(root: string): Promise<Truth> {
  return JSON.parse(await readFile(join(root, 'truth.json'), 'utf8'));
}

/** That every figure is what truth.json says, to the last digit. */
function isTrue(t: ExecutionContext, found: Evaluation, { gold, relations }: Truth): void {
  const { findings, comparisons, boxes, annotators } = gold.evaluation;
  const { regions, ...levels } = findings;
  t.deepEqual(Object.fromEntries(found.findings.map((one) => [one.level, outcomesOf(one)])), levels);
  for (const [matching, ofLevels] of Object.entries(comparisons)) {
    const own = found.comparisons.filter((one) => one.matching === matching);
    t.deepEqual(Object.fromEntries(own.map((one) => [one.level, outcomesOf(one)])), ofLevels, matching);
  }
  t.is(found.regions.length, 29);
  for (const region of found.regions) {
    const name = String(region.bbox_name);
    t.deepEqual(outcomesOf(region), regions[name] ?? nothing, name);
    if (boxes[name]) t.like(region, boxes[name], name);
    const { relations: n, without_box } = relations[name]!;
    t.is(region.without_box, without_box / n, name);
  }
  t.is(found.annotators.length, annotators.length);
  for (const [i, pair] of annotators.entries()) t.like(found.annotators[i], pair, pair.bbox_name);
}

test.serial('every figure is what truth.json has planted, to the last digit', async (t) => {
  const truth = await truthOf(release);
  isTrue(t, evaluation, truth);
  for (const name of ['findings', 'boxes', 'exams'] as const) {
    const { without_graph: _, ...planted } = truth.gold[name] as unknown as Record<string, number>;
    for (const [kind, n] of Object.entries(planted)) t.true(n > 0, `${name}: ${kind}`);
  }
});

test.serial('in a release with every fault the figures are those of truth.json, too', async (t) => {
  const [root, warehouse] = [join(folder, 'faulty'), join(folder, 'of_faulty')];
  await synthesize({ images: 500, seed: 6, out: root, workers: 2, defects: true, goldPatients: 40 });
  await build({ input: root, out: warehouse, workers: 2, derived: 'none' });
  const truth = await truthOf(root);
  t.is(truth.gold.exams.without_graph, 1);
  isTrue(t, await evaluated(warehouse), truth);
});

test.serial('each error is listed with what went wrong', async (t) => {
  const { gold } = await truthOf(release);
  const rows = await withWarehouse(out, (query) =>
    query(`select error, count(*)::integer as n from evaluation_findings
      where level = 'sentence' and outcome = 'fp' group by error`),
  );
  const found = Object.fromEntries(rows.map(({ error, n }) => [error, n]));
  t.is(found.polarity, gold.findings.flipped);
  t.true((found.region as number) >= gold.findings.moved);
  t.true((found.exam as number) > 0 && (found.added as number) > 0);
  const [exams] = await withWarehouse(out, (query) =>
    query(`select count(distinct image_id)::integer as n from evaluation_findings where error = 'exam'`),
  );
  t.is(exams!.n, gold.exams.without_findings);
});

const python = (() => {
  try {
    return execFileSync('python3', ['-c', 'import sys; assert sys.version_info >= (3, 9); print(1)'], {
      stdio: 'pipe',
    });
  } catch {
    return undefined;
  }
})();

(python ? test.serial : test.serial.skip)(
  'every figure is what Python computes from the files alone',
  async (t) => {
    const script = projectFile('test', 'evaluate', 'figures.py');
    const theirs = JSON.parse(execFileSync('python3', [script, release], { encoding: 'utf8' }));
    t.deepEqual(
      Object.fromEntries(evaluation.findings.map((one) => [one.level, outcomesOf(one)])),
      theirs.findings,
    );
    t.deepEqual(
      Object.fromEntries(
        evaluation.comparisons.map((one) => [`${one.matching} ${one.level}`, outcomesOf(one)]),
      ),
      theirs.comparisons,
    );
    for (const region of evaluation.regions) {
      const name = String(region.bbox_name);
      t.deepEqual(outcomesOf(region), theirs.breakdowns.region[name] ?? nothing, name);
      if (theirs.boxes[name]) t.like(region, theirs.boxes[name], name);
      t.is(region.without_box, theirs.without_box[name], name);
    }
    for (const pair of evaluation.annotators) {
      t.like(pair, theirs.annotators[`${pair.annotator} ${pair.other_annotator} ${pair.bbox_name}`]);
    }
    for (const by of ['label', 'category', 'region', 'cue']) {
      const { breakdown, comparison_breakdown } = await evaluated(out, '--by', by);
      const own = breakdown.filter(({ level }) => level === 'report');
      t.deepEqual(
        Object.fromEntries(own.map((one) => [one[by], outcomesOf(one)])),
        theirs.breakdowns[by],
        by,
      );
      const compared = comparison_breakdown.filter(({ level }) => level === 'report');
      if (by === 'category') continue;
      t.deepEqual(
        Object.fromEntries(compared.map((one) => [one[by], outcomesOf(one)])),
        theirs.comparison_breakdowns[by],
        by,
      );
    }
  },
);

test.serial('intervals hold the figure, and the same seed gives the same', async (t) => {
  for (const figure of [...evaluation.findings, ...evaluation.comparisons]) {
    t.true(Number(figure.f1_low) <= Number(figure.f1) && Number(figure.f1) <= Number(figure.f1_high));
    t.true(Number(figure.f1_low) < Number(figure.f1_high));
  }
  for (const {
    bbox_name,
    n_both,
    iou,
    iou_low,
    iou_high,
    corrected,
    corrected_low,
    corrected_high,
  } of evaluation.regions) {
    if (Number(n_both) === 0) continue;
    t.true(Number(iou_low) <= Number(iou) && Number(iou) <= Number(iou_high), String(bbox_name));
    t.true(Number(corrected_low) <= Number(corrected) && Number(corrected) <= Number(corrected_high));
  }
  const again = await imagenome('evaluate', out, '--json', '--bootstrap', '50', '--by', 'label');
  t.deepEqual(JSON.parse(again.out), evaluation);
  const other = await imagenome('evaluate', out, '--json', '--bootstrap', '50', '--seed', '2');
  t.notDeepEqual(JSON.parse(other.out).findings, evaluation.findings);
});

test.serial(
  'the terminal shows tables of at most 80 columns, without published figures of the real release',
  async (t) => {
    const { out: said } = await imagenome('evaluate', out, '--by', 'cue');
    for (const title of ['Table 2', 'Table 3', 'Table 4', 'Agreement', 'by cue'])
      t.true(said.includes(title), title);
    for (const line of said.split('\n')) t.true([...line].length <= 80, line);
    t.false(said.includes('page'));
    const labels = evaluation.breakdown.filter(({ level }) => level === 'report');
    const affirmed = evaluation.regions.reduce((sum, { annotations }) => sum + Number(annotations), 0);
    t.true(labels.reduce((sum, { annotations }) => sum + Number(annotations), 0) >= affirmed);
  },
);

test.serial('a warehouse without gold, or without one of its files, says so', async (t) => {
  const gold = join(release, 'gold_dataset');
  await rm(join(gold, 'gold_attributes_relations_500pts_500studies1st.txt'));
  const partly = join(folder, 'partly');
  await build({ input: release, out: partly, workers: 1, derived: 'none' });
  const said = await imagenome('evaluate', partly, '--bootstrap', '0');
  t.is(said.code, 0);
  t.false(said.out.includes('Table 2'));
  t.true(said.out.includes('Table 3'));
  t.true(said.out.includes('Without gold_attribute_relations: not found, or empty.'));
  await rm(gold, { recursive: true });
  const none = join(folder, 'none');
  await build({ input: release, out: none, workers: 1, derived: 'none' });
  const refused = await imagenome('evaluate', none);
  t.is(refused.code, 1);
  t.regex(
    refused.err,
    /expected gold tables, found none; build it from a release with its gold_dataset folder/,
  );
});
