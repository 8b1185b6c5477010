import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import test from 'ava';
import { build } from '../../etl/build.js';
import { graphTableNames } from '../../etl/schema/index.js';
import { readViewFiles } from '../../etl/schema/view_file.js';
import { synthesize } from '../../etl/synth/index.js';
import { temporaryFolder } from '../helpers/temporary_folder.js';

/** A node of DuckDB's plan after it ran. */
interface PlanNode {
  readonly extra_info?: { readonly Table?: string; readonly Filters?: string | string[] };
  readonly children?: readonly PlanNode[];
}

interface Scan {
  readonly table: string;
  readonly filters: string;
}

/**
 * Scans that a filter on the patient does not reach: the previous image of a comparison may be of any patient. It is looked up in
 * `images`, which is small; of `objects` the join then reads that patient's part only.
 */
const ofPreviousImages: Record<string, string> = {
  comparisons: 'images',
  pair_progressions: 'images',
  patient_history: 'images',
  progressions: 'images images',
  comparison_relations_tabular: 'images objects',
  // The few gold exams take their ids from `images`; the other tables are joined with them.
  evaluation_exams: 'images',
  evaluation_findings: 'images object_attributes',
  evaluation_comparisons: 'images images',
  evaluation_boxes: 'images',
};

/** Views that read no rows of scene graphs. */
const ofOtherTables = ['gold_boxes'];

test('a filter on a patient reaches the tables in every view', async (t) => {
  const folder = await temporaryFolder(t);
  const [release, out] = [join(folder, 'release'), join(folder, 'warehouse')];
  await synthesize({ images: 120, seed: 5, out: release, workers: 1 });
  await build({ input: release, out, workers: 1, derived: 'none' });
  const instance = await DuckDBInstance.create(join(out, 'imagenome.duckdb'), { access_mode: 'READ_ONLY' });
  t.teardown(() => instance.closeSync());
  const connection = await instance.connect();
  const first = async (query: string) => (await connection.runAndReadAll(query)).getRowsJson()[0]!;

  const compared = 'select patient_id from comparisons where not is_previous_missing';
  const [patient] = await first(`${compared} group by patient_id order by count(*) desc, patient_id`);
  const [study] = await first(`select max(study_id) from images where patient_id = ${patient}`);
  const views = readViewFiles().filter(({ columns }) => columns.some(({ name }) => name === 'patient_id'));
  const asked: [name: string, query: string][] = [
    ...views
      .filter(({ kind }) => kind === 'view')
      .map(({ name }): [string, string] => [name, `from ${name} where patient_id = ${patient}`]),
    ['report_findings_within', `from report_findings_within('prelimread') where patient_id = ${patient}`],
    ['region_findings_by', `from region_findings_by('state') where patient_id = ${patient}`],
    ['finding_cells', `from finding_cells() where patient_id = ${patient}`],
    ['finding_matrix', `from finding_matrix() where patient_id = ${patient}`],
    ['patient_history', `from patient_history(${patient})`],
    ['study_report', `from study_report(${study})`],
  ];
  for (const [name, query] of asked) {
    const [, plan] = await first(`explain (analyze, format json) ${query}`);
    const own = name === 'study_report' ? `study_id=${study}` : `patient_id=${patient}`;
    const scans = scansOf(JSON.parse(String(plan)));
    t.is(scans.length === 0, ofOtherTables.includes(name), name);
    const unfiltered = scans.filter(({ filters }) => !filters.includes(own)).map(({ table }) => table);
    t.is(unfiltered.sort().join(' '), ofPreviousImages[name] ?? '', name);
  }
});

function scansOf({ extra_info, children = [] }: PlanNode): Scan[] {
  const table = extra_info?.Table?.split('.').at(-1);
  const isGraph = graphTableNames.some((name) => name === table);
  const filters = [extra_info?.Filters ?? ''].flat().join(' and ');
  const own = isGraph ? [{ table: table!, filters }] : [];
  return [...own, ...children.flatMap(scansOf)];
}
