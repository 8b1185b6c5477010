-- report_label_agreement: How well the labels of studies agree with those of CheXpert and NegBio
-- grain: labeler × report_label × uncertain
-- rule: over studies with a graph of which the labeler has a row. The graphs affirm a label where the last mention of one of its
--   findings does (study_findings, label_crosswalk); No Finding where they affirm no other label but Support Devices. What is denied and
--   what is not mentioned are both no, on either side. The labeler's uncertain (-1) is a yes, a no, or its studies are left out.
--   mcc is Matthews' correlation, kappa is Cohen's; both are NULL where a side says the same of every study. report_label all is the
--   sum over the labels but No Finding
-- tie-break: those of study_findings
-- source: an evaluation of study labels by MCC; which findings it took for a label is not public
-- columns:
--   labeler: chexpert or negbio
--   report_label: label of CheXpert and NegBio, or all
--   uncertain: what its uncertain counts as: yes, no or left_out
--   n_studies: studies that are compared
--   n_both: graphs and labeler affirm it
--   n_graphs_only: the graphs affirm it, the labeler does not
--   n_labeler_only: the labeler affirms it, the graphs do not
--   n_neither: neither does
--   n_contradicted: one affirms it and the other denies it in so many words
--   agreement: share of the studies in which both say the same
--   mcc: Matthews' correlation coefficient, -1 to 1
--   kappa: Cohen's kappa: agreement beyond chance
with labeled as (
  select 'chexpert' as labeler, study_id,
    unnest([
      'Atelectasis', 'Cardiomegaly', 'Consolidation', 'Edema', 'Enlarged Cardiomediastinum', 'Fracture', 'Lung Lesion',
      'Lung Opacity', 'No Finding', 'Pleural Effusion', 'Pleural Other', 'Pneumonia', 'Pneumothorax', 'Support Devices'
    ]) as report_label,
    unnest([
      atelectasis, cardiomegaly, consolidation, edema, enlarged_cardiomediastinum, fracture, lung_lesion, lung_opacity,
      no_finding, pleural_effusion, pleural_other, pneumonia, pneumothorax, support_devices
    ]) as value
  from optional_inputs.chexpert_labels_if_given
  union all
  select 'negbio', study_id,
    unnest([
      'Atelectasis', 'Cardiomegaly', 'Consolidation', 'Edema', 'Enlarged Cardiomediastinum', 'Fracture', 'Lung Lesion',
      'Lung Opacity', 'No Finding', 'Pleural Effusion', 'Pleural Other', 'Pneumonia', 'Pneumothorax', 'Support Devices'
    ]),
    unnest([
      atelectasis, cardiomegaly, consolidation, edema, enlarged_cardiomediastinum, fracture, lung_lesion, lung_opacity,
      no_finding, pleural_effusion, pleural_other, pneumonia, pneumothorax, support_devices
    ])
  from optional_inputs.negbio_labels_if_given
),
compared as (
  from labeled
  semi join main.images using (study_id)
),
said as (
  select study_id, report_label, bool_or(relation = 'yes') as is_affirmed
  from main.study_findings
  join main.label_crosswalk using (category_id, label_name)
  group by study_id, report_label
),
found as (
  select distinct study_id
  from said
  where is_affirmed and report_label <> 'Support Devices'
),
decided as (
  select labeler, compared.report_label, value,
    case when compared.report_label = 'No Finding' then found.study_id is null else coalesce(is_affirmed, false) end
      as is_affirmed,
    case when compared.report_label = 'No Finding' then found.study_id is not null else not is_affirmed end as is_denied
  from compared
  left join said on said.study_id = compared.study_id and said.report_label = compared.report_label
  left join found on found.study_id = compared.study_id
),
counted as (
  select labeler, report_label, uncertain,
    count(*)::double as n,
    (count(*) filter (is_affirmed and is_yes))::double as n_both,
    (count(*) filter (is_affirmed and not is_yes))::double as n_graphs_only,
    (count(*) filter (not is_affirmed and is_yes))::double as n_labeler_only,
    (count(*) filter (not is_affirmed and not is_yes))::double as n_neither,
    count(*) filter (is_affirmed and value = 0 or is_denied and value = 1) as n_contradicted
  from (
    select *, coalesce(value = 1 or value = -1 and uncertain = 'yes', false) as is_yes
    from decided
    cross join (values ('yes'), ('no'), ('left_out')) as ways (uncertain)
    where uncertain <> 'left_out' or value is distinct from -1
  )
  group by labeler, report_label, uncertain
),
totals as (
  select labeler, report_label, uncertain, n, n_both, n_graphs_only, n_labeler_only, n_neither, n_contradicted
  from counted
  union all
  select labeler, 'all', uncertain, sum(n), sum(n_both), sum(n_graphs_only), sum(n_labeler_only), sum(n_neither),
    sum(n_contradicted)
  from counted
  where report_label <> 'No Finding'
  group by labeler, uncertain
),
agreed as (
  select *,
    (n_both + n_neither) / n as agreement,
    ((n_both + n_graphs_only) * (n_both + n_labeler_only) + (n_neither + n_graphs_only) * (n_neither + n_labeler_only))
      / (n * n) as by_chance
  from totals
)
select labeler, report_label, uncertain,
  n::bigint as n_studies,
  n_both::bigint as n_both,
  n_graphs_only::bigint as n_graphs_only,
  n_labeler_only::bigint as n_labeler_only,
  n_neither::bigint as n_neither,
  n_contradicted::bigint as n_contradicted,
  agreement,
  (n_both * n_neither - n_graphs_only * n_labeler_only) / nullif(
    sqrt(n_both + n_graphs_only) * sqrt(n_both + n_labeler_only) * sqrt(n_neither + n_graphs_only)
      * sqrt(n_neither + n_labeler_only), 0) as mcc,
  (agreement - by_chance) / nullif(1 - by_chance, 0) as kappa
from agreed
