-- visual_genome_attributes: What is said of the objects of a slice
-- one row per image and region that a sentence says something of: its findings and verdicts by the last mention (region_findings), sorted: `pneumothorax` is affirmed,
-- `no pneumothorax` denied; what no sentence mentions is not among them. object_id is NULL where the region has no usable box
create or replace temp table genome_attributes as
with findings as (
  select image_id, bbox_name, label_name, max(last_mention) as relation
  from main.region_findings
  semi join chosen using (image_id, study_id, patient_id)
  where (is_finding or category_id = 'nlp')
    and region_findings.patient_id between getvariable('first_patient') and getvariable('last_patient')
  group by image_id, bbox_name, label_name
),
said as (
  select image_id, bbox_name, list_sort(list(if(relation = 'no', 'no ', '') || label_name)) as attributes
  from findings
  group by image_id, bbox_name
)
select object_id, attributes
from said
left join genome_objects using (image_id, bbox_name)
