/**
 * The columns of each table by the names of the warehouse: the number of a column is its place in memory. Values are 32-bit numbers,
 * or members of a dictionary, or (of text) where a row's text ends. The first three are the keys of every table.
 */
export enum ImageColumn {
  image_id,
  study_id,
  patient_id,
  viewpoint,
  gender,
  age_decile,
  reason_for_exam,
  study_order,
  /** StudyDateTime in two columns: days since 1970, and seconds of the day. */
  study_day,
  study_second,
}

export enum ObjectColumn {
  image_id = 10,
  study_id,
  patient_id,
  object_index,
  bbox_name,
  cuis,
  umls_name,
  x1,
  y1,
  x2,
  y2,
  width,
  height,
  original_x1,
  original_y1,
  original_x2,
  original_y2,
  original_width,
  original_height,
}

export enum ObjectPhraseColumn {
  image_id = 29,
  study_id,
  patient_id,
  entry_index,
  bbox_name,
  cuis,
  umls_name,
  phrase_index,
  sent_loc,
  section,
  comparison_cues,
  temporal_cues,
  severity_cues,
  texture_cues,
}

export enum ObjectAttributeColumn {
  image_id = 43,
  study_id,
  patient_id,
  entry_index,
  bbox_name,
  phrase_index,
  attribute_index,
  sent_loc,
  section,
  /** category_id, relation and label_name in one. */
  attribute,
  cuis,
  comparison_cues,
  temporal_cues,
  severity_cues,
  texture_cues,
}

export enum PhraseColumn {
  image_id = 58,
  study_id,
  patient_id,
  sent_loc,
  section,
  phrase,
}

export enum RelationshipColumn {
  image_id = 64,
  study_id,
  patient_id,
  relationship_index,
  relationship_id,
  bbox_name,
  previous_image_id,
  previous_study_id,
  sent_loc,
  predicates,
  cuis,
  relationship_names,
  relationship_contexts,
  attributes,
  phrase,
}
