import type { DuckDBValue } from '@duckdb/node-api';
import { chatLine } from './chat.js';
import type { ChosenSplit, ExportFormat, ExportRun } from './format.js';

/** Regions to locate and to describe, for models that ground language in images. */
export const grounding: ExportFormat = {
  name: 'grounding',
  summary: 'regions to locate, to describe, or both: Parquet and conversations in JSON',
  clients: 'pandas, polars, pyarrow, datasets',
  options: [
    {
      name: 'task',
      about: 'locate: 36 regions and their boxes; describe: 38 and their sentences; both: 29 with both',
      words: ['locate', 'describe', 'both'],
      unless: 'both',
    },
  ],
  textUse: ({ task }) => (task === 'locate' ? 'none' : 'required'),
  withoutText: 'give --task locate, which needs none',
  rule: ({ task }) => `${rules[String(task)]}
Boxes are those of \`anatomy_locations\`: usable, clipped to the 224 frame, several of one name as their union; \`norm_x1\` … \`norm_y2\` are divided by 224, to three decimals in
conversations. The 224 frame is the image scaled and padded to a square. A region without a sentence was not described, which says nothing of whether it is normal.`,
  usage: () => `\`\`\`python
import pandas as pd
regions = pd.read_parquet("train.parquet")
conversations = pd.read_json("train.jsonl", lines=True)  # image, messages: user, assistant
\`\`\`

Paths are below the root of MIMIC-CXR-JPG.`,
  statements: () => ['grounding_rows'],
  async write(run) {
    for (const split of run.splits) await writeSplit(run, split);
  },
};

const rules: Readonly<Record<string, string>> = {
  locate:
    'One row per chosen image and region with a usable box, of the 36 that have one; the question asks where the region is.',
  describe:
    'One row per chosen image and region with a sentence, of the 38 that sentences are about; the question asks what the report says of it.',
  both: 'One row per chosen image and region with a usable box and a sentence, of the 29 that have both; one question asks where the region is, the next what the report says of it.',
};

const box = ['x1', 'y1', 'x2', 'y2'];
const norms = box.map((corner) => `${corner} / 224 as norm_${corner}`);

/** The part of the statement that a task has for itself. */
const regionsOf: Readonly<Record<string, string>> = {
  locate: `select image_id, study_id, patient_id, bbox_name, ${[...box, ...norms].join(', ')} from located`,
  describe: 'select image_id, study_id, patient_id, bbox_name, text, phrase_ids from described',
  both: `select image_id, study_id, patient_id, bbox_name, ${[...box, ...norms].join(', ')}, text, phrase_ids from located join described using (image_id, study_id, patient_id, bbox_name) where located.is_both_29`,
};

async function writeSplit(run: ExportRun, split: ChosenSplit): Promise<void> {
  const task = String(run.values.task);
  const sql = run.statement('grounding_rows', { regions: regionsOf[task]! });
  let isFirst = true;
  await run.textFile(`${split.name}.jsonl`, async (file) => {
    for await (const slice of run.slices(split)) {
      await run.run(`create or replace temp table grounding_slice as ${sql}`);
      await run.run(
        isFirst
          ? 'create or replace temp table grounding_table as select * exclude (image_number) from grounding_slice'
          : 'insert into grounding_table select * exclude (image_number) from grounding_slice',
      );
      isFirst = false;
      for await (const rows of run.rows(linesOf(task))) {
        await file.write(rows.map((row) => conversations(task, row)).join(''));
      }
      run.advance(slice.images);
    }
  });
  const rows = await run.copy('from grounding_table', `${split.name}.parquet`);
  run.figure('regions', rows, 'rows of all tables: one per image and region');
}

/** Rows of a slice, with what a task lacks as NULL. */
function linesOf(task: string): string {
  const corners = box.map((corner) => (task === 'describe' ? 'null' : `format('{:.3f}', norm_${corner})`));
  const text = task === 'locate' ? 'null' : 'text';
  return `select image_id, study_id, bbox_name, image_path, ${corners.join(', ')}, ${text} from grounding_slice order by image_number, bbox_name`;
}

function conversations(task: string, row: readonly DuckDBValue[]): string {
  const [image_id, study_id, bbox_name, path, x1, y1, x2, y2, text] = row;
  const facts = { image_id: String(image_id), study_id: Number(study_id), bbox_name: String(bbox_name) };
  const line = (kind: string, question: string, answer: string) =>
    chatLine({ ...facts, task: kind }, String(path), question, answer);
  const located = () => line('locate', `Where is the ${bbox_name}?`, `[${x1}, ${y1}, ${x2}, ${y2}]`);
  const asked =
    task === 'both'
      ? `What does the report say of the ${bbox_name} at [${x1}, ${y1}, ${x2}, ${y2}]?`
      : `What does the report say of the ${bbox_name}?`;
  if (task === 'locate') return located();
  const described = line('describe', asked, String(text));
  return task === 'both' ? located() + described : described;
}
