import { GoldTable } from './table.js';

const finding = [
  ...['patient_id', 'study_id', 'image_id', 'sent_loc', 'section', 'row_id', 'bbox', 'relation'],
  ...['label_name', 'context', 'categoryID', 'sentence', 'object_id', 'attribute'],
];
const findingWithBox = [...finding, 'coord224', 'coord_original'];
const comparison = [
  ...[
    'patient_id',
    'study_id',
    'image_id',
    'sent_loc',
    'section',
    'row_id',
    'bbox',
    'comparison',
    'relation',
  ],
  ...['label_name', 'context', 'categoryID', 'sentence'],
  ...['relationship_id', 'subject_id', 'object_id', 'attribute', 'current_image_id', 'previous_image_id'],
];
const comparisonWithBoxes = [
  ...[
    'patient_id',
    'relationship_id',
    'subject_id',
    'object_id',
    'bbox',
    'comparison',
    'attribute',
    'sentence',
  ],
  ...['bbox_coord_224_subject', 'bbox_coord_224_object'],
  ...['bbox_coord_original_subject', 'bbox_coord_original_object'],
  ...['label_name', 'current_image_id', 'previous_image_id'],
];
const annotation = [
  ...['image_id', 'x1', 'y1', 'x2', 'y2', 'width', 'height', 'bbox_name', 'annot_id'],
  ...['original_x1', 'original_x2', 'original_y1', 'original_y2', 'original_width', 'original_height'],
];

/** Beginning of the paths of the four annotators' boxes. */
export const boxes = 'gold_dataset/bbox_coordinate_annotations';

/** The annotators: two look at the first two thirds of the images, two at the last two thirds. */
export const annotators = ['1_C', '1_W', '2_J', '2_S'] as const;

const tabs = (columns: readonly string[]) => new GoldTable(columns, '\t');
const commas = (columns: readonly string[]) => new GoldTable(columns, ',');

/** Empty gold tables by their file in `gold_dataset/`. */
export function goldTables() {
  return {
    'gold_attributes_relations_500pts_500studies1st.txt': tabs(finding),
    'gold_object_attribute_with_coordinates.txt': tabs(findingWithBox),
    'gold_baseline_object_attribute_with_coordinate.txt': tabs(findingWithBox),
    'gold_comparison_relations_500pts_500studies2nd.txt': tabs(comparison),
    'gold_object_comparison_with_coordinates.txt': tabs(comparisonWithBoxes),
    'gold_all_sentences_500pts_1000studies.txt': tabs([
      ...['patient_id', 'study_id', 'image_id', 'sent_loc', 'section', 'sentence', 'row_id'],
    ]),
    'auto_bbox_pipeline_coordinates_1000_images.txt': tabs([
      ...['image_id', 'bbox_name', 'original_x1', 'original_y1', 'original_x2', 'original_y2'],
      ...['original_width', 'original_height'],
    ]),
    'gold_bbox_coordinate_annotations_1000images.csv': commas([
      ...[...annotation, 'annotator', 'coord224', 'coord_original'],
    ]),
    'bbox_coordinate_annotations_1_C.csv': commas(annotation),
    'bbox_coordinate_annotations_1_W.csv': commas(annotation),
    'bbox_coordinate_annotations_2_J.csv': commas(annotation),
    'bbox_coordinate_annotations_2_S.csv': commas(annotation),
    'gold_bbox_scaling_factors_original_to_224x224.csv': commas([
      ...['image_id', 'top', 'bottom', 'left', 'right', 'ratio'],
    ]),
  };
}

export type GoldTables = ReturnType<typeof goldTables>;

/** Path of a gold file within the release. */
export type GoldFile = `gold_dataset/${keyof GoldTables}`;
