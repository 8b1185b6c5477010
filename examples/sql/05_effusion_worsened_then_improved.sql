-- Patients whose pleural effusion worsened, and improved within seven days of that
-- denominator: none; a list of patients
-- trap: pair_progressions votes by region, so the regions of a pair are summed first; and the order is that of the date and
--   time, not of StudyOrder
with progressions as (
  select patient_id, study_id, image_id, previous_image_id,
    sum(n_improved) as improved,
    sum(n_worsened) as worsened,
    sum(n_improved + n_worsened + n_no_change) as votes
  from pair_progressions
  where label_name = 'pleural effusion'
  group by all
),
dated as (
  select progressions.patient_id, progressions.study_id, study_datetime,
    worsened > votes / 2 as is_worsened,
    improved > votes / 2 as is_improved
  from progressions
  join images using (image_id)
)
select distinct w.patient_id
from dated as w
join dated as i using (patient_id)
where w.is_worsened
  and i.is_improved
  and i.study_id <> w.study_id
  and i.study_datetime between w.study_datetime and w.study_datetime + interval 7 day
order by patient_id
