import { field, requiredField } from './fields.js';
import { type Column, column, required, type Table } from './table.js';

export * from './gold.js';
export * from './mimic.js';
export * from './rdf.js';

const listed: readonly Column[] = [
  column('viewpoint', 'VARCHAR', 'ViewPosition of the list'),
  column('path', 'VARCHAR', 'path of the image in MIMIC-CXR'),
];

export const splits: Table = {
  name: 'splits',
  kind: 'input',
  title: 'Train, valid and test lists',
  grain: 'one row per listed image',
  key: ['image_id'],
  columns: [
    ...[requiredField('image_id'), field('study_id'), field('patient_id')],
    required('split', 'VARCHAR', 'train, valid or test (stem of the file)'),
    ...listed,
  ],
};

export const images_to_avoid: Table = {
  name: 'images_to_avoid',
  kind: 'input',
  title: 'Images of the gold patients',
  grain: 'one row per listed image',
  key: ['image_id'],
  columns: [requiredField('image_id'), field('study_id'), field('patient_id'), ...listed],
};

export const sentences: Table = {
  name: 'sentences',
  kind: 'input',
  title: 'All report sentences',
  grain: 'one row per sentence',
  key: ['study_id', 'sent_loc'],
  columns: [
    ...[field('patient_id'), field('study_id'), field('sent_loc')],
    column('row_id', 'VARCHAR', 'study_id|sentence number'),
    column('section', 'VARCHAR', 'finalreport, history or prelimread'),
    { ...column('sentence', 'VARCHAR', 'the sentence; free text'), freeText: 'absent' },
  ],
};
