-- exam_questions: Why an exam was asked for, and what its report answers
-- grain: study
-- rule: the question is the reason for exam of the primary image, as written; the answers are the sentences of the report (all sections, each
--   phrase_id once) and the findings by their last mention (report_findings, is_finding). Only sentences that a region is about are in the
--   graphs. A finding in neither list is not mentioned, which is no denial
-- tie-break: those of studies and report_findings; where images of the study write one phrase_id differently, the least text
-- source: users ask for the indication next to what the report says; readers of the RDF append it as an edge reason_for_exam
-- columns:
--   study_id, patient_id
--   primary_image_id: the image that stands for the study (studies)
--   question: the reason for exam; NULL where none is given, and in a build without text
--   sentences: the sentences of the report, in its order; NULL when there are none, and in a build without text
--   findings_yes: what the report affirms, each as `region: finding`, sorted; [] when there is none
--   findings_no: what the report denies, each as `region: finding`, sorted; [] when there is none
with sentences as (
  select study_id, patient_id, phrase_id, min(sent_loc) as sent_loc, min(phrase) as phrase
  from optional_inputs.phrases_if_given
  group by study_id, patient_id, phrase_id
),
reports as (
  select study_id, patient_id, list(phrase order by sent_loc nulls first, phrase_id) as sentences
  from sentences
  group by study_id, patient_id
),
answers as (
  select study_id, patient_id,
    list(bbox_name || ': ' || label_name order by bbox_name, label_name) filter (relation = 'yes') as findings_yes,
    list(bbox_name || ': ' || label_name order by bbox_name, label_name) filter (relation = 'no') as findings_no
  from main.report_findings
  where is_finding
  group by study_id, patient_id
)
select study_id, patient_id, primary_image_id,
  reason_for_exam as question,
  sentences,
  coalesce(findings_yes, []) as findings_yes,
  coalesce(findings_no, []) as findings_no
from main.studies
left join reports using (study_id, patient_id)
left join answers using (study_id, patient_id)
