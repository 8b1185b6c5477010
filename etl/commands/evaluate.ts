import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { csvLine } from '../csv.js';
import { EXIT, UserError, usageError } from '../error.js';
import {
  type Breakdown,
  breakdowns,
  type Evaluation,
  evaluate,
  type Figure,
  frames,
  type OtherBoxes,
} from '../evaluate/index.js';
import { tableOf } from '../markdown.js';
import { shellWord } from '../shell_word.js';
import { screenOf } from '../terminal/screen.js';
import { fitTable } from '../terminal/table.js';
import type { Command, Values } from './command.js';
import { evaluationTables } from './evaluation_tables.js';
import { oneOf, wholeNumber } from './options.js';
import { DEFAULT_WAREHOUSE, withWarehouse } from './warehouse.js';

const help = `Compares the graphs of a warehouse with its gold tables: Tables 2, 3 and 4 of
the dataset's page.

Examples:
  imagenome evaluate output/warehouse
  imagenome evaluate output/warehouse --by label --markdown
  imagenome evaluate output/warehouse --json --bootstrap 2000 --seed 7

DIR is ${DEFAULT_WAREHOUSE} unless given. The rows behind the figures are in
the views evaluation_findings, evaluation_comparisons, evaluation_boxes and
annotator_agreement; docs/evaluation.md says how they count.

Options:
  --by WHAT       affirmed findings, and comparisons, by label, category, region or
                  cue, too
  --bootstrap N   draws of patients for the 95 % intervals (default 1000; 0: no intervals)
  --seed S        seed of the draws (default 1)
  --boxes FILE    compare a CSV or TSV of boxes, too: by region (bbox_name), or by
                  finding (label_name, or a CheXpert label)
  --box-frame F   frame of these: original (pixels of the image) or 224; original
                  unless given
  --json          one object with every figure
  --csv           one line per figure
  --markdown      the tables in Markdown

Exit codes: 0 done · 1 failed, or no gold tables · 2 wrong usage`;

const command: Command = {
  help,
  options: {
    by: { type: 'string' },
    bootstrap: { type: 'string' },
    seed: { type: 'string' },
    boxes: { type: 'string' },
    'box-frame': { type: 'string' },
    json: { type: 'boolean', default: false },
    csv: { type: 'boolean', default: false },
    markdown: { type: 'boolean', default: false },
  },
  async run(values, positionals, io) {
    const [folder = DEFAULT_WAREHOUSE, ...others] = positionals;
    if (others.length > 0) throw usageError(`evaluate: expected one DIR, found ${positionals.length}`);
    const formats = ['json', 'csv', 'markdown'].filter((name) => values[name]);
    if (formats.length > 1) throw usageError(`evaluate: expected one format, found ${formats.join(' and ')}`);
    const draws = wholeNumber(values, { name: 'bootstrap', least: 0, most: 100_000, unless: 1000 });
    const seed = wholeNumber(values, { name: 'seed', least: 0, most: 4_294_967_295, unless: 1 });
    const words = Object.keys(breakdowns) as Breakdown[];
    const by = values.by === undefined ? undefined : oneOf(values, 'by', words, 'label');
    const boxes = otherBoxes(values);
    const evaluation = await withWarehouse(
      folder,
      ({ connection, manifest }) =>
        evaluate(connection, manifest.build.is_synthetic, { draws, seed }, by, boxes),
      { files: boxes ? [boxes.path] : [] },
    );
    const hasNone = evaluation.absent.length === 4 && evaluation.labels.length === 0 && !boxes;
    if (hasNone) {
      throw new UserError(
        `${folder}: expected gold tables, found none; build it from a release with its gold_dataset folder: ` +
          `imagenome build INPUT --out ${shellWord(folder)}`,
      );
    }
    if (values.json) io.out.write(`${JSON.stringify(evaluation, null, 2)}\n`);
    else if (values.csv) io.out.write(csvOf(evaluation));
    else {
      const tables = evaluationTables(evaluation, by);
      const screen = screenOf(io.out, io.env);
      const shown = tables.map(({ title, head, rows, isRight }) =>
        values.markdown
          ? `## ${title}\n\n${tableOf(
              head,
              rows,
              head.map((_, i) => (isRight(i) ? 'r' : '')),
            )}\n`
          : `${title}\n${fitTable(head, rows, isRight, screen).text}`,
      );
      const lacking = evaluation.absent.map((table) => `Without ${table}: not found, or empty.\n`).join('');
      io.out.write([...shown, ...(lacking ? [lacking] : [])].join('\n'));
    }
    return EXIT.done;
  },
};

export default command;

function otherBoxes(values: Values): OtherBoxes | undefined {
  const frame = oneOf(values, 'box-frame', frames, 'original');
  if (values.boxes === undefined) {
    if (values['box-frame'] === undefined) return undefined;
    throw usageError('evaluate --box-frame: expected --boxes FILE with it, found none');
  }
  const path = resolve(String(values.boxes));
  if (existsSync(path)) return { path, frame };
  throw usageError(
    `evaluate --boxes: expected a CSV or TSV of boxes at ${String(values.boxes)}, found nothing`,
  );
}

const parts = [
  'findings',
  'comparisons',
  'regions',
  'annotators',
  'breakdown',
  'comparison_breakdown',
  'labels',
  'other_boxes',
] as const;

/** All figures in one table: the part in the first column, empty what a part does not have. */
function csvOf(evaluation: Evaluation): string {
  const figures = parts.flatMap((part) => evaluation[part].map((figure): Figure => ({ part, ...figure })));
  const names = [...new Set(figures.flatMap((figure) => Object.keys(figure)))];
  return [names, ...figures.map((figure) => names.map((name) => figure[name] ?? null))]
    .map((fields) => csvLine(fields))
    .join('');
}
