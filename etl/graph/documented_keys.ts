/** Keys of a scene graph. */
export const graphKeys = [
  ...['image_id', 'viewpoint', 'patient_id', 'study_id', 'gender', 'age_decile', 'reason_for_exam'],
  ...['StudyOrder', 'StudyDateTime', 'objects', 'attributes', 'relationships'],
] as const;

/** Coordinates of a box in the 224×224 frame, in pixels. */
const frame = ['x1', 'y1', 'x2', 'y2', 'width', 'height'] as const;

/** The twelve coordinates of a box: in the 224×224 frame, then in the original image, in pixels. */
export const coordinateKeys: readonly string[] = [...frame, ...frame.map((name) => `original_${name}`)];

/** Keys of an objects[] entry. */
export const objectKeys: readonly string[] = ['object_id', 'bbox_name', 'synsets', 'name', ...coordinateKeys];

/** Lists of an attributes[] entry that hold cues, one list of them per phrase. */
export const cueKeys = ['comparison_cues', 'temporal_cues', 'severity_cues', 'texture_cues'] as const;

/** Keys of an attributes[] entry, less the dynamic one that is named like its region. */
export const attributesKeys = [
  ...['bbox_name', 'synsets', 'name', 'attributes', 'attributes_ids', 'phrases', 'phrase_IDs', 'sections'],
  ...cueKeys,
  'object_id',
] as const;

/** Keys of a relationships[] entry. */
export const relationshipKeys = [
  ...['relationship_id', 'predicate', 'synsets', 'relationship_names', 'relationship_contexts', 'phrase'],
  ...['attributes', 'bbox_name', 'subject_id', 'object_id'],
] as const;
