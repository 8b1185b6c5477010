import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'ava';
import { build } from '../../etl/build.js';
import type { Evaluation, Figure } from '../../etl/evaluate/index.js';
import { projectFile } from '../../etl/project.js';
import { synthesize } from '../../etl/synth/index.js';
import { imagenome } from '../helpers/command.js';

let folder: string;
let release: string;
let out: string;
let evaluation: Evaluation;

test.before(async (t) => {
  folder = await mkdtemp(join(tmpdir(), 'imagenome-test-'));
  [release, out] = [join(folder, 'release'), join(folder, 'warehouse')];
  await synthesize({ images: 120, seed: 3, out: release, workers: 1, loose: true, goldPatients: 20 });
  await build({ input: release, out, workers: 1 });
  const { code, out: said } = await imagenome(
    'evaluate',
    out,
    '--json',
    '--bootstrap',
    '50',
    '--by',
    'label',
  );
  t.is(code, 0);
  evaluation = JSON.parse(said);
});

test.after.always(() => rm(folder, { recursive: true, force: true }));

const outcomesOf = ({ tp, fp, fn }: Figure) => ({ tp, fp, fn });

test.serial('the figures of sentences and boxes are those that truth.json has planted', (t) => {
  const { gold } = JSON.parse(readFileSync(join(release, 'truth.json'), 'utf8'));
  const rows = gold.rows['gold_attributes_relations_500pts_500studies1st.txt'];
  const { flipped, dropped, added } = gold.findings;
  const sentences = evaluation.findings.find(({ level }) => level === 'sentence')!;
  t.deepEqual(outcomesOf(sentences), {
    tp: rows - flipped - added,
    fp: flipped + dropped,
    fn: flipped + added,
  });
  t.true(flipped > 0 && dropped > 0 && added > 0);
  const sum = (of: (region: Figure) => number) =>
    evaluation.regions.reduce((total, one) => total + of(one), 0);
  t.is(
    sum(({ n_gold_only }) => Number(n_gold_only)),
    gold.boxes.drawn,
  );
  t.is(
    sum(({ n_neither }) => Number(n_neither)),
    gold.boxes.absent,
  );
  const present = ({ n_both, n_gold_only }: Figure) => Number(n_both) + Number(n_gold_only);
  t.is(
    Math.round(sum((region) => Number(region.corrected) * present(region))),
    gold.boxes.shifted + gold.boxes.drawn,
  );
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
  'Tables 2, 3 and 4 are those that Python computes from the files alone',
  (t) => {
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
    t.is(evaluation.regions.length, 29);
    for (const region of evaluation.regions) {
      const name = String(region.bbox_name);
      t.deepEqual(outcomesOf(region), theirs.regions[name] ?? { tp: 0, fp: 0, fn: 0 }, name);
      const boxes = theirs.boxes[name];
      if (!boxes) continue;
      t.true(Math.abs(Number(region.iou) - boxes.iou) < 1e-12, name);
      t.true(Math.abs(Number(region.corrected) - boxes.corrected) < 1e-12, name);
    }
  },
);

test.serial('intervals hold the figure, and the same seed gives the same', async (t) => {
  for (const figure of [...evaluation.findings, ...evaluation.comparisons]) {
    t.true(Number(figure.f1_low) <= Number(figure.f1) && Number(figure.f1) <= Number(figure.f1_high));
    t.true(Number(figure.f1_low) < Number(figure.f1_high));
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
