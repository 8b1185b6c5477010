-- Images not in the order patient_id, study_order (nulls last), study_id, image_id
-- severity: error
with placed as (
  select image_id,
    row_number() over () as place,
    row_number() over (order by patient_id, study_order nulls last, study_id, image_id) as expected
  from images
)
select image_id, place, expected
from placed
where place <> expected
