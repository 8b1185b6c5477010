/** What has a dictionary. A list is a member too: of the numbers of its elements, which are members of another domain. */
export enum Domain {
  image_id,
  viewpoint,
  gender,
  age_decile,
  bbox_name,
  umls_name,
  section,
  /** An attribute string of an attributes[] entry, `category|relation|label`. */
  attribute,
  /** A string of attributes_ids, concept ids joined by `;;`. */
  attribute_cuis,
  synset,
  synsets,
  cue,
  comparison_cues,
  temporal_cues,
  severity_cues,
  texture_cues,
  previous_image_id,
  predicate,
  relationship_name,
  relationship_names,
  /** A number as it is written. */
  relationship_context,
  relationship_contexts,
  compared_attribute,
  compared_attributes,
}

/** Number of domains. */
export const DOMAINS = 24;
