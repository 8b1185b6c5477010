import type { IssueCode, QuarantineCode } from '../../diagnostics/codes.js';
import { boxes, type GoldFile } from '../gold/tables.js';
import type { TablePath } from '../lists.js';

/** A fault of a list or gold file, once per release, and what it leads to in a build. */
export interface ListDefect {
  /** The file, by its path within the release. */
  readonly file: TablePath | GoldFile;
  readonly is: string;
  /** Code of the one row of `quarantine`, or of `data_issues`. */
  readonly quarantine?: QuarantineCode;
  readonly issue?: IssueCode;
  /** The line is none of the rows. */
  readonly isBlank?: boolean;
}

const train = 'silver_dataset/splits/train.csv';
const valid = 'silver_dataset/splits/valid.csv';
const test = 'silver_dataset/splits/test.csv';
const sentences = 'silver_dataset/cxr-mimic-v2.0.0-processed-sentences_all.txt';

/** Faults of single lines at the end of lists. */
export const lineDefects = {
  row_without_image: { file: test, quarantine: 'missing_key', is: 'a row without dicom_id' },
  row_with_bad_patient: { file: valid, issue: 'wrong_type_ignored', is: 'subject_id is a word' },
  id_with_fraction: { file: train, issue: 'wrong_type_ignored', is: 'study_id is 50000000.6' },
  padded_image_id: { file: train, issue: 'padded_value', is: 'blanks around dicom_id' },
  image_id_with_suffix: { file: train, is: 'dicom_id ends in .DCM' },
  decimal_id: { file: train, is: 'subject_id is 10000000.0, as pandas writes it' },
  surplus_field: { file: train, quarantine: 'field_count', is: 'a seventh field' },
  missing_fields: { file: train, issue: 'missing_fields', is: 'a row that ends behind dicom_id' },
  blank_line: { file: train, isBlank: true, is: 'a line of blanks' },
  lone_quote: {
    file: sentences,
    issue: 'stray_quote',
    is: 'a sentence begins with a quote that never closes',
  },
  sentence_of_two_lines: { file: sentences, is: 'a quoted sentence with a line end and doubled quotes' },
  tab_in_sentence: { file: sentences, issue: 'surplus_fields', is: 'a tab within a sentence, not quoted' },
  bad_bytes: { file: sentences, issue: 'invalid_bytes', is: 'a sentence in Latin-1' },
  number_mark: { file: sentences, issue: 'nan', is: 'sent_loc is nan' },
  word_as_number: { file: sentences, issue: 'wrong_type_ignored', is: 'sent_loc is a word' },
  crlf_line: { file: sentences, is: 'a line that ends in CRLF' },
  repeated_row: { file: sentences, is: 'the row before once more' },
} as const satisfies Record<string, ListDefect>;

/** Faults of a field of a gold file; as those of whole gold files, only where there are gold patients. */
export const fieldDefects = {
  nan_corner: {
    file: 'gold_dataset/gold_bbox_coordinate_annotations_1000images.csv',
    issue: 'nan',
    is: 'x1 of the first box is nan',
  },
} as const satisfies Record<string, ListDefect>;

/** Faults of whole gold files. */
export const fileDefects = {
  empty_gold_file: {
    file: 'gold_dataset/auto_bbox_pipeline_coordinates_1000_images.txt',
    issue: 'unreadable_input',
    is: 'no bytes',
  },
  broken_gold_file: {
    file: 'gold_dataset/gold_baseline_object_attribute_with_coordinate.txt',
    issue: 'broken_file',
    is: 'a gzip file that breaks off behind half of its rows',
  },
  utf16_gold_file: {
    file: 'gold_dataset/gold_bbox_scaling_factors_original_to_224x224.csv',
    issue: 'other_encoding',
    is: 'UTF-16 with its mark',
  },
  semicolons: { file: `${boxes}_1_C.csv`, issue: 'other_delimiter', is: 'semicolons instead of commas' },
  row_names: {
    file: `${boxes}_1_W.csv`,
    issue: 'other_header',
    is: 'row names without a header, as R writes them',
  },
  further_column: {
    file: `${boxes}_2_J.csv`,
    issue: 'further_columns',
    is: 'a column that is not documented',
  },
  upper_case_headers: { file: `${boxes}_2_S.csv`, is: 'headers in capitals' },
  comparisons_without_ids: {
    file: 'gold_dataset/gold_comparison_relations_500pts_500studies2nd.txt',
    issue: 'missing_columns',
    is: 'no relationship_id, subject_id, object_id and attribute: the real file may not have them either',
  },
} as const satisfies Record<string, ListDefect>;

/** Files that are there twice. */
export const copyDefects = {
  further_copy: {
    file: 'silver_dataset/splits/images_to_avoid.csv',
    issue: 'further_copy',
    is: 'again as image_to_avoid.csv, without rows',
  },
} as const satisfies Record<string, ListDefect>;

/** Every fault of lists and gold files by name. */
export const listDefects = { ...lineDefects, ...copyDefects, ...fieldDefects, ...fileDefects };

export type ListDefectName = keyof typeof listDefects;
