-- phrase_groundings: Which regions and boxes a sentence is about
-- grain: image × phrase_id
-- rule: a sentence is about every region whose entry repeats it; a region is a leaf when none of its descendants is among
--   them, so that left lung falls away where left lower lung zone is named; boxes are those of region_boxes
-- tie-break: lists are sorted; section of the first entry
-- source: MedVQA and ChEX ground sentences so; MedVQA drops the parent lung when a zone is listed
-- columns:
--   image_id, study_id, patient_id, phrase_id, sent_loc, section
--   phrase: its text as written; NULL in a build without text
--   bbox_names: every region, sorted
--   leaf_bbox_names: the leaf regions, sorted
--   boxes: one {bbox_name, x1, y1, x2, y2} for each region with a usable box, in the 224 frame, sorted by bbox_name
--   findings: distinct attribute strings category|relation|label of findings (is_finding) over its regions, sorted; [] when there are none
--   all_boxes_present: every region has a usable box
--   all_leaf_boxes_present: every leaf region has a usable box
with mentioned as (
  select image_id, study_id, patient_id, phrase_id, bbox_name,
    min(sent_loc) as sent_loc,
    min({entry_index: entry_index, section: section}) as entry
  from main.object_phrases
  group by all
),
ancestors as (
  select child as bbox_name, list(ancestor) as ancestors
  from main.ontology
  where kind = 'region'
  group by child
),
grounded as (
  select image_id, study_id, patient_id, phrase_id,
    min(sent_loc) as sent_loc,
    min(entry).section as section,
    list_sort(list(bbox_name)) as bbox_names,
    flatten(list(ancestors) filter (ancestors is not null)) as covered,
    list_sort(list({bbox_name: bbox_name, x1: x1, y1: y1, x2: x2, y2: y2}) filter (x1 is not null)) as boxes
  from mentioned
  left join ancestors using (bbox_name)
  left join main.region_boxes using (image_id, study_id, patient_id, bbox_name)
  group by image_id, study_id, patient_id, phrase_id
),
said as (
  select image_id, study_id, patient_id, phrase_id,
    list_sort(list(distinct concat_ws('|', category_id, relation, label_name))) as findings
  from main.object_attributes
  where is_finding(category_id)
  group by all
)
select image_id, study_id, patient_id, phrase_id, grounded.sent_loc, grounded.section, phrase,
  bbox_names,
  list_filter(bbox_names, lambda name: not coalesce(list_contains(covered, name), false)) as leaf_bbox_names,
  coalesce(grounded.boxes, []) as boxes,
  coalesce(findings, []) as findings,
  len(coalesce(grounded.boxes, [])) = len(bbox_names) as all_boxes_present,
  len(list_filter(coalesce(grounded.boxes, []), lambda box: list_contains(leaf_bbox_names, box.bbox_name))) = len(leaf_bbox_names)
    as all_leaf_boxes_present
from grounded
left join said using (image_id, study_id, patient_id, phrase_id)
left join optional_inputs.phrases_if_given using (image_id, study_id, patient_id, phrase_id)
