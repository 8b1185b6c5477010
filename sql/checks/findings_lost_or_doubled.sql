-- Studies whose findings differ between report_findings and attribute_mentions: a finding is lost or doubled
-- severity: error
-- scope: check
with mentioned as (
  select distinct study_id, patient_id, bbox_name, category_id, label_name
  from object_attributes
  where relation in ('yes', 'no')
)
select study_id, bbox_name, category_id, label_name
from mentioned
anti join report_findings using (study_id, patient_id, bbox_name, category_id, label_name)
union all
select study_id, bbox_name, category_id, label_name
from report_findings
group by study_id, patient_id, bbox_name, category_id, label_name
having count(*) > 1
