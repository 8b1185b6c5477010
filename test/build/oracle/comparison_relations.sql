with relations as (
  select image_id, study_id, patient_id,
    generate_subscripts(relationships, 1) - 1 as relationship_index,
    unnest(relationships) as relation
  from graphs
),
identified as (
  select *,
    nullif(regexp_extract(relation.relationship_id, '^([^_|]+\|[0-9.]+)_[0-9]+_.', 1), '') as phrase_id,
    nullif(regexp_extract(relation.relationship_id, '^[^_|]+\|[0-9.]+_([0-9]+)_.', 1), '') as previous_study_id
  from relations
)
select image_id, study_id, patient_id, relationship_index,
  relation.relationship_id, relation.bbox_name, relation.subject_id, relation.object_id,
  string_split(relation.object_id, '_')[1] as previous_image_id,
  previous_study_id::integer as previous_study_id,
  phrase_id,
  string_split(phrase_id, '|')[-1]::double as sent_loc,
  json_transform(replace(relation.predicate, '''', '"'), '["varchar"]') as predicates,
  concepts(relation.synsets) as cuis,
  list_transform(
    list_filter(relation.relationship_names, lambda name: name like '%|yes|%'),
    lambda name: string_split(name, '|')[3]
  ) as comparisons,
  relation.relationship_names, relation.relationship_contexts, relation.attributes, relation.phrase
from identified
