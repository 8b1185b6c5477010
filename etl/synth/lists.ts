import { csvLine, type Field } from '../csv.js';
import type { Exam } from './exam.js';
import type { Patient } from './patient.js';
import type { Image, Study } from './study.js';

const listed = ['subject_id', 'study_id', 'dicom_id', 'path', 'ViewPosition'];
const metadata = [
  ...[
    'dicom_id',
    'subject_id',
    'study_id',
    'PerformedProcedureStepDescription',
    'ViewPosition',
    'Rows',
    'Columns',
  ],
  ...['StudyDate', 'StudyTime', 'ProcedureCodeSequence_CodeMeaning', 'ViewCodeSequence_CodeMeaning'],
  'PatientOrientationCodeSequence_CodeMeaning',
];

/** A delimited file that lists all patients, with its columns. */
interface List {
  readonly columns: readonly string[];
  readonly delimiter: ',' | '\t';
}

const csv = (columns: readonly string[]): List => ({ columns, delimiter: ',' });

/** The lists of a release by their path within it. */
export const lists = {
  'silver_dataset/splits/train.csv': csv(['', ...listed]),
  'silver_dataset/splits/valid.csv': csv(['', ...listed]),
  'silver_dataset/splits/test.csv': csv(['', ...listed]),
  'silver_dataset/splits/images_to_avoid.csv': csv(listed),
  'silver_dataset/cxr-mimic-v2.0.0-processed-sentences_all.txt': {
    columns: ['subject_id', 'rad_id', 'sent_loc', 'row_id', 'section', 'sentence'],
    delimiter: '\t',
  },
  'utils/cxr-record-list_view.csv': csv(listed),
  'utils/cxr-study-list_v2.csv': csv(['subject_id', 'study_id', 'path', 'gender', 'age_decile']),
  'mimic-cxr-2.0.0-metadata.csv': csv(metadata),
} satisfies Record<string, List>;

export type ListPath = keyof typeof lists;

/** First line of a list. */
export function headerOf(path: ListPath): string {
  const { columns, delimiter } = lists[path];
  return csvLine(columns, delimiter);
}

/** Lines of the lists, to be appended to them. */
export class ListLines {
  readonly texts: Partial<Record<ListPath, string>> = {};
  readonly rows: Partial<Record<ListPath, number>> = {};

  /** Adds all rows of a patient. `firstFrontal` is the number of frontal images before. */
  addPatient(patient: Patient, exams: readonly Exam[], isGold: boolean, firstFrontal: number): void {
    let index = firstFrontal;
    for (const { study, report } of exams) {
      const { patient_id } = patient;
      const folder = `files/p${String(patient_id).slice(0, 2)}/p${patient_id}`;
      const studyPath = `${folder}/s${study.study_id}`;
      this.#add('utils/cxr-study-list_v2.csv', [
        ...[patient_id, study.study_id, `${studyPath}.txt`, patient.gender, study.age_decile],
      ]);
      for (const { sent_loc, section, text } of report.sentences) {
        const row = [patient_id, study.study_id, sent_loc, `${study.study_id}|${sent_loc}`, section, text];
        this.#add('silver_dataset/cxr-mimic-v2.0.0-processed-sentences_all.txt', row);
      }
      for (const image of study.images) {
        const row = [
          ...[patient_id, study.study_id, image.dicom_id],
          ...[`${studyPath}/${image.dicom_id}.dcm`, image.view],
        ];
        this.#add('utils/cxr-record-list_view.csv', row);
        this.#add('mimic-cxr-2.0.0-metadata.csv', metadataRow(patient_id, study, image));
        if (image.view !== 'AP' && image.view !== 'PA') continue;
        if (isGold) this.#add('silver_dataset/splits/images_to_avoid.csv', row);
        else if (patient.split) this.#add(`silver_dataset/splits/${patient.split}.csv`, [index, ...row]);
        index++;
      }
    }
  }

  #add(path: ListPath, row: readonly Field[]): void {
    this.texts[path] = (this.texts[path] ?? '') + csvLine(row, lists[path].delimiter);
    this.rows[path] = (this.rows[path] ?? 0) + 1;
  }
}

function metadataRow(patient_id: number, study: Study, image: Image): Field[] {
  const [date, time] = new Date(study.time)
    .toISOString()
    .replace(/[-:]|\.\d+Z/g, '')
    .split('T') as [string, string];
  const isFrontal = image.view === 'AP' || image.view === 'PA';
  return [
    ...[
      image.dicom_id,
      patient_id,
      study.study_id,
      'CHEST (SYNTHETIC)',
      image.view,
      image.rows,
      image.columns,
    ],
    ...[date, `${time}.${String(study.study_id % 1000).padStart(3, '0')}`, 'CHEST (SYNTHETIC)'],
    ...[isFrontal ? 'antero-posterior' : 'lateral', 'Erect'],
  ];
}
