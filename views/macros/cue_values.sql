-- cue_values: The values of a list of cues
-- grain: scalar: one list
-- rule: severity|yes|mild gives mild; a cue that is denied (|no|) has no value here, one without three parts is its own value
-- tie-break: the order of the list
-- source: the cue strings of the dataset, <cue>|yes|<value>
-- columns:
create macro main.cue_values(cues) as list_transform(
  list_filter(cues, lambda cue: split_part(cue, '|', 2) <> 'no'),
  lambda cue: coalesce(nullif(regexp_extract(cue, '^[^|]*\|[^|]*\|(.*)$', 1), ''), cue)
)
