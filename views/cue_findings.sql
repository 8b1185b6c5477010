-- cue_findings: Cues (severity, temporal, texture, comparison) beside the findings of their sentence
-- grain: attribute mention × cue; categories nlp, severity, temporal, texture and laterality are no findings
-- rule: a cue belongs to the sentence, not to one finding of it; it is safe to read it as the finding's own only where
--   is_ambiguous is false. severity|yes|hedge is how the dataset marks hedging
-- tie-break: none
-- source: cue lists of the dataset; one project keeps a cue only where the sentence has a single finding
-- columns:
--   image_id: the image
--   study_id: the study
--   patient_id: the patient
--   entry_index: place of the entry in the attributes list of the JSON
--   phrase_index: place of the phrase in the entry
--   attribute_index: place of the attribute string in the phrase
--   bbox_name: the region
--   category_id: category of the finding
--   label_name: the finding
--   relation: yes or no
--   phrase_id: the sentence
--   sent_loc: its place in the report
--   section: its section
--   cue_type: comparison, temporal, severity or texture: the list that holds the cue
--   cue_value: the cue's value, e.g. mild; the cue as written where it has no three parts
--   n_findings: distinct findings of the sentence in this image
--   n_leaf_findings: those that are no ancestor (see ontology) of another finding of the sentence
--   is_ambiguous: the sentence carries more than one distinct finding
with mentions as (
  select image_id, study_id, patient_id, entry_index, phrase_index, attribute_index, bbox_name,
    category_id, label_name, relation, phrase_id, sent_loc, section,
    comparison_cues, temporal_cues, severity_cues, texture_cues
  from main.object_attributes
  where category_id not in ('nlp', 'severity', 'temporal', 'texture', 'laterality')
),
cued as (
  select * exclude (comparison_cues, temporal_cues, severity_cues, texture_cues, type, cues),
    type as cue_type,
    unnest(cues) as cue
  from (
    select *,
      unnest([
        {type: 'comparison', cues: comparison_cues},
        {type: 'temporal', cues: temporal_cues},
        {type: 'severity', cues: severity_cues},
        {type: 'texture', cues: texture_cues}
      ], recursive := true)
    from mentions
    where len(comparison_cues) + len(temporal_cues) + len(severity_cues) + len(texture_cues) > 0
  )
),
sentence_findings as (
  select distinct image_id, study_id, patient_id, phrase_id, category_id, label_name
  from mentions
),
implied as (
  select distinct image_id, study_id, patient_id, phrase_id, ancestor as label_name
  from sentence_findings
  join main.ontology on kind = 'finding' and child = label_name
),
sentence_counts as (
  select image_id, study_id, patient_id, phrase_id,
    count(*) as n_findings,
    count(*) filter (implied.label_name is null) as n_leaf_findings
  from sentence_findings
  left join implied using (image_id, study_id, patient_id, phrase_id, label_name)
  group by all
)
select image_id, study_id, patient_id, entry_index, phrase_index, attribute_index, bbox_name,
  category_id, label_name, relation, phrase_id, sent_loc, section, cue_type,
  coalesce(nullif(regexp_extract(cue, '^[^|]*\|[^|]*\|(.*)$', 1), ''), cue) as cue_value,
  n_findings, n_leaf_findings,
  n_findings > 1 as is_ambiguous
from cued
join sentence_counts using (image_id, study_id, patient_id, phrase_id)
