-- graph_comparisons: Edges from a region to the same region of a previous image
-- one row per region, previous image, comparison and finding of the view comparisons, where both images are chosen, of the same patient and
-- in the same split; n_relations counts the relations that say so; is_majority: more than half of the votes (pair_progressions)
with compared as (
  select image_id, previous_image_id, patient_id, bbox_name, comparison, category_id, label_name, relation,
    count(distinct relationship_index) as n_relations,
    any_value(gap_days) as gap_days
  from main.comparisons
  where patient_id between getvariable('first_patient') and getvariable('last_patient')
  group by image_id, previous_image_id, patient_id, bbox_name, comparison, category_id, label_name, relation
),
majorities as (
  select image_id, previous_image_id, patient_id, bbox_name, label_name, strict_majority
  from main.pair_progressions
  where patient_id between getvariable('first_patient') and getvariable('last_patient')
)
select current_region.id as source, previous_region.id as target, current_region.patient, current_region.place,
  comparison, category_id, label_name, relation, n_relations,
  coalesce(relation = 'yes' and strict_majority = comparison, false) as is_majority,
  gap_days
from compared
left join majorities using (image_id, previous_image_id, patient_id, bbox_name, label_name)
join graph_regions_chosen as current_region
  on current_region.image_id = compared.image_id and current_region.bbox_name = compared.bbox_name
join graph_regions_chosen as previous_region
  on previous_region.image_id = previous_image_id and previous_region.bbox_name = compared.bbox_name
where current_region.patient_id = previous_region.patient_id
  and current_region.export_split = previous_region.export_split
