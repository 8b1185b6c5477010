-- regions_closed: Findings of a region, and of the regions that contain it
-- grain: image × bbox_name × category_id × label_name
-- rule: every row of findings_closed as it is, and next to them the same finding for each region that contains one where it is affirmed, as far
--   as that region does not mention it itself. Only yes goes upward: a clear base says nothing of the lung. A denial of the larger
--   region stays, and has_affirmed_part says that it is contradicted
-- tie-break: of several regions that imply the same the nearest, then the most certain, then the first by name
-- source: ontology; mimic-cxr-vqa closes over regions too, and lets no go upward, which turned affirmed parents into no
-- columns:
--   image_id, study_id, patient_id, bbox_name, category_id, label_name
--   relation: that of findings_closed; always yes where is_derived
--   is_derived: findings_closed does not have it for this region; a part of the region has it affirmed
--   has_affirmed_part: a region within this one has it affirmed
--   derived_from: the region that implies it; NULL where not derived
--   depth: steps of the ontology from that region; 0 where not derived
--   source: release or seed, of the ontology; NULL where not derived
--   certainty: certain, inferred or guess, of the ontology; NULL where not derived
with upward as (
  select child as bbox_name,
    list({
      bbox_name: ancestor,
      way: {
        depth: depth,
        doubt: case certainty when 'certain' then 0 when 'inferred' then 1 else 2 end,
        child: child,
        source: source,
        certainty: certainty
      }
    }) as implied
  from main.ontology
  semi join main.regions on regions.bbox_name = ancestor
  where kind = 'region'
  group by child
),
mentioned as (
  select image_id, study_id, patient_id, category_id, label_name, relation,
    unnest(list_prepend(
      {bbox_name: bbox_name, way: null},
      if(relation = 'yes', coalesce(implied, []), [])
    ), max_depth := 2)
  from main.findings_closed
  left join upward using (bbox_name)
)
select image_id, study_id, patient_id, bbox_name, category_id, label_name,
  coalesce(any_value(relation) filter (way is null), 'yes') as relation,
  count(*) filter (way is null) = 0 as is_derived,
  count(way) > 0 as has_affirmed_part,
  case when is_derived then min(way).child end as derived_from,
  case when is_derived then min(way).depth else 0 end as depth,
  case when is_derived then min(way).source end as source,
  case when is_derived then min(way).certainty end as certainty
from mentioned
group by image_id, study_id, patient_id, bbox_name, category_id, label_name
