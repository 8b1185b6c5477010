-- pair_lines: Pairs as JSON, with both image paths
-- one line per pair, sorted by the place of the current and the previous image; its progressions sorted by region and finding
with gathered as (
  select image_id, previous_image_id,
    list_sort(list({bbox_name: bbox_name, label_name: label_name, progression: progression, rule: rule})) as progressions
  from pair_progressions_chosen
  group by image_id, previous_image_id
)
select json_object(
    'image', jpg_path,
    'previous_image', previous_jpg_path,
    'image_id', image_id,
    'previous_image_id', previous_image_id,
    'study_id', study_id,
    'previous_study_id', previous_study_id,
    'patient_id', patient_id,
    'split', getvariable('export_split'),
    'viewpoint', viewpoint,
    'previous_viewpoint', previous_viewpoint,
    'gap_days', gap_days,
    'is_earlier', is_earlier,
    'progressions', progressions
  )::varchar as line,
  len(progressions)::integer as progressions
from gathered
join pair_images using (image_id, previous_image_id)
order by image_number, previous_image_number
