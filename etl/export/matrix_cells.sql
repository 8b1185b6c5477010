-- matrix_cells: The cells of a matrix as bits
-- one row per {{unit}} of the split, with a bit per cell, region after region: is_said is 1 where the report mentions the finding of the region, is_yes where it affirms it by the rule ({{rule}}).
-- A cell of several labels is yes where one of them is. Regions that the preset does not name have no cell.
-- No Finding, where the preset has it: no where the region has a finding (support devices aside) or is called abnormal, else yes where it is called normal
create or replace temp table matrix_cells as
with units as (
  select {{key}}, min(image_number) as place
  from chosen
  group by {{key}}
),
mentioned as (
  select {{key}}, {{region}} as region_name, label_name,
    {{said}} as is_said,
    {{yes}} as is_yes,
    {{no}} as is_no
  from main.region_findings
  semi join chosen using (image_id, study_id, patient_id)
),
cells as (
  select {{key}}, region_number * {{width}} + column_number as cell,
    if(is_inverse, is_no, is_yes) as is_yes
  from mentioned
  join matrix_labels using (label_name)
  join matrix_regions using (region_name)
  where is_said
  union all
  select {{key}}, region_number * {{width}} + {{no_finding}} as cell,
    not bool_or(is_yes and is_against) as is_yes
  from mentioned
  join matrix_verdicts using (label_name)
  join matrix_regions using (region_name)
  where is_said and is_yes
  group by {{key}}, region_number
),
bits as (
  select {{key}},
    bitstring_agg(cell, 0, {{last}}) as is_said,
    bitstring_agg(cell, 0, {{last}}) filter (is_yes) as is_yes
  from cells
  group by {{key}}
)
select units.*,
  coalesce(is_said, repeat('0', {{last}} + 1)::bit) as is_said,
  coalesce(is_yes, repeat('0', {{last}} + 1)::bit) as is_yes
from units
left join bits using ({{key}})
order by place
