-- Rows of objects before their place: that of the image, then object_index
-- severity: error
-- scope: check
with places as (
  select image_id, row_number() over () as place
  from images
),
neighbours as (
  select image_id, place, {object_index: object_index} as key,
    lag(place) over (order by rows.rowid) as place_before,
    lag(key) over (order by rows.rowid) as key_before
  from objects as rows
  join places using (image_id)
)
select image_id, key
from neighbours
where place_before > place or (place_before = place and key_before >= key)
