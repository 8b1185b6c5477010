-- explicit_findings: What a report says of a region without contradiction, with its box and its sentences
-- grain: image × bbox_name × category_id × label_name
-- rule: the findings (is_finding) of region_findings that every sentence affirms or every sentence denies, over all sections. Where sentences
--   disagree (state conflict) there is no row, and none for what no sentence mentions. Sentences are those that mention this finding, not all of
--   the region. A region without a usable box is kept: its coordinates are NULL
-- tie-break: several usable boxes of one name give their union (region_boxes)
-- source: AnaPrior keeps explicit yes and no and drops pairs in conflict, and gives each finding all sentences of its region
-- columns:
--   image_id, study_id, patient_id, bbox_name, category_id, label_name
--   relation: yes or no: what every sentence says
--   phrase_ids: the sentences that mention it, in the order of the report
--   has_box
--   x1: left of the region, within 0…224; NULL without a usable box, like all that follow
--   y1: top, within 0…224
--   x2: right, within 0…224
--   y2: bottom, within 0…224
select image_id, study_id, patient_id, bbox_name, category_id, label_name,
  state as relation,
  phrase_ids,
  has_box,
  x1[list_position(bbox_names, bbox_name)] as x1,
  y1[list_position(bbox_names, bbox_name)] as y1,
  x2[list_position(bbox_names, bbox_name)] as x2,
  y2[list_position(bbox_names, bbox_name)] as y2
from main.region_findings
join main.image_boxes using (image_id, study_id, patient_id)
where is_finding and state <> 'conflict'
