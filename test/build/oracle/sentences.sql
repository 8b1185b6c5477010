-- One row a sentence of an attributes entry, its parallel lists taken apart
create table sentences as
with entries as (
  select image_id, study_id, patient_id,
    generate_subscripts(attributes, 1) - 1 as entry_index,
    unnest(attributes) as json
  from graphs
),
typed as (
  select * exclude json,
    json_transform(json, '{
      "object_id": "varchar", "bbox_name": "varchar", "synsets": ["varchar"], "name": "varchar",
      "attributes": [["varchar"]], "attributes_ids": [["varchar"]], "phrases": ["varchar"], "phrase_IDs": ["varchar"],
      "sections": ["varchar"], "comparison_cues": [["varchar"]], "temporal_cues": [["varchar"]],
      "severity_cues": [["varchar"]], "texture_cues": [["varchar"]]
    }') as entry,
    (json -> ('$."' || (json ->> 'bbox_name') || '"'))::varchar::boolean as is_described
  from entries
),
numbered as (
  select *, unnest(range(len(entry.phrases))) as phrase_index from typed
)
select image_id, study_id, patient_id,
  entry_index, phrase_index, is_described,
  entry.object_id as object_id,
  entry.bbox_name as bbox_name,
  concepts(entry.synsets) as region_cuis,
  entry.name as umls_name,
  entry."phrase_IDs"[phrase_index + 1] as phrase_id,
  try_cast(string_split(entry."phrase_IDs"[phrase_index + 1], '|')[-1] as double) as sent_loc,
  entry.sections[phrase_index + 1] as section,
  entry.phrases[phrase_index + 1] as phrase,
  entry.attributes[phrase_index + 1] as attributes,
  entry.attributes_ids[phrase_index + 1] as attributes_ids,
  coalesce(entry.comparison_cues[phrase_index + 1], []) as comparison_cues,
  coalesce(entry.temporal_cues[phrase_index + 1], []) as temporal_cues,
  coalesce(entry.severity_cues[phrase_index + 1], []) as severity_cues,
  coalesce(entry.texture_cues[phrase_index + 1], []) as texture_cues
from numbered
