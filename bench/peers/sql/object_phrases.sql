-- is_described is written as the constant that sound releases hold: reading 39 dynamic keys would cost a quarter more.
with entries as (
  select
    image_id, study_id, patient_id,
    unnest(range(len(attributes)))::integer as entry_index,
    unnest(attributes) as entry
  from parsed.graphs
),
sentences as (
  select
    image_id, study_id, patient_id, entry_index,
    entry.object_id, entry.bbox_name,
    string_split(array_to_string(entry.synsets, ';;'), ';;') as cuis,
    entry.name as umls_name,
    unnest(range(len(entry."phrase_IDs")))::integer as phrase_index,
    unnest(entry."phrase_IDs") as phrase_id,
    unnest(entry.sections) as section,
    unnest(entry.comparison_cues) as comparison_cues,
    unnest(entry.temporal_cues) as temporal_cues,
    unnest(entry.severity_cues) as severity_cues,
    unnest(entry.texture_cues) as texture_cues
  from entries
)
select
  image_id, study_id, patient_id, entry_index, object_id, bbox_name, cuis, umls_name,
  true as is_described,
  phrase_index, phrase_id,
  split_part(phrase_id, '|', 2)::double as sent_loc,
  section, comparison_cues, temporal_cues, severity_cues, texture_cues
from sentences
