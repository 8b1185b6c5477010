-- findings_closed: Findings of a region, and the findings that they imply
-- grain: image × bbox_name × category_id × label_name
-- rule: every row of region_findings that is_finding as it is, and next to them each ancestor of a finding whose last mention is yes, in the
--   same region, where the graph does not mention the ancestor itself. Only yes goes upward: no consolidation says
--   nothing of lung opacity. A denial of the ancestor stays, and has_affirmed_child says that it is contradicted
-- tie-break: of several children that imply the same ancestor the nearest, then the most certain, then the first by name
-- source: ontology; mimic-cxr-vqa closes so, but lets no go upward too, which does not follow
-- columns:
--   image_id, study_id, patient_id, bbox_name, category_id, label_name
--   relation: the last mention over all sections, yes or no; always yes where is_derived
--   is_derived: the graph does not mention it in this region; a child of it is affirmed
--   has_affirmed_child: the last mention of one of its descendants is yes
--   derived_from: the child that implies it; NULL where not derived
--   depth: steps of the ontology from that child; 0 where not derived
--   source: release or seed, of the ontology; NULL where not derived
--   certainty: certain, inferred or guess, of the ontology; NULL where not derived
with findings as (
  select label_name, min(category_id) as category_id
  from main.labels
  where is_finding(category_id)
  group by label_name
),
upward as (
  select child as label_name,
    list({
      category_id: category_id,
      label_name: ancestor,
      way: {
        depth: depth,
        doubt: case certainty when 'certain' then 0 when 'inferred' then 1 else 2 end,
        child: child,
        source: source,
        certainty: certainty
      }
    }) as implied
  from main.ontology
  join findings on findings.label_name = ancestor
  where kind = 'finding'
  group by child
),
mentioned as (
  select image_id, study_id, patient_id, bbox_name, last_mention,
    unnest(list_prepend(
      {category_id: category_id, label_name: label_name, way: null},
      if(last_mention = 'yes', coalesce(implied, []), [])
    ), max_depth := 2)
  from main.region_findings
  left join upward using (label_name)
  where is_finding
)
select image_id, study_id, patient_id, bbox_name, category_id, label_name,
  coalesce(any_value(last_mention) filter (way is null), 'yes') as relation,
  count(*) filter (way is null) = 0 as is_derived,
  count(way) > 0 as has_affirmed_child,
  case when is_derived then min(way).child end as derived_from,
  case when is_derived then min(way).depth else 0 end as depth,
  case when is_derived then min(way).source end as source,
  case when is_derived then min(way).certainty end as certainty
from mentioned
group by image_id, study_id, patient_id, bbox_name, category_id, label_name
