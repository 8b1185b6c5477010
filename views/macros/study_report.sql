-- study_report: One report, sentence by sentence, with what the graph makes of it
-- grain: phrase_id of the study, in the order of the report
-- rule: phrase_groundings of the study's frontal image (study_frontal_images); a sentence that only another image has is
--   taken from that one. Order by sent_loc, then phrase_id
-- tie-break: least image_id
-- source: viewers of the enriched RDF show a study so
-- columns:
--   phrase_id, sent_loc, section
--   phrase: its text as written; NULL in a build without text
--   findings: distinct attribute strings category|relation|label of findings (is_finding), sorted
--   bbox_names: regions that it is about, sorted
--   leaf_bbox_names: of these, those without a descendant among them
--   boxes: one {bbox_name, x1, y1, x2, y2} for each region with a usable box, in the 224 frame of image_id
--   image_id: the image that findings and boxes are of
create macro main.study_report(study) as table
select phrase_id, sent_loc, section, phrase, findings, bbox_names, leaf_bbox_names, boxes, g.image_id
from main.phrase_groundings as g
left join (
  select image_id as frontal_image_id
  from main.study_frontal_images
  where study_id = study
) on frontal_image_id = g.image_id
where g.study_id = study
qualify row_number() over (partition by phrase_id order by frontal_image_id nulls last, g.image_id) = 1
order by sent_loc nulls first, phrase_id
