-- is_finding: Whether a category holds findings
-- grain: scalar: one category_id
-- rule: false for nlp (the verdicts normal and abnormal) and for the cues that stand among the attributes: severity, temporal,
--   texture and laterality; true for any other
-- tie-break: none
-- source: MedVQA and others leave these categories out, each with a list of its own
-- columns:
create macro main.is_finding(category_id) as
  category_id not in ('nlp', 'severity', 'temporal', 'texture', 'laterality')
