-- evaluation_findings: Findings of the gold exams: which the graphs have right, wrong and not at all
-- grain: level × image × sentence (report: the image alone) × bbox_name × label_name × relation, of the graphs or of gold
-- rule: over the first exams of evaluation_exams. A unit is a relation with its polarity: tp is in both, fp in the graphs only, fn
--   in gold only, so a wrong polarity is one fp and one fn. At level sentence each sentence counts, once however often it says the
--   same; at level report the last mention of each side does (mention_place). Everything but modifiers (severity, temporal, texture,
--   laterality) is compared, the verdicts normal and abnormal too: is_finding leaves these out. category_id is no part of the key.
--   error says what went wrong, the first that applies of exam (the other side has nothing of the exam), polarity (an fp and an fn
--   are opposites), region (an fp and an fn differ in the region only), missed (other fn) and added (other fp).
--   Gold rows without a region, a finding or yes or no are not compared; no gold row at all, no rows
-- tie-break: those of mention_place
-- source: Table 2 of the dataset page; its notebook is not public: the key is that of its readers (mimic-cxr-vqa)
-- columns:
--   level: sentence or report
--   image_id, study_id, patient_id
--   phrase_id: the sentence, of the report the last mention; that of gold where gold has the relation
--   sent_loc
--   bbox_name
--   category_id: that of gold, else that of the graphs
--   label_name
--   relation: yes or no: what the side or sides say that have the row
--   gold_relation: yes, no or conflict: all that gold says of this finding in this sentence (report); NULL: nothing
--   silver_relation: the same of the graphs
--   outcome: tp, fp or fn
--   error: NULL for tp, else exam, polarity, region, missed or added: what went wrong, see the rule
--   is_finding
--   cues: distinct cues of the sentence in the graph, of all its regions, sorted, e.g. severity|yes|hedge
--   sentence: the sentence, of gold where gold has the relation; free text, NULL in a build without text
with settled as (
  from optional_inputs.gold_attribute_relations_if_given
  where relation in ('yes', 'no') and bbox_name is not null and label_name is not null
    and (category_id is null or category_id = 'nlp' or is_finding(category_id))
),
exams as (
  from main.evaluation_exams
  where exam = 1 and exists (from settled)
),
said as (
  select exams.image_id, exams.study_id, exams.patient_id, true as is_gold,
    settled.sent_loc, settled.phrase_id, settled.section, bbox_name, category_id, label_name, relation, sentence
  from settled
  join exams on exams.image_id = settled.image_id
  union all
  select image_id, study_id, patient_id, false,
    mentions.sent_loc, mentions.phrase_id, mentions.section, bbox_name, category_id, label_name, relation, phrase
  from main.object_attributes as mentions
  join exams using (image_id, study_id, patient_id)
  left join optional_inputs.phrases_if_given using (image_id, study_id, patient_id, phrase_id)
  where mentions.relation in ('yes', 'no') and (category_id = 'nlp' or is_finding(category_id))
),
placed as (
  select *,
    coalesce(sent_loc::varchar, phrase_id) as place,
    {
      mention: mention_place(sent_loc, relation, phrase_id, section),
      sent_loc: sent_loc,
      place: place,
      category_id: category_id,
      sentence: sentence
    } as words
  from said
),
leveled as (
  select 'sentence' as level, image_id, study_id, patient_id, is_gold, place, bbox_name, label_name, relation, words
  from placed
  union all
  select 'report', image_id, study_id, patient_id, is_gold, null, bbox_name, label_name,
    max(words).mention.relation, max(words)
  from placed
  group by image_id, study_id, patient_id, is_gold, bbox_name, label_name
),
matched as (
  select level, image_id, study_id, patient_id, place, bbox_name, label_name, relation,
    max(words) filter (is_gold) as gold,
    max(words) filter (not is_gold) as silver,
    coalesce(gold, silver) as words,
    case when gold is null then 'fp' when silver is null then 'fn' else 'tp' end as outcome
  from leveled
  group by level, image_id, study_id, patient_id, place, bbox_name, label_name, relation
),
paired as (
  select *,
    bool_or(outcome <> 'fp') over exam and bool_or(outcome <> 'fn') over exam as has_both,
    count(*) filter (outcome <> 'fp' and relation = 'yes') over finding as gold_yes,
    count(*) filter (outcome <> 'fp' and relation = 'no') over finding as gold_no,
    count(*) filter (outcome <> 'fn' and relation = 'yes') over finding as silver_yes,
    count(*) filter (outcome <> 'fn' and relation = 'no') over finding as silver_no,
    count(distinct outcome) filter (outcome <> 'tp') over finding = 2 as is_opposite
  from matched
  window
    exam as (partition by image_id, study_id, patient_id),
    finding as (partition by level, image_id, study_id, patient_id, place, bbox_name, label_name)
),
explained as (
  select *,
    count(distinct outcome) filter (outcome <> 'tp' and not is_opposite)
      over (partition by level, image_id, study_id, patient_id, place, label_name, relation) = 2 as is_elsewhere
  from paired
),
sentence_cues as (
  select image_id, study_id, patient_id, coalesce(sent_loc::varchar, phrase_id) as place,
    list_sort(list_distinct(flatten(list(
      list_concat(list_concat(comparison_cues, temporal_cues), list_concat(severity_cues, texture_cues))
    )))) as cues
  from main.object_phrases
  join exams using (image_id, study_id, patient_id)
  group by image_id, study_id, patient_id, place
)
select level, explained.image_id, explained.study_id, explained.patient_id,
  words.mention.phrase_id as phrase_id,
  words.sent_loc as sent_loc,
  bbox_name,
  words.category_id as category_id,
  label_name, relation,
  case when gold_yes > 0 and gold_no > 0 then 'conflict' when gold_yes > 0 then 'yes' when gold_no > 0 then 'no' end
    as gold_relation,
  case when silver_yes > 0 and silver_no > 0 then 'conflict' when silver_yes > 0 then 'yes' when silver_no > 0 then 'no' end
    as silver_relation,
  outcome,
  case
    when outcome = 'tp' then null
    when not has_both then 'exam'
    when is_opposite then 'polarity'
    when is_elsewhere then 'region'
    when outcome = 'fn' then 'missed'
    else 'added'
  end as error,
  is_finding(words.category_id) as is_finding,
  coalesce(cues, []) as cues,
  words.sentence as sentence
from explained
left join sentence_cues
  on sentence_cues.image_id = explained.image_id and sentence_cues.study_id = explained.study_id
  and sentence_cues.patient_id = explained.patient_id and sentence_cues.place = words.place
