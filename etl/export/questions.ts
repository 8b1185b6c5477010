import type { DuckDBListValue, DuckDBValue } from '@duckdb/node-api';
import { chatLine } from './chat.js';
import type { ChosenSplit, ExportFormat, ExportRun } from './format.js';

/** Reasons for exams, and what the reports answer. */
export const questions: ExportFormat = {
  name: 'questions',
  summary: 'reasons for exams with the sentences and findings of the reports',
  clients: 'pandas, polars, pyarrow, datasets',
  options: [],
  textUse: () => 'required',
  rule: () => `One row per study with a chosen image and a reason for exam, by the view \`exam_questions\`: the question is the reason as written, the answers are the sentences of the
report that a region is about, in its order, and the findings by their last mention, each as \`region: finding\`. A finding in neither list is not mentioned, which is no
denial.`,
  usage: () => `\`\`\`python
import pandas as pd
studies = pd.read_parquet("train.parquet")
conversations = pd.read_json("train.jsonl", lines=True)  # image, messages: user, assistant
\`\`\`

Paths are below the root of MIMIC-CXR-JPG.`,
  statements: () => ['questions_rows'],
  async write(run) {
    for (const split of run.splits) await writeSplit(run, split);
  },
};

async function writeSplit(run: ExportRun, split: ChosenSplit): Promise<void> {
  let isFirst = true;
  await run.textFile(`${split.name}.jsonl`, async (file) => {
    for await (const slice of run.slices(split)) {
      await run.run(`create or replace temp table questions_slice as ${run.statement('questions_rows')}`);
      await run.run(
        isFirst
          ? 'create or replace temp table questions_table as select * exclude (place) from questions_slice'
          : 'insert into questions_table select * exclude (place) from questions_slice',
      );
      isFirst = false;
      for await (const rows of run.rows(
        'select image_id, study_id, image_path, question, sentences, findings_yes, findings_no from questions_slice order by place',
      )) {
        await file.write(rows.map(conversation).join(''));
      }
      run.advance(slice.images);
    }
  });
  const rows = await run.copy('from questions_table', `${split.name}.parquet`);
  run.figure('studies', rows, 'rows of all tables: studies with a reason for exam');
}

function conversation(row: readonly DuckDBValue[]): string {
  const [image_id, study_id, path, question, sentences, yes, no] = row;
  const list = (value: DuckDBValue | undefined) => (value as DuckDBListValue).items.map(String);
  const parts = [...list(sentences), ...named('Affirmed', list(yes)), ...named('Denied', list(no))];
  const facts = { image_id: String(image_id), study_id: Number(study_id) };
  return chatLine(facts, String(path), String(question), parts.join('\n'));
}

const named = (word: string, findings: readonly string[]) =>
  findings.length > 0 ? [`${word}: ${findings.join('; ')}.`] : [];
