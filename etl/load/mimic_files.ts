import * as tables from '../schema/mimic.js';
import { reportLabelColumn, reportLabels } from '../schema/report_labels.js';
import type { Table } from '../schema/table.js';
import type { ExpectedTable } from '../text_tables/index.js';

/** Paths of files of MIMIC-CXR-JPG that options name. */
export interface MimicPaths {
  /** mimic-cxr-2.0.0-metadata.csv[.gz]. */
  readonly mimicMetadata?: string | undefined;
  /** mimic-cxr-2.0.0-split.csv[.gz]. */
  readonly mimicSplit?: string | undefined;
  /** mimic-cxr-2.0.0-chexpert.csv[.gz]. */
  readonly chexpert?: string | undefined;
  /** mimic-cxr-2.0.0-negbio.csv[.gz]. */
  readonly negbio?: string | undefined;
}

/** A file of MIMIC-CXR-JPG by its option. */
export interface MimicFile {
  readonly id: string;
  readonly key: keyof MimicPaths;
  readonly option: string;
  readonly expected: ExpectedTable;
}

const ids = { image_id: ['dicom_id', 'image_id'], patient_id: ['subject_id', 'patient_id'] };

/** HHMMSS.fff, its leading zeros left out as of a number: `80556.875` is 08:05:56.875, `0.187` is just after midnight. */
const date = `regexp_extract(study_date, '^([0-9]{4})-?([0-9]{2})-?([0-9]{2})([.]0*)?$', ['y', 'm', 'd'])`;
const clock = `lpad(split_part(study_time, '.', 1), 6, '0')`;
const fraction = `coalesce(try_cast('0.' || nullif(split_part(study_time, '.', 2), '') as double), 0)`;
const studyDatetime = `case when regexp_full_match(study_time, '[0-9]{1,6}([.][0-9]*)?') then
  try_strptime(concat(${date}.y, ${date}.m, ${date}.d, ${clock}), '%Y%m%d%H%M%S')
  + to_microseconds(round(${fraction} * 1000000)::bigint) end`;

const labels = (table: Table): ExpectedTable => ({
  table,
  delimiter: ',',
  headers: {
    ...ids,
    ...Object.fromEntries(
      reportLabels.map((label) => [reportLabelColumn(label), [label, reportLabelColumn(label)]]),
    ),
  },
  someOf: reportLabels.map(reportLabelColumn),
});

/** The files of MIMIC-CXR-JPG that a build takes. */
export const mimicFiles: readonly MimicFile[] = [
  {
    id: 'mimic_metadata',
    key: 'mimicMetadata',
    option: '--mimic-metadata',
    expected: {
      table: tables.mimic_metadata,
      delimiter: ',',
      headers: {
        ...ids,
        view_position: ['ViewPosition', 'view_position'],
        study_date: ['StudyDate', 'study_date'],
        study_time: ['StudyTime', 'study_time'],
      },
      derived: { study_datetime: studyDatetime },
      optional: ['study_datetime'],
      someOf: ['view_position', 'rows', 'columns', 'study_date', 'study_time'],
      ignored: [
        'performedprocedurestepdescription',
        'procedurecodesequence_codemeaning',
        'viewcodesequence_codemeaning',
        'patientorientationcodesequence_codemeaning',
      ],
    },
  },
  {
    id: 'mimic_split',
    key: 'mimicSplit',
    option: '--mimic-split',
    expected: { table: tables.mimic_splits, delimiter: ',', headers: ids },
  },
  { id: 'chexpert', key: 'chexpert', option: '--chexpert', expected: labels(tables.chexpert_labels) },
  { id: 'negbio', key: 'negbio', option: '--negbio', expected: labels(tables.negbio_labels) },
];

/** The paths by the options that may give them. */
export function mimicByOption(paths: MimicPaths): Record<string, string | undefined> {
  return Object.fromEntries(mimicFiles.map(({ key, option }) => [option, paths[key]]));
}

/** The paths that were given. */
export function mimicPathsOf(paths: MimicPaths): string[] {
  return mimicFiles.flatMap(({ key }) => paths[key] ?? []);
}
