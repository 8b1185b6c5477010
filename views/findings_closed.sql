-- findings_closed: Findings of a region, and the findings that they imply
-- grain: image × bbox_name × category_id × label_name
-- rule: every row of region_findings as it is, and beside them each ancestor of a finding whose last mention is yes, in the
--   same region, where the graph does not mention the ancestor itself. Only yes goes upward: no consolidation says
--   nothing of lung opacity. A denial of the ancestor stays, and has_affirmed_child tells that it is contradicted
-- tie-break: of several children that imply the same ancestor the nearest, then the most certain, then the first by name
-- source: ontology; mimic-cxr-vqa closes so, but lets no go upward too, which does not follow
-- columns:
--   image_id: the image
--   study_id: the study
--   patient_id: the patient
--   bbox_name: the region
--   category_id: category of the finding
--   label_name: the finding
--   relation: the last mention over all sections, yes or no; always yes where is_derived
--   is_derived: the graph does not mention it in this region; a child of it is affirmed
--   has_affirmed_child: the last mention of one of its descendants is yes
--   derived_from: the child that implies it; NULL where not derived
--   depth: steps of the ontology from that child; 0 where not derived
--   source: release or seed, of the ontology; NULL where not derived
--   certainty: certain, inferred or guess, of the ontology; NULL where not derived
with mentioned as (
  select image_id, study_id, patient_id, bbox_name, category_id, label_name, last_mention as relation
  from main.region_findings
),
findings as (
  select label_name, min(category_id) as category_id
  from main.labels
  where category_id not in ('nlp', 'severity', 'temporal', 'texture', 'laterality')
  group by label_name
),
implications as (
  select child, findings.category_id, ancestor, depth, source, certainty
  from main.ontology
  join findings on findings.label_name = ancestor
  where kind = 'finding'
),
implied as (
  select image_id, study_id, patient_id, bbox_name,
    implications.category_id, ancestor as label_name, child, depth, source, certainty
  from mentioned
  join implications on child = mentioned.label_name
  where relation = 'yes'
  qualify row_number() over (
    partition by image_id, study_id, patient_id, bbox_name, ancestor
    order by depth,
      case certainty when 'certain' then 0 when 'inferred' then 1 else 2 end,
      child
  ) = 1
)
select image_id, study_id, patient_id, bbox_name, category_id, label_name,
  coalesce(mentioned.relation, 'yes') as relation,
  mentioned.relation is null as is_derived,
  implied.label_name is not null as has_affirmed_child,
  case when is_derived then child end as derived_from,
  case when is_derived then depth else 0 end as depth,
  case when is_derived then source end as source,
  case when is_derived then certainty end as certainty
from mentioned
full join implied using (image_id, study_id, patient_id, bbox_name, category_id, label_name)
