import { field } from './fields.js';
import { type Column, column, type Table } from './table.js';

const sentence: Column = { ...column('sentence', 'VARCHAR', 'the sentence; free text'), freeText: 'absent' };
const rowId = column('row_id', 'VARCHAR', 'study_id|sentence number, as written');
const context = column('context', 'VARCHAR', 'yes or no, as written');
const relation = column('relation', 'VARCHAR', 'yes or no; the files write 1 and 0');
const attribute = column(
  'attribute',
  'VARCHAR',
  'category|relation|label where the file has them in one, as written',
);
const ids = [field('image_id'), field('study_id'), field('patient_id')];
const place = [field('phrase_id'), field('sent_loc'), field('section')];
const corners = ['x1', 'y1', 'x2', 'y2', 'width', 'height'];
const frameCorners = corners.map((name) =>
  column(name, 'DOUBLE', `${name} in the 224×224 padded frame, pixels`),
);
const originalCorners = corners.map((name) =>
  column(`original_${name}`, 'DOUBLE', `${name} in the original image, pixels`),
);
const coordinates = (name: string) =>
  column(name, 'VARCHAR', `${name} as written: a stringified list [x1, y1, x2, y2]; [0, 0, 0, 0] is no box`);

const attributeColumns = [
  ...ids,
  rowId,
  ...place,
  ...[field('bbox_name'), field('category_id'), relation, field('label_name'), context, attribute],
  column('object_id', 'VARCHAR', 'id of the box, as written'),
  sentence,
];
const attributeKey = ['image_id', 'row_id', 'bbox_name', 'category_id', 'label_name'];

const comparisonColumns = [
  ...ids,
  column('relationship_id', 'VARCHAR', 'as written'),
  column('subject_id', 'VARCHAR', 'object id on the current image'),
  column('object_id', 'VARCHAR', 'object id on the previous image'),
  column('previous_image_id', 'VARCHAR', 'the previous image'),
  column('current_image_id', 'VARCHAR', 'the current image, where the file names it so'),
  rowId,
  ...place,
  field('bbox_name'),
  column('comparison', 'VARCHAR', 'improved, worsened, no change; several joined by ;;'),
  column('comparisons', 'VARCHAR[]', 'the comparisons of comparison'),
  ...[field('category_id'), relation, field('label_name'), context, attribute],
  sentence,
];
const comparisonKey = ['image_id', 'row_id', 'relationship_id', 'bbox_name', 'attribute', 'label_name'];

const boxColumns = [
  ...ids,
  field('bbox_name'),
  ...frameCorners,
  ...originalCorners,
  column('annotator', 'VARCHAR', 'who drew it'),
  column('annot_id', 'VARCHAR', 'id of the annotation, as written'),
  ...['coord224', 'coord_original'].map(coordinates),
];

function gold(name: string, title: string, grain: string, key: string[], columns: Table['columns']): Table {
  return { name: `gold_${name}`, kind: 'input', title, grain, key, columns };
}

export const gold_attribute_relations = gold(
  'attribute_relations',
  'Gold findings of 500 first exams',
  'one row per (sentence, region, finding)',
  attributeKey,
  attributeColumns,
);
export const gold_object_attributes = gold(
  'object_attributes',
  'Gold findings with their boxes',
  'one row per (sentence, region, finding) with a box',
  attributeKey,
  [...attributeColumns, ...['coord224', 'coord_original'].map(coordinates)],
);
export const gold_baseline_object_attributes = gold(
  'baseline_object_attributes',
  'Findings of a baseline for the gold images, with their boxes',
  'one row per (sentence, region, finding) with a box',
  attributeKey,
  [...attributeColumns, ...['coord224', 'coord_original'].map(coordinates)],
);
export const gold_comparison_relations = gold(
  'comparison_relations',
  'Gold comparisons of 500 second exams',
  'one row per (relation, finding)',
  comparisonKey,
  comparisonColumns,
);
export const gold_object_comparisons = gold(
  'object_comparisons',
  'Gold comparisons with their boxes',
  'one row per (relation, finding) with both boxes',
  comparisonKey,
  [
    ...comparisonColumns,
    ...['224_subject', '224_object', 'original_subject', 'original_object'].map((frame) =>
      coordinates(`bbox_coord_${frame}`),
    ),
  ],
);
export const gold_sentences = gold(
  'sentences',
  'Sentences of the gold reports',
  'one row per sentence',
  ['study_id', 'sent_loc', 'image_id'],
  [...ids, rowId, ...place, sentence],
);
export const gold_bboxes = gold(
  'bboxes',
  'Gold boxes of 1,000 images',
  'one row per (image, region)',
  ['image_id', 'bbox_name'],
  boxColumns,
);
export const gold_annotator_bboxes = gold(
  'annotator_bboxes',
  'Boxes of each annotator, before they were settled',
  'one row per (annotator, image, region)',
  ['annotator', 'image_id', 'bbox_name'],
  boxColumns,
);
export const gold_auto_bboxes = gold(
  'auto_bboxes',
  'Automatic boxes of the gold images',
  'one row per (image, region)',
  ['image_id', 'bbox_name'],
  [...ids, field('bbox_name'), ...frameCorners, ...originalCorners],
);
export const gold_scaling_factors = gold(
  'scaling_factors',
  'From the original to the 224×224 frame',
  'one row per gold image',
  ['image_id'],
  [
    field('image_id'),
    ...['top', 'bottom', 'left', 'right'].map((side) =>
      column(side, 'DOUBLE', `padding at the ${side}, pixels of the 224 frame`),
    ),
    column('ratio', 'DOUBLE', '224 / the longer side of the original'),
  ],
);
