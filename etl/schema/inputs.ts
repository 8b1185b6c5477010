import { type Column, column, required, type Table } from './table.js';

const imageKeys = [
  required('image_id', 'VARCHAR', 'MIMIC-CXR dicom_id, without .dcm'),
  column('study_id', 'INTEGER', 'MIMIC-CXR study'),
  column('patient_id', 'INTEGER', 'MIMIC subject_id'),
];
const listed = [
  column('viewpoint', 'VARCHAR', 'ViewPosition of the list'),
  column('path', 'VARCHAR', 'path of the image in MIMIC-CXR'),
];
const sentence: Column = { ...column('sentence', 'VARCHAR', 'the sentence; free text'), freeText: 'absent' };
const dcm = required('image_id', 'VARCHAR', 'the image, without .dcm');
const patient = column('patient_id', 'INTEGER', 'the patient');
const study = column('study_id', 'INTEGER', 'the study');
const corners = ['x1', 'y1', 'x2', 'y2', 'width', 'height'];
const boxColumns = [
  ...corners.map((name) => column(name, 'DOUBLE', `${name} in the 224×224 padded frame, pixels`)),
  ...corners.map((name) => column(`original_${name}`, 'DOUBLE', `${name} in the original image, pixels`)),
];
const coordinates = (name: string) =>
  column(name, 'VARCHAR', `${name} as written: a stringified list [x1, y1, x2, y2]`);
const comparisonColumns = [
  patient,
  column('relationship_id', 'VARCHAR', 'as written'),
  column('subject_id', 'VARCHAR', 'object id on the current image'),
  column('object_id', 'VARCHAR', 'object id on the previous image'),
  column('bbox_name', 'VARCHAR', 'the region (bbox)'),
  column('comparison', 'VARCHAR', 'improved, worsened, no change; several joined by ;;'),
  column('attribute', 'VARCHAR', 'the compared finding, as written'),
  sentence,
  column('label_name', 'VARCHAR', 'the compared finding by name'),
  column('image_id', 'VARCHAR', 'the current image (current_image_id)'),
  column('previous_image_id', 'VARCHAR', 'the previous image'),
];
const attributeColumns = [
  patient,
  study,
  dcm,
  column('row_id', 'VARCHAR', 'study_id|sentence number'),
  column('bbox_name', 'VARCHAR', 'the region (bbox)'),
  column('relation', 'INTEGER', '1 affirmed, 0 denied'),
  column('label_name', 'VARCHAR', 'the finding'),
  column('context', 'VARCHAR', 'yes or no'),
  column('category_id', 'VARCHAR', 'category of the finding (categoryID)'),
  sentence,
];

function input(name: string, title: string, grain: string, key: string[], columns: Table['columns']): Table {
  return { name, kind: 'input', title, grain, key, columns };
}

export const splits = input(
  'splits',
  'Train, valid and test lists',
  'one row per listed image',
  ['image_id'],
  [...imageKeys, required('split', 'VARCHAR', 'train, valid or test (stem of the file)'), ...listed],
);
export const images_to_avoid = input(
  'images_to_avoid',
  'Images of the gold patients',
  'one row per listed image',
  ['image_id'],
  [...imageKeys, ...listed],
);
export const sentences = input(
  'sentences',
  'All report sentences',
  'one row per sentence',
  ['study_id', 'sent_loc'],
  [
    patient,
    column('study_id', 'INTEGER', 'the study (rad_id)'),
    column('sent_loc', 'DOUBLE', 'place in the report'),
    column('row_id', 'VARCHAR', 'study_id|sentence number'),
    column('section', 'VARCHAR', 'finalreport, history or prelimread'),
    sentence,
  ],
);
export const mimic_metadata = input(
  'mimic_metadata',
  'MIMIC-CXR-JPG metadata',
  'one row per image',
  ['image_id'],
  [
    ...imageKeys,
    column('view_position', 'VARCHAR', 'ViewPosition of the DICOM header'),
    column('rows', 'INTEGER', 'height of the original image, pixels'),
    column('columns', 'INTEGER', 'width of the original image, pixels'),
    column('study_date', 'VARCHAR', 'StudyDate, YYYYMMDD, shifted'),
    column('study_time', 'VARCHAR', 'StudyTime, HHMMSS.fff, shifted'),
  ],
);
export const gold_attribute_relations = input(
  'gold_attribute_relations',
  'Gold findings of 500 first exams',
  'one row per (sentence, region, finding)',
  ['image_id', 'row_id', 'bbox_name', 'category_id', 'label_name'],
  attributeColumns,
);
export const gold_object_attributes = input(
  'gold_object_attributes',
  'Gold findings with their boxes',
  'one row per (sentence, region, finding) with a box',
  ['image_id', 'row_id', 'bbox_name', 'category_id', 'label_name'],
  [...attributeColumns, coordinates('coord_original')],
);
export const gold_comparison_relations = input(
  'gold_comparison_relations',
  'Gold comparisons of 500 second exams',
  'one row per (relation, finding)',
  ['relationship_id', 'attribute'],
  comparisonColumns,
);
export const gold_object_comparisons = input(
  'gold_object_comparisons',
  'Gold comparisons with their boxes',
  'one row per (relation, finding) with both boxes',
  ['relationship_id', 'attribute'],
  [
    ...comparisonColumns,
    ...[
      'bbox_coord_224_subject',
      'bbox_coord_224_object',
      'bbox_coord_original_subject',
      'bbox_coord_original_object',
    ].map(coordinates),
  ],
);
export const gold_sentences = input(
  'gold_sentences',
  'Sentences of the gold reports',
  'one row per sentence',
  ['study_id', 'sent_loc'],
  [
    patient,
    study,
    dcm,
    column('sent_loc', 'DOUBLE', 'place in the report'),
    column('row_id', 'VARCHAR', 'study_id|sentence number'),
    column('section', 'VARCHAR', 'finalreport, history or prelimread'),
    sentence,
  ],
);
export const gold_bboxes = input(
  'gold_bboxes',
  'Gold boxes of 1,000 images',
  'one row per (image, region)',
  ['image_id', 'bbox_name'],
  [
    dcm,
    column('bbox_name', 'VARCHAR', 'the region'),
    ...boxColumns,
    column('annotator', 'VARCHAR', 'who drew it'),
  ],
);
export const gold_scaling_factors = input(
  'gold_scaling_factors',
  'From the original to the 224×224 frame',
  'one row per gold image',
  ['image_id'],
  [
    dcm,
    ...['top', 'bottom', 'left', 'right'].map((side) =>
      column(side, 'DOUBLE', `padding at the ${side}, pixels of the 224 frame`),
    ),
    column('ratio', 'DOUBLE', '224 / the longer side of the original'),
  ],
);
export const gold_auto_bboxes = input(
  'gold_auto_bboxes',
  'Automatic boxes of the gold images',
  'one row per (image, region)',
  ['image_id', 'bbox_name'],
  [dcm, column('bbox_name', 'VARCHAR', 'the region'), ...boxColumns.slice(6)],
);
