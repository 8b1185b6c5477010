import { GoldTable } from './table.js';

const finding = [
  ...[
    'patient_id',
    'study_id',
    'image_id',
    'sent_loc',
    'section',
    'row_id',
    'bbox',
    'relation',
    'label_name',
  ],
  ...['context', 'categoryID', 'sentence'],
];
const comparison = [
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
];
const comparedImages = ['label_name', 'current_image_id', 'previous_image_id'];
const comparedBoxes = [
  ...['bbox_coord_224_subject', 'bbox_coord_224_object'],
  ...['bbox_coord_original_subject', 'bbox_coord_original_object'],
];
const annotation = [
  ...['image_id', 'x1', 'y1', 'x2', 'y2', 'width', 'height', 'bbox_name', 'annot_id'],
  ...['original_x1', 'original_x2', 'original_y1', 'original_y2', 'original_width', 'original_height'],
];

/** The annotators: two look at the first two thirds of the images, two at the last two thirds. */
export const annotators = ['1_C', '1_W', '2_J', '2_S'] as const;

/** Empty gold tables by their file in `gold_dataset/`. */
export function goldTables() {
  return {
    'gold_attributes_relations_500pts_500studies1st.txt': new GoldTable(finding, '\t'),
    'gold_object_attribute_with_coordinates.txt': new GoldTable([...finding, 'coord_original'], '\t'),
    'gold_comparison_relations_500pts_500studies2nd.txt': new GoldTable(
      [...comparison, ...comparedImages],
      '\t',
    ),
    'gold_object_comparison_with_coordinates.txt': new GoldTable(
      [...comparison, ...comparedBoxes, ...comparedImages],
      '\t',
    ),
    'gold_all_sentences_500pts_1000studies.txt': new GoldTable(
      ['patient_id', 'study_id', 'image_id', 'sent_loc', 'section', 'sentence', 'row_id'],
      '\t',
    ),
    'auto_bbox_pipeline_coordinates_1000_images.txt': new GoldTable(
      [
        ...['image_id', 'bbox_name', 'original_x1', 'original_y1', 'original_x2', 'original_y2'],
        ...['original_width', 'original_height'],
      ],
      '\t',
    ),
    'gold_bbox_coordinate_annotations_1000images.csv': new GoldTable(
      [...annotation, 'annotator', 'coord224', 'coord_original'],
      ',',
    ),
    'bbox_coordinate_annotations_1_C.csv': new GoldTable(annotation, ','),
    'bbox_coordinate_annotations_1_W.csv': new GoldTable(annotation, ','),
    'bbox_coordinate_annotations_2_J.csv': new GoldTable(annotation, ','),
    'bbox_coordinate_annotations_2_S.csv': new GoldTable(annotation, ','),
    'gold_bbox_scaling_factors_original_to_224x224.csv': new GoldTable(
      ['image_id', 'top', 'bottom', 'left', 'right', 'ratio'],
      ',',
    ),
  };
}

export type GoldTables = ReturnType<typeof goldTables>;
