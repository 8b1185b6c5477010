import type { Column, ColumnType } from './column.js';

/**
 * Columns that mean the same wherever they occur, described once. Tables take them with `field`; a view's header lists their
 * names without a description. What a table or view means otherwise by such a name, it says itself.
 */
export const fields = {
  image_id: ['VARCHAR', 'the image: MIMIC-CXR dicom_id, without .dcm'],
  study_id: ['INTEGER', 'the study: MIMIC-CXR study_id; the images of a study share its report'],
  patient_id: ['INTEGER', 'the patient: MIMIC subject_id'],
  viewpoint: ['VARCHAR', 'view of the image: AP or PA; any other value is kept and reported in data_issues'],
  gender: ['VARCHAR', 'sex of the patient as recorded: F or M'],
  age_decile: ['VARCHAR', 'age range of the patient in years, e.g. 50-60'],
  study_order: ['INTEGER', 'StudyOrder: 1 is the first study of the patient; gaps are possible'],
  bbox_name: ['VARCHAR', 'the anatomical region'],
  umls_name: ['VARCHAR', 'UMLS name of the region (name)'],
  entry_index: ['INTEGER', 'place of the entry in the attributes list of the JSON, from 0'],
  phrase_index: ['INTEGER', 'place of the phrase in the entry, from 0'],
  attribute_index: ['INTEGER', 'place of the attribute string in the phrase, from 0'],
  phrase_id: ['VARCHAR', 'the sentence: study_id|sentence number, as written'],
  sent_loc: ['DOUBLE', 'place of the sentence in the report: the number behind the | of phrase_id'],
  section: [
    'VARCHAR',
    'section of the sentence: finalreport or prelimread; other values are kept and reported',
  ],
  category_id: [
    'VARCHAR',
    'category of the finding: anatomicalfinding, disease, tubesandlines, device, technicalassessment, nlp, …',
  ],
  label_name: ['VARCHAR', 'the finding: what follows the second | of the attribute string'],
  is_finding: ['BOOLEAN', 'category_id is one of findings: not nlp, severity, temporal, texture, laterality'],
  comparison_cues: cues('comparison'),
  temporal_cues: cues('temporal'),
  severity_cues: cues('severity'),
  texture_cues: cues('texture'),
  side_stated: [
    'BOOLEAN',
    'the sentence itself names the side of the region (states_side); NULL without text or side',
  ],
  place_stated: [
    'BOOLEAN',
    'the sentence itself names the region, or a place below it if it is a whole lung (states_place); NULL without text or side',
  ],
  n_yes: ['BIGINT', 'distinct phrase_ids that affirm it'],
  n_no: ['BIGINT', 'distinct phrase_ids that deny it'],
  is_conflict: ['BOOLEAN', 'some sentences affirm it and some deny it'],
  last_phrase_id: ['VARCHAR', 'the sentence of the last mention'],
  last_section: ['VARCHAR', 'section of the last mention'],
  n_regions_yes: ['BIGINT', 'regions whose last mention affirms it'],
  n_regions_no: ['BIGINT', 'regions whose last mention denies it'],
  has_box: ['BOOLEAN', 'the image has a usable box of that region (see region_boxes)'],
} as const satisfies Record<string, readonly [ColumnType, string]>;

export type FieldName = keyof typeof fields;

/** The column of that name, as described once. */
export function field(name: FieldName): Column {
  const [type, description] = fields[name];
  return { name, type, description };
}

/** The column of that name, NOT NULL. */
export function requiredField(name: FieldName): Column {
  return { ...field(name), required: true };
}

/** What that name means wherever a view or table does not say otherwise; undefined for a name without such a meaning. */
export function fieldDescription(name: string): string | undefined {
  return Object.hasOwn(fields, name) ? fields[name as FieldName][1] : undefined;
}

function cues(kind: string): [ColumnType, string] {
  return ['VARCHAR[]', `${kind} cues of the sentence as written, e.g. ${kind}|yes|…; [] when there are none`];
}
