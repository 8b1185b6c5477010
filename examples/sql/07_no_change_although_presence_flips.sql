-- Findings that the report calls unchanged while their presence flips between the two studies: label noise
-- denominator: none; distinct (study, previous study, region) by label
-- trap: every image of a study repeats its comparisons, so count studies
select t.label_name, count(distinct (t.study_id, t.previous_study_id, t.bbox_name)) as n
from finding_transitions as t
join pair_progressions as p
  on p.patient_id = t.patient_id
  and p.study_id = t.study_id
  and p.bbox_name = t.bbox_name
  and p.label_name = t.label_name
join images as previous on previous.image_id = p.previous_image_id and previous.study_id = t.previous_study_id
where t.is_finding and p.unanimous = 'no change' and t.transition in ('new', 'resolved')
group by t.label_name
order by n desc, t.label_name
