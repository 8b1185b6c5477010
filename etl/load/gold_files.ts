import type { InputFileId } from '../discover/known_files.js';
import * as tables from '../schema/gold.js';
import type { Table } from '../schema/table.js';
import type { ExpectedTable } from '../text_tables/index.js';

const gold = {
  image_id: ['image_id', 'dicom_id', 'current_image_id'],
  patient_id: ['patient_id', 'subject_id'],
  bbox_name: ['bbox', 'bbox_name'],
  category_id: ['categoryID', 'category_id'],
  phrase_id: ['phrase_id', 'phraseID'],
};

/** Parts of `attribute`, where that is category|relation|label. */
const part = (pattern: string) => `nullif(regexp_extract(attribute, '${pattern}', 1, 's'), '')`;
const yesOrNo = (text: string) =>
  `case lower(${text}) when '1' then 'yes' when '1.0' then 'yes' when '0' then 'no' when '0.0' then 'no' else ${text} end`;

/** What stands in a graph under these names, and in the gold files under others or within others. */
const ofAttribute = {
  category_id: `coalesce(category_id, ${part('^([^|]*)\\|[^|]*\\|.*$')})`,
  relation: yesOrNo(`coalesce(relation, ${part('^[^|]*\\|([^|]*)\\|.*$')}, context)`),
  label_name: `coalesce(label_name, ${part('^[^|]*\\|[^|]*\\|(.*)$')})`,
};
const ofRow = {
  phrase_id: 'coalesce(phrase_id, row_id)',
  sent_loc: `coalesce(sent_loc, try_cast(regexp_extract(coalesce(row_id, phrase_id), '^[0-9]+\\|([0-9]+([.][0-9]+)?)$', 1) as double))`,
};
const ofImage = {
  study_id: 'coalesce(file.study_id, own.study_id)',
  patient_id: 'coalesce(file.patient_id, own.patient_id)',
};
/** The graph of the image, for the ids that a file of boxes has not. */
const joined = 'left join main.images as own on own.image_id = file.image_id';

const text = (table: Table, derived: Record<string, string>, optional: readonly string[]): ExpectedTable => ({
  ...{ table, delimiter: '\t', headers: gold, derived, joined, optional, keepsFurther: true },
});
const csv = (table: Table, further: Partial<ExpectedTable> = {}): ExpectedTable => ({
  ...{
    table,
    delimiter: ',',
    headers: gold,
    derived: ofImage,
    joined,
    optional: ['study_id', 'patient_id'],
    keepsFurther: true,
  },
  ...further,
});

const attributes = [
  { ...ofImage, ...ofRow, ...ofAttribute },
  ['phrase_id', 'sent_loc', 'attribute', 'object_id', 'coord224'],
] as const;
const comparisons = [
  {
    ...attributes[0],
    comparisons: `coalesce(list_filter(list_transform(string_split(comparison, ';;'), lambda x: trim(x)), lambda x: x <> ''), [])`,
  },
  [
    'study_id',
    'row_id',
    'phrase_id',
    'sent_loc',
    'section',
    'category_id',
    'relation',
    'context',
    'comparisons',
    'current_image_id',
  ],
] as const;
const annotator = (name: string) =>
  csv(tables.gold_annotator_bboxes, {
    constants: { annotator: name },
    optional: ['study_id', 'patient_id', 'coord224', 'coord_original'],
  });
const frame = ['x1', 'y1', 'x2', 'y2', 'width', 'height'];

/** What the gold files should hold. Public readers use more columns than any of them documents; a column that is missing is NULL. */
export const goldTables: Partial<Record<InputFileId, ExpectedTable>> = {
  gold_attribute_relations: text(tables.gold_attribute_relations, ...attributes),
  gold_object_attributes: text(tables.gold_object_attributes, ...attributes),
  gold_baseline_object_attributes: text(tables.gold_baseline_object_attributes, ...attributes),
  gold_comparison_relations: text(tables.gold_comparison_relations, ...comparisons),
  gold_object_comparisons: text(tables.gold_object_comparisons, ...comparisons),
  gold_sentences: text(tables.gold_sentences, { ...ofImage, ...ofRow }, ['phrase_id']),
  gold_auto_bboxes: text(tables.gold_auto_bboxes, ofImage, ['study_id', 'patient_id', ...frame]),
  gold_bboxes: csv(tables.gold_bboxes),
  gold_annotator_bboxes_1_C: annotator('1_C'),
  gold_annotator_bboxes_1_W: annotator('1_W'),
  gold_annotator_bboxes_2_J: annotator('2_J'),
  gold_annotator_bboxes_2_S: annotator('2_S'),
  gold_scaling_factors: csv(tables.gold_scaling_factors, { derived: {}, joined: '', optional: [] }),
};
