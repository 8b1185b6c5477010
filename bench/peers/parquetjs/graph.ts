/** A scene graph as it is written, as far as the tables need it. */
export interface SceneGraph {
  readonly image_id: string;
  readonly patient_id: number;
  readonly study_id: number;
  readonly viewpoint: string;
  readonly gender: string;
  readonly age_decile: string;
  readonly reason_for_exam: string;
  readonly StudyOrder: number;
  readonly StudyDateTime: string;
  readonly objects: readonly Named[];
  readonly attributes: readonly AttributeEntry[];
  readonly relationships: readonly RelationEntry[];
}

/** What boxes and attribute entries share; boxes have their coordinates in addition. */
export interface Named {
  readonly object_id: string;
  readonly bbox_name: string;
  readonly synsets: readonly string[];
  readonly name: string;
  readonly [key: string]: unknown;
}

/** Lists are parallel: one element a sentence. */
export interface AttributeEntry extends Named {
  readonly attributes: readonly (readonly string[])[];
  readonly attributes_ids: readonly (readonly string[])[];
  readonly phrases: readonly string[];
  readonly phrase_IDs: readonly string[];
  readonly sections: readonly string[];
  readonly comparison_cues: readonly (readonly string[])[];
  readonly temporal_cues: readonly (readonly string[])[];
  readonly severity_cues: readonly (readonly string[])[];
  readonly texture_cues: readonly (readonly string[])[];
}

export interface RelationEntry {
  readonly relationship_id: string;
  readonly predicate: string;
  readonly synsets: readonly string[];
  readonly relationship_names: readonly string[];
  readonly relationship_contexts: readonly number[];
  readonly phrase: string;
  readonly attributes: readonly string[];
  readonly bbox_name: string;
  readonly subject_id: string;
  readonly object_id: string;
}
