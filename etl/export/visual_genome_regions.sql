-- visual_genome_regions: Names and UMLS concepts of the regions, as JSON
-- one row per region with a box
create or replace temp table genome_regions as
select bbox_name,
  to_json(bbox_name)::varchar as name,
  to_json(coalesce(cuis, []))::varchar as synsets
from main.regions
join chosen_categories using (bbox_name)
