import * as inputs from '../schema/inputs.js';
import type { Table } from '../schema/table.js';

/** A text file that fills a table of the warehouse, when it is there. */
export interface InputFile {
  readonly table: Table;
  /** Path within the release, or undefined when an option names it. */
  readonly path?: string;
  readonly delimiter: ',' | '\t';
  /** What a column is called in the file, where it is not called as in the table; the first that is there counts. */
  readonly headers: Readonly<Record<string, readonly string[]>>;
  /** Values that the name of the file tells. */
  readonly constants?: Readonly<Record<string, string>>;
}

const ids = { image_id: ['dicom_id', 'image_id'], patient_id: ['subject_id', 'patient_id'] };
const gold = {
  bbox_name: ['bbox', 'bbox_name'],
  category_id: ['categoryID', 'category_id'],
  image_id: ['image_id', 'dicom_id'],
};
const comparison = { ...gold, image_id: ['current_image_id', 'image_id'] };

const split = (name: string): InputFile => ({
  table: inputs.splits,
  path: `silver_dataset/splits/${name}.csv`,
  delimiter: ',',
  headers: { ...ids, viewpoint: ['ViewPosition'] },
  constants: { split: name },
});

const goldText = (table: Table, name: string, headers: InputFile['headers']): InputFile => ({
  table,
  path: `gold_dataset/${name}.txt`,
  delimiter: '\t',
  headers,
});

const goldCsv = (table: Table, name: string): InputFile => ({
  table,
  path: `gold_dataset/${name}.csv`,
  delimiter: ',',
  headers: gold,
});

/** The files of a release beside its scene graphs that are loaded. */
export const releaseFiles: readonly InputFile[] = [
  ...['train', 'valid', 'test'].map(split),
  {
    table: inputs.images_to_avoid,
    path: 'silver_dataset/splits/images_to_avoid.csv',
    delimiter: ',',
    headers: { ...ids, viewpoint: ['ViewPosition'] },
  },
  {
    table: inputs.sentences,
    path: 'silver_dataset/cxr-mimic-v2.0.0-processed-sentences_all.txt',
    delimiter: '\t',
    headers: { ...ids, study_id: ['rad_id', 'study_id'] },
  },
  goldText(inputs.gold_attribute_relations, 'gold_attributes_relations_500pts_500studies1st', gold),
  goldText(inputs.gold_object_attributes, 'gold_object_attribute_with_coordinates', gold),
  goldText(inputs.gold_comparison_relations, 'gold_comparison_relations_500pts_500studies2nd', comparison),
  goldText(inputs.gold_object_comparisons, 'gold_object_comparison_with_coordinates', comparison),
  goldText(inputs.gold_sentences, 'gold_all_sentences_500pts_1000studies', gold),
  goldText(inputs.gold_auto_bboxes, 'auto_bbox_pipeline_coordinates_1000_images', gold),
  goldCsv(inputs.gold_bboxes, 'gold_bbox_coordinate_annotations_1000images'),
  goldCsv(inputs.gold_scaling_factors, 'gold_bbox_scaling_factors_original_to_224x224'),
];

/** The metadata file of MIMIC-CXR-JPG, named by an option. */
export const metadataFile: InputFile = {
  table: inputs.mimic_metadata,
  delimiter: ',',
  headers: {
    ...ids,
    view_position: ['ViewPosition'],
    rows: ['Rows'],
    columns: ['Columns'],
    study_date: ['StudyDate'],
    study_time: ['StudyTime'],
  },
};
