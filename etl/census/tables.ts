import type { InputFileId } from '../discover/known_files.js';
import { coordinateKeys } from '../graph/documented_keys.js';
import type { TextKind } from './value.js';
import { members } from './vocabularies.js';

/** What is assumed of a text table of the release. */
export interface AssumedTable {
  readonly delimiter: ',' | '\t';
  /** Names of its columns, and what may be said of their values. The blank name is that of pandas' row numbers. */
  readonly columns: Readonly<Record<string, TextKind>>;
  /** Columns that it may have as well: some reader of the real file uses them, or of a file that is like it. */
  readonly possible?: Readonly<Record<string, TextKind>>;
  /** Number of rows that others have published. */
  readonly rows?: number;
}

type Columns = AssumedTable['columns'];

/** Columns of which the forms of their values may be shown. */
const forms = (...names: string[]): Columns => Object.fromEntries(names.map((name) => [name, 'form']));

const listed: Columns = {
  ...forms('subject_id', 'study_id', 'dicom_id', 'path'),
  ViewPosition: members.viewpoints,
};
const split = (rows: number): AssumedTable => ({
  delimiter: ',',
  columns: { ...forms(''), ...listed },
  rows,
});

const annotated: Columns = {
  ...forms('image_id', ...coordinateKeys, 'annot_id'),
  bbox_name: members.regions,
};

const bbox = { bbox: members.regions } as const;
const label = { label_name: members.labelNames } as const;
const context = { context: members.relations } as const;
const category = { categoryID: members.categories } as const;
const sentence = { sentence: 'text' } as const;
const section = { section: members.sections } as const;

const attribute: Columns = {
  ...forms('patient_id', 'study_id', 'image_id', 'row_id', 'relation'),
  ...{ ...bbox, ...label, ...context, ...category, ...sentence },
};
const coordinates = forms('coord224', 'coord_original', 'bbox_coord_224', 'bbox_coord_original');
const perhapsAttribute: Columns = {
  ...forms('patient_id', 'study_id', 'image_id', 'row_id', 'relation', 'sent_loc', 'object_id'),
  ...{ ...bbox, ...label, ...context, ...category, ...sentence, ...section },
  ...{ ...coordinates, attribute: 'text' },
};
const compared: Columns = {
  ...forms('relationship_id', 'subject_id', 'object_id', 'current_image_id', 'previous_image_id'),
  ...forms('bbox_coord_224_subject', 'bbox_coord_224_object'),
  ...forms('bbox_coord_original_subject', 'bbox_coord_original_object'),
  ...{ comparison: members.comparisons, attribute: 'text' },
};

const tab = (columns: Columns, rows?: number, possible: Columns = {}): AssumedTable => ({
  delimiter: '\t',
  columns,
  possible,
  ...(rows !== undefined && { rows }),
});
const annotator = (rows: number): AssumedTable => ({ delimiter: ',', columns: annotated, rows });

/** The text tables of the release by their id. */
export const assumedTables: Readonly<Partial<Record<InputFileId, AssumedTable>>> = {
  split_train: split(166_521),
  split_valid: split(23_953),
  split_test: split(47_393),
  images_to_avoid: { delimiter: ',', columns: listed, rows: 3821 },
  sentences: tab(
    { ...forms('subject_id', 'rad_id', 'sent_loc', 'row_id'), ...section, ...sentence },
    2_340_797,
  ),
  gold_attribute_relations: tab(attribute, undefined, perhapsAttribute),
  gold_object_attributes: tab(
    {
      ...forms('patient_id', 'image_id', 'row_id', 'coord_original'),
      ...bbox,
      ...sentence,
      ...label,
      ...context,
    },
    15_688,
    perhapsAttribute,
  ),
  gold_baseline_object_attributes: tab(
    { ...forms('image_id'), ...bbox, ...label, ...context },
    undefined,
    perhapsAttribute,
  ),
  gold_comparison_relations: tab({ ...forms('image_id'), ...bbox, ...label, ...context }, undefined, {
    ...perhapsAttribute,
    ...compared,
  }),
  gold_object_comparisons: tab(
    { ...forms('patient_id'), ...bbox, ...sentence, ...label, ...compared },
    3921,
    perhapsAttribute,
  ),
  gold_sentences: tab(
    { ...forms('patient_id', 'study_id', 'image_id', 'sent_loc'), ...section, ...sentence },
    undefined,
    perhapsAttribute,
  ),
  gold_auto_bboxes: tab(
    {
      ...forms('image_id', 'original_x1', 'original_y1', 'original_x2', 'original_y2'),
      bbox_name: members.regions,
    },
    undefined,
    { ...annotated, ...forms('patient_id', 'study_id') },
  ),
  gold_bboxes: {
    delimiter: ',',
    columns: { ...annotated, annotator: members.annotators, ...forms('coord224', 'coord_original') },
    rows: 25_989,
  },
  gold_scaling_factors: {
    delimiter: ',',
    columns: forms('image_id', 'top', 'bottom', 'left', 'right', 'ratio'),
    rows: 1000,
  },
  gold_annotator_bboxes_1_C: annotator(16_996),
  gold_annotator_bboxes_1_W: annotator(16_995),
  gold_annotator_bboxes_2_J: annotator(16_934),
  gold_annotator_bboxes_2_S: annotator(16_998),
};
