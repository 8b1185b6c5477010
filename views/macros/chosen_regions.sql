-- chosen_regions: The regions of a model
-- grain: bbox_name
-- rule: regions is 18 (AnaXNet), 26 (gold), 29 (published) or 36 (all with boxes); any other number is an error
-- tie-break: none
-- source: AnaXNet 18, the gold set 26, the dataset page 29, the objects of a graph 36
-- columns:
--   bbox_name
create macro main.chosen_regions(regions) as table
select bbox_name
from main.regions as r
where case regions
  when 18 then in_anaxnet_18
  when 26 then in_gold_26
  when 29 then in_29
  when 36 then has_bbox
  else error('expected regions := 18, 26, 29 or 36')
end
