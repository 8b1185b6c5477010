-- evaluation_comparisons: Comparisons of the gold exams: which the graphs have right, wrong and not at all
-- grain: matching × level × image × sentence (report: the image alone) × bbox_name × comparison × finding (attribute_sensitive) of
--   the graphs or of gold
-- rule: over the second exams of evaluation_exams, those without a gold row included: what the graphs compare there is fp. The key of
--   matching attribute_blind is region and comparison, that of attribute_sensitive also label_name and relation of each finding that
--   is compared (modifiers are none). A relation with two comparisons is two. At level sentence each sentence counts, at level report
--   each exam, however many sentences and previous images say the same; no last mention here. error says what went wrong, the first
--   that applies of exam (the other side has nothing of the exam), comparison (an fp and an fn differ in the comparison only), region
--   (they differ in the region only), missed (other fn) and added (other fp). Gold rows without a region or a
--   comparison are not compared; no gold row at all, no rows
-- tie-break: of several sentences of a report the first is shown
-- source: Table 3 of the dataset page, whose notebook is not public; the obvious join of the two files loses the exams without a gold row
-- columns:
--   matching: attribute_sensitive or attribute_blind
--   level: sentence or report
--   image_id, study_id, patient_id
--   phrase_id: the sentence, of the report the first that says so; that of gold where gold has the comparison
--   sent_loc
--   bbox_name
--   comparison: improved, worsened or no change; other values are kept
--   category_id: category of the finding; NULL where matching is attribute_blind, and so are the next two
--   label_name: the finding that is compared
--   relation: yes or no, of the finding
--   gold_comparison: all that gold says of this region (and finding) in this sentence (report), sorted, joined by ;;; NULL: nothing
--   silver_comparison: the same of the graphs
--   outcome: tp, fp or fn
--   error: NULL for tp, else exam, comparison, region, missed or added: what went wrong, see the rule
--   sentence: the sentence, of gold where gold has the comparison; free text, NULL in a build without text
with settled as (
  select *, unnest(comparisons) as one_comparison
  from optional_inputs.gold_comparison_relations_if_given
  where bbox_name is not null
),
exams as (
  from main.evaluation_exams
  where exam = 2 and exists (from settled)
),
said as (
  select exams.image_id, exams.study_id, exams.patient_id, true as is_gold, settled.sent_loc, phrase_id,
    bbox_name, one_comparison as comparison, category_id, label_name, coalesce(relation, 'yes') as relation, sentence
  from settled
  join exams on exams.image_id = settled.image_id
  union all
  select image_id, study_id, patient_id, false, comparisons.sent_loc, comparisons.phrase_id,
    comparisons.bbox_name, comparison, category_id, label_name, relation, phrase
  from main.comparisons
  join exams using (image_id, study_id, patient_id)
  left join optional_inputs.comparison_relations_if_given using (image_id, study_id, patient_id, relationship_index)
  where comparison is not null
),
leveled as (
  select matching, level, image_id, study_id, patient_id, is_gold, bbox_name, comparison,
    if(level = 'sentence', coalesce(sent_loc::varchar, phrase_id), null) as place,
    if(matching = 'attribute_blind', null, label_name) as finding,
    if(matching = 'attribute_blind', null, relation) as polarity,
    {
      sent_loc: coalesce(sent_loc, 'infinity'::double),
      phrase_id: phrase_id,
      category_id: if(matching = 'attribute_blind', null, category_id),
      sentence: sentence
    } as words
  from said
  cross join (values ('attribute_sensitive'), ('attribute_blind')) as matchings (matching)
  cross join (values ('sentence'), ('report')) as levels (level)
  where matching = 'attribute_blind'
    or label_name is not null and (category_id is null or category_id = 'nlp' or is_finding(category_id))
),
matched as (
  select matching, level, image_id, study_id, patient_id, place, bbox_name, comparison, finding, polarity,
    min(words) filter (is_gold) as gold,
    min(words) filter (not is_gold) as silver,
    coalesce(gold, silver) as words,
    case when gold is null then 'fp' when silver is null then 'fn' else 'tp' end as outcome
  from leveled
  group by matching, level, image_id, study_id, patient_id, place, bbox_name, comparison, finding, polarity
),
paired as (
  select *,
    bool_or(outcome <> 'fp') over exam and bool_or(outcome <> 'fn') over exam as has_both,
    joined(list_sort(list(comparison) filter (outcome <> 'fp') over region)) as gold_comparison,
    joined(list_sort(list(comparison) filter (outcome <> 'fn') over region)) as silver_comparison,
    count(distinct outcome) filter (outcome <> 'tp') over region = 2 as is_other
  from matched
  window
    exam as (partition by image_id, study_id, patient_id),
    region as (partition by matching, level, image_id, study_id, patient_id, place, bbox_name, finding, polarity)
),
explained as (
  select *,
    count(distinct outcome) filter (outcome <> 'tp' and not is_other)
      over (partition by matching, level, image_id, study_id, patient_id, place, comparison, finding, polarity) = 2
      as is_elsewhere
  from paired
)
select matching, level, image_id, study_id, patient_id,
  words.phrase_id as phrase_id,
  nullif(words.sent_loc, 'infinity'::double) as sent_loc,
  bbox_name, comparison,
  words.category_id as category_id,
  finding as label_name,
  polarity as relation,
  gold_comparison, silver_comparison, outcome,
  case
    when outcome = 'tp' then null
    when not has_both then 'exam'
    when is_other then 'comparison'
    when is_elsewhere then 'region'
    when outcome = 'fn' then 'missed'
    else 'added'
  end as error,
  words.sentence as sentence
from explained
