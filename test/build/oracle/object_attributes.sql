with strings as (
  select *,
    generate_subscripts(attributes, 1) - 1 as attribute_index,
    unnest(attributes) as string,
    unnest(attributes_ids) as ids
  from sentences
)
select image_id, study_id, patient_id, entry_index, object_id, bbox_name, phrase_index, attribute_index,
  phrase_id, sent_loc, section,
  string_split(string, '|')[1] as category_id,
  string_split(string, '|')[2] as relation,
  array_to_string(string_split(string, '|')[3:], '|') as label_name,
  concepts([ids]) as cuis,
  comparison_cues, temporal_cues, severity_cues, texture_cues
from strings
