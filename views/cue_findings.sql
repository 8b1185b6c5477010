-- cue_findings: Cues (severity, temporal, texture, comparison) next to the findings of their sentence
-- grain: attribute mention × affirmed cue; only categories with findings (is_finding)
-- rule: a cue belongs to the sentence, not to one finding of it; it is safe to read it as the finding's own only where
--   is_ambiguous is false. severity|yes|hedge is how the dataset marks hedging
-- tie-break: none
-- source: cue lists of the dataset; one project keeps a cue only where the sentence has a single finding
-- columns:
--   image_id, study_id, patient_id, entry_index, phrase_index, attribute_index, bbox_name, category_id, label_name
--   relation: yes or no
--   phrase_id, sent_loc, section
--   cue_type: comparison, temporal, severity or texture: the list that holds the cue
--   cue_value: the cue's value, e.g. mild; the cue as written where it has no three parts
--   n_findings: distinct findings of the sentence in this image
--   n_leaf_findings: those that are no ancestor (see ontology) of another finding of the sentence
--   is_ambiguous: the sentence carries more than one distinct finding
with lineage as (
  select child as label_name, list({label_name: ancestor, is_ancestor: true}) as implied
  from main.ontology
  where kind = 'finding'
  group by child
),
mentioned as (
  select distinct image_id, study_id, patient_id, phrase_id, category_id, label_name
  from main.object_attributes
  where is_finding(category_id) and relation in ('yes', 'no')
),
closed as (
  select image_id, study_id, patient_id, phrase_id,
    unnest(list_prepend({label_name: label_name, is_ancestor: false}, coalesce(implied, [])), max_depth := 2)
  from mentioned
  left join lineage using (label_name)
),
labels as (
  select image_id, study_id, patient_id, phrase_id, label_name,
    count(*) filter (not is_ancestor) as n_findings,
    bool_or(is_ancestor) as is_implied
  from closed
  group by image_id, study_id, patient_id, phrase_id, label_name
),
sentences as (
  select image_id, study_id, patient_id, phrase_id,
    sum(n_findings)::bigint as n_findings,
    coalesce(sum(n_findings) filter (not is_implied), 0)::bigint as n_leaf_findings
  from labels
  group by image_id, study_id, patient_id, phrase_id
),
cued as (
  select image_id, study_id, patient_id, entry_index, phrase_index, attribute_index, bbox_name,
    category_id, label_name, relation, phrase_id, sent_loc, section,
    unnest([
      {cue_type: 'comparison', cue_values: cue_values(comparison_cues)},
      {cue_type: 'temporal', cue_values: cue_values(temporal_cues)},
      {cue_type: 'severity', cue_values: cue_values(severity_cues)},
      {cue_type: 'texture', cue_values: cue_values(texture_cues)}
    ], recursive := true)
  from main.object_attributes
  where is_finding(category_id) and relation in ('yes', 'no')
    and len(comparison_cues) + len(temporal_cues) + len(severity_cues) + len(texture_cues) > 0
)
select image_id, study_id, patient_id, entry_index, phrase_index, attribute_index, bbox_name,
  category_id, label_name, relation, phrase_id, sent_loc, section, cue_type,
  unnest(cue_values) as cue_value,
  n_findings, n_leaf_findings,
  n_findings > 1 as is_ambiguous
from cued
join sentences using (image_id, study_id, patient_id, phrase_id)
