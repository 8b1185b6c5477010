/** A JSON object; a key that is undefined is absent. */
export type Json = Record<string, unknown>;

/** A sound scene graph without boxes, findings and comparisons, with other values where `values` has them. */
export function graphOf(values: Json = {}): Json {
  return {
    image_id: 'a1',
    viewpoint: 'AP',
    patient_id: 10000001,
    study_id: 50000001,
    gender: 'F',
    age_decile: '50-60',
    reason_for_exam: 'cough',
    StudyOrder: 1,
    StudyDateTime: '2150-01-01 10:00:00 UTC',
    objects: [],
    attributes: [],
    relationships: [],
    ...values,
  };
}

/** A sound objects[] entry. */
export function objectOf(values: Json = {}): Json {
  return {
    object_id: 'a1_right lung',
    x1: 10,
    y1: 20,
    x2: 110,
    y2: 200,
    width: 100,
    height: 180,
    bbox_name: 'right lung',
    synsets: ['C0225706'],
    name: 'Right lung',
    original_x1: 100,
    original_y1: 200,
    original_x2: 1100,
    original_y2: 2000,
    original_width: 1000,
    original_height: 1800,
    ...values,
  };
}

/** A sound attributes[] entry: one sentence with one finding. */
export function attributesOf(values: Json = {}): Json {
  return {
    'right lung': true,
    bbox_name: 'right lung',
    synsets: ['C0225706'],
    name: 'Right lung',
    attributes: [['anatomicalfinding|no|pneumothorax']],
    attributes_ids: [['C1963215;;C0032326']],
    phrases: ['No pneumothorax.'],
    phrase_IDs: ['50000001|10'],
    sections: ['finalreport'],
    comparison_cues: [[]],
    temporal_cues: [[]],
    severity_cues: [[]],
    texture_cues: [[]],
    object_id: 'a1_right lung',
    ...values,
  };
}

/** A sound relationships[] entry. */
export function relationshipOf(values: Json = {}): Json {
  return {
    relationship_id: '50000001|7_50000000_C0225706_a1_a0',
    predicate: "['No status change']",
    synsets: ['C0442739'],
    relationship_names: ['comparison|yes|no change'],
    relationship_contexts: [1.0],
    phrase: 'Unchanged.',
    attributes: ['anatomicalfinding|yes|atelectasis'],
    bbox_name: 'right lung',
    subject_id: 'a1_right lung',
    object_id: 'a0_right lung',
    ...values,
  };
}
