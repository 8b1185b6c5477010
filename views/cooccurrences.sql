-- cooccurrences: Which findings occur together, in a region and in a study
-- grain: level × split × label_a × label_b, for every ordered pair of two labels affirmed together at least once
-- rule: affirmed = the last mention over all sections is yes (report_findings). A unit is a study × bbox_name at level region
--   and a study at level study, never an image, as the images of a study repeat its report. Denominators: level region,
--   every region that the study's report describes; level study, every study with a graph. Not mentioned counts as
--   not affirmed here, and only here. Categories without findings are left out (is_finding)
--   A finding and its ancestor go together by definition (is_ancestor), and lift is unstable where support is small (is_supported): leave out the
--   one and keep the other before ranking
-- tie-break: none; each pair stands in both directions, as p_b_given_a differs
-- source: AnaXNet (Jaccard, P(A|B)), Recap (PMI: ln of lift); users computed it on the test split
-- columns:
--   level: region or study
--   split: the split of the units; NULL: all units, also those in no split
--   label_a: a finding
--   label_b: another finding
--   support: units that affirm both
--   n_a: units that affirm label_a
--   n_b: units that affirm label_b
--   n_total: all units of the level and split: the denominator of lift
--   jaccard: support / units that affirm either
--   p_b_given_a: support / n_a
--   lift: p_b_given_a / (n_b / n_total); 1 when independent
--   is_ancestor: one of the two includes the other (ontology)
--   is_supported: support is at least 2 and at least 3 in 10,000 units
with members as (
  select distinct study_id, null::varchar as split
  from main.images
  union all
  select distinct images.study_id, listed.split
  from main.images
  join optional_inputs.splits_if_given as listed using (image_id)
),
described as (
  select distinct study_id, bbox_name
  from main.object_phrases
),
units as (
  select 'study' as level, split, count(*) as n_total
  from members
  group by split
  union all
  select 'region', split, count(*)
  from described
  join members using (study_id)
  group by split
),
region_labels as (
  select distinct study_id, bbox_name, label_name
  from main.report_findings
  where relation = 'yes'
    and is_finding(category_id)
),
affirmed as (
  select 'region' as level, study_id, bbox_name, label_name
  from region_labels
  union all
  select distinct 'study', study_id, '', label_name
  from region_labels
),
singles as (
  select level, split, label_name, count(*) as n
  from affirmed
  join members using (study_id)
  group by all
),
lineage as (
  select unnest([child, ancestor]) as label_a, unnest([ancestor, child]) as label_b
  from main.ontology
  where kind = 'finding'
),
together as (
  select a.level, split, a.label_name as label_a, b.label_name as label_b, count(*) as support
  from affirmed as a
  join affirmed as b
    on b.level = a.level and b.study_id = a.study_id and b.bbox_name = a.bbox_name and b.label_name <> a.label_name
  join members on members.study_id = a.study_id
  group by all
)
select together.level, together.split, label_a, label_b, support,
  a.n as n_a,
  b.n as n_b,
  n_total,
  support / (n_a + n_b - support) as jaccard,
  support / n_a as p_b_given_a,
  p_b_given_a / (n_b / n_total) as lift,
  lineage.label_a is not null as is_ancestor,
  support >= 2 and support >= 0.0003 * n_total as is_supported
from together
join singles as a
  on a.level = together.level and a.split is not distinct from together.split and a.label_name = label_a
join singles as b
  on b.level = together.level and b.split is not distinct from together.split and b.label_name = label_b
join units
  on units.level = together.level and units.split is not distinct from together.split
left join lineage using (label_a, label_b)
