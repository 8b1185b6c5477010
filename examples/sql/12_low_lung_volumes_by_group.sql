-- Share of patients ever described with low lung volumes, by sex, age decile and view
-- denominator: patients with an image in the group; those whose reports do not mention it stay in
-- trap: counting images weighs patients by how often they return; and "never described" is not "denied"
select gender, age_decile, viewpoint, n_patients, n_yes, n_unmentioned,
  round(prevalence, 3) as share,
  round(prevalence_low, 3) as low,
  round(prevalence_high, 3) as high
from demographics
where label_name = 'low lung volumes'
order by all
