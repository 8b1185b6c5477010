import { field, requiredField } from './fields.js';
import { reportLabelColumn, reportLabels } from './report_labels.js';
import { column, required, type Table } from './table.js';

export const mimic_metadata: Table = {
  name: 'mimic_metadata',
  kind: 'input',
  title: 'MIMIC-CXR-JPG metadata',
  grain: 'one row per image',
  key: ['image_id'],
  columns: [
    ...[requiredField('image_id'), field('study_id'), field('patient_id')],
    column('view_position', 'VARCHAR', 'ViewPosition of the DICOM header'),
    column('rows', 'INTEGER', 'height of the original image, pixels'),
    column('columns', 'INTEGER', 'width of the original image, pixels'),
    column('study_date', 'VARCHAR', 'StudyDate, YYYYMMDD, shifted'),
    column('study_time', 'VARCHAR', 'StudyTime, HHMMSS.fff without leading zeros, as written; shifted'),
    column('study_datetime', 'TIMESTAMP', 'StudyDate and StudyTime; shifted wall clock, no zone is implied'),
  ],
};

export const mimic_splits: Table = {
  name: 'mimic_splits',
  kind: 'input',
  title: 'Official split of MIMIC-CXR',
  grain: 'one row per image',
  key: ['image_id'],
  columns: [
    ...[requiredField('image_id'), field('study_id'), field('patient_id')],
    required('split', 'VARCHAR', 'train, validate or test: of MIMIC-CXR, not of this dataset'),
  ],
};

function labelTable(name: string, labeler: string): Table {
  return {
    name,
    kind: 'input',
    title: `Report labels of ${labeler}`,
    grain: 'one row per study',
    key: ['study_id'],
    columns: [
      requiredField('study_id'),
      field('patient_id'),
      ...reportLabels.map((label) =>
        column(
          reportLabelColumn(label),
          'INTEGER',
          `${label}: 1 positive, 0 negative, -1 uncertain; NULL not mentioned`,
        ),
      ),
    ],
  };
}

export const chexpert_labels = labelTable('chexpert_labels', 'CheXpert');
export const negbio_labels = labelTable('negbio_labels', 'NegBio');
