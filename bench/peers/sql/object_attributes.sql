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
    unnest(range(len(entry."phrase_IDs")))::integer as phrase_index,
    unnest(entry."phrase_IDs") as phrase_id,
    unnest(entry.sections) as section,
    unnest(entry.attributes) as strings,
    unnest(entry.attributes_ids) as ids,
    unnest(entry.comparison_cues) as comparison_cues,
    unnest(entry.temporal_cues) as temporal_cues,
    unnest(entry.severity_cues) as severity_cues,
    unnest(entry.texture_cues) as texture_cues
  from entries
),
numbered as (
  select *, split_part(phrase_id, '|', 2)::double as sent_loc from sentences
),
strings as (
  select
    * exclude (strings, ids),
    unnest(range(len(strings)))::integer as attribute_index,
    unnest(strings) as string,
    unnest(ids) as id
  from numbered
)
select
  image_id, study_id, patient_id, entry_index, object_id, bbox_name, phrase_index, attribute_index,
  phrase_id, sent_loc, section,
  split_part(string, '|', 1) as category_id,
  split_part(string, '|', 2) as relation,
  split_part(string, '|', 3) as label_name,
  string_split(id, ';;') as cuis,
  comparison_cues, temporal_cues, severity_cues, texture_cues
from strings
