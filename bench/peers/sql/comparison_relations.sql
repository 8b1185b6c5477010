with entries as (
  select
    image_id, study_id, patient_id,
    unnest(range(len(relationships)))::integer as relationship_index,
    unnest(relationships) as entry
  from parsed.graphs
)
select
  image_id, study_id, patient_id, relationship_index,
  entry.relationship_id, entry.bbox_name, entry.subject_id, entry.object_id,
  split_part(entry.object_id, '_', 1) as previous_image_id,
  split_part(entry.relationship_id, '_', 2)::integer as previous_study_id,
  split_part(entry.relationship_id, '_', 1) as phrase_id,
  split_part(split_part(entry.relationship_id, '_', 1), '|', 2)::double as sent_loc,
  regexp_extract_all(entry.predicate, '''([^'']*)''', 1) as predicates,
  string_split(array_to_string(entry.synsets, ';;'), ';;') as cuis,
  [split_part(name, '|', 3) for name in entry.relationship_names if split_part(name, '|', 2) = 'yes'] as comparisons,
  entry.relationship_names, entry.relationship_contexts, entry.attributes, entry.phrase
from entries
