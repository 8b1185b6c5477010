-- graph_mentions_chosen: What the report says of the regions of a graph
-- one row per image, bbox_name and finding or verdict of region_findings. severity, temporal, texture and comparison are the affirmed cues
-- (cue_values) of the sentence of the last mention: they belong to that sentence, not to this finding alone
create or replace temp table graph_mentions_chosen as
with said as (
  select regions.id as source, place, patient, image_id, bbox_name,
    findings.id as target,
    category_id, label_name, last_mention, last_mention_final, state, n_yes, n_no,
    last_phrase_id as phrase_id
  from main.region_findings
  join graph_regions_chosen as regions using (image_id, patient_id, bbox_name)
  join graph_labels as findings using (category_id, label_name)
  where region_findings.patient_id between getvariable('first_patient') and getvariable('last_patient')
    and (is_finding or category_id = 'nlp')
),
cues as (
  select image_id, bbox_name, category_id, label_name, phrase_id,
    list_sort(list_distinct(flatten(list(cue_values(severity_cues))))) as severity,
    list_sort(list_distinct(flatten(list(cue_values(temporal_cues))))) as temporal,
    list_sort(list_distinct(flatten(list(cue_values(texture_cues))))) as texture,
    list_sort(list_distinct(flatten(list(cue_values(comparison_cues))))) as comparison
  from main.object_attributes
  where patient_id between getvariable('first_patient') and getvariable('last_patient')
    and len(severity_cues) + len(temporal_cues) + len(texture_cues) + len(comparison_cues) > 0
  group by image_id, bbox_name, category_id, label_name, phrase_id
)
select said.*, severity, temporal, texture, comparison
from said
left join cues using (image_id, bbox_name, category_id, label_name, phrase_id)
