-- coco_annotations: The boxes of a slice as annotations of COCO, with what the report concludes about each region
-- one row per image with a usable box: its annotations as lines of JSON, by category; id is 100 × the number of the image + that of the category.
-- attributes: each finding (is_finding) that a sentence mentions of the region, yes or no by its last mention (region_findings); what no sentence mentions
-- is not among them. Where two categories share the name of a finding, yes before no
with findings as (
  select image_id, bbox_name, label_name, max(last_mention) as relation
  from main.region_findings
  semi join chosen using (image_id, study_id, patient_id)
  where is_finding and region_findings.patient_id between getvariable('first_patient') and getvariable('last_patient')
  group by image_id, bbox_name, label_name
),
attributes as (
  select image_id, bbox_name,
    array_to_string(list_sort(list(to_json(label_name) || ':"' || relation || '"')), ',') as attributes
  from findings
  group by image_id, bbox_name
),
annotations as (
  select image_number, category_number,
    format(
      '{{"id":{},"image_id":{},"category_id":{},"bbox":[{},{},{},{}],"area":{},"iscrowd":0,"attributes":{{{}}}}}',
      100 * image_number + category_number, image_number, category_number,
      x1, y1, x2 - x1, y2 - y1, (x2 - x1)::bigint * (y2 - y1), coalesce(attributes, '')
    ) as line
  from chosen_boxes
  left join attributes using (image_id, bbox_name)
)
select array_to_string(list_transform(list_sort(list({category_number: category_number, line: line})), lambda one: one.line), e',\n') as lines,
  count(*)::integer as boxes
from annotations
group by image_number
order by image_number
