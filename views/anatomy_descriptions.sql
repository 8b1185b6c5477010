-- anatomy_descriptions: What is said of a region: one text for each region that can be described
-- grain: image × bbox_name with at least one sentence, of the 38 regions that sentences are about (all of `regions` but unknown and those with
--   a box alone)
-- rule: text and sentences are those of region_texts: every section, in the order of the report, each text once. Preset describe-38 is the
--   whole view, both-29 is `where is_both_29`: the 29 regions that have a box and sentences of their own. A region without a sentence has
--   no row: it was not described, which is no word on whether it is normal
-- tie-break: that of region_texts
-- source: presets of instruction data for localization: 36 regions to locate, 38 to describe, 29 for both
-- columns:
--   image_id, study_id, patient_id, bbox_name
--   sentences: distinct texts, in order; NULL in a build without text
--   text: the sentences joined by a space; NULL in a build without text
--   phrase_ids: their phrase_ids, in order
--   is_both_29: one of the 29 regions to locate and to describe (regions.in_29)
select image_id, study_id, patient_id, bbox_name, sentences, text, phrase_ids,
  coalesce(in_29, false) as is_both_29
from main.region_texts
join main.regions using (bbox_name)
where (in_29 or not has_bbox) and bbox_name <> 'unknown'
