import { identifier } from '../../etl/schema/ddl.js';
import { readViewFiles, type ViewFile } from '../../etl/schema/view_file.js';

/** What is measured of a view or macro. */
export const shapes = ['limit', 'count', 'group', 'patient', 'subquery', 'join', 'whole'] as const;
export type Shape = (typeof shapes)[number];

/** One query of one view or macro. */
export interface ViewQuery {
  readonly view: string;
  readonly shape: Shape;
  readonly sql: string;
}

/** Who is asked about: a patient with many images, and one study and split. */
export interface Subject {
  readonly patient: number;
  readonly study: number;
}

/** Columns that people group by, the most telling first. */
const mainColumns = [
  'label_name',
  'attribute',
  'label_a',
  'bbox_name',
  'bbox',
  'relation',
  'section',
  'viewpoint',
];

/** What is measured of every view and table macro: its first rows, its number of rows, a group by, and one patient found in three ways. */
export function viewQueries(subject: Subject): ViewQuery[] {
  return readViewFiles()
    .filter(({ kind }) => kind !== 'scalar macro')
    .flatMap((file) => queriesOf(file, subject));
}

function queriesOf(file: ViewFile, { patient, study }: Subject): ViewQuery[] {
  const from = callOf(file, { patient, study });
  const names = file.columns.map(({ name }) => name);
  const main = mainColumns.find((name) => names.includes(name)) ?? names[0]!;
  const queries: [Shape, string][] = [
    ['limit', `from ${from} limit 5`],
    ['count', `select count(*) from ${from}`],
    ['group', `select ${identifier(main)}, count(*) as n from ${from} group by 1 order by n desc limit 10`],
  ];
  if (names.includes('patient_id')) {
    queries.push(
      ['patient', `from ${from} where patient_id = ${patient}`],
      [
        'subquery',
        `from ${from} where patient_id = (select any_value(patient_id) from images where study_id = ${study})`,
      ],
      [
        'join',
        `from ${from} join (select distinct patient_id from images where study_id = ${study}) using (patient_id)`,
      ],
    );
  }
  if (file.name === 'finding_matrix') queries.push(['whole', `select count(columns(*)) from ${from}`]);
  return queries.map(([shape, sql]) => ({ view: from, shape, sql }));
}

/** The view, or a call of the macro with the arguments that it needs. */
function callOf({ name, kind }: ViewFile, { patient, study }: Subject): string {
  const call: Record<string, string> = {
    report_findings_within: "'finalreport'",
    region_findings_by: "'state'",
    chosen_regions: '29',
    study_report: String(study),
    patient_history: String(patient),
    cooccurrence_within: "'train'",
    finding_matrix: '18',
    finding_cells: '18',
    region_finding_lists: "18, 'last_mention'",
  };
  return kind === 'view' ? identifier(name) : `${name}(${call[name] ?? ''})`;
}
