-- visual_genome_synsets: The UMLS concepts of regions and comparisons
-- one row per concept, sorted: of a region its name in UMLS, of a comparison its direction
with named as (
  select unnest(cuis) as name, coalesce(umls_name, bbox_name) as definition, 0 as rank
  from main.regions
  union all
  select unnest(cuis), array_to_string(list_sort(list_distinct(comparisons)), ';;'), 1
  from main.comparison_relations
)
select json_object('synset_name', name, 'synset_definition', arg_min(definition, [rank::varchar, definition]))::varchar as line
from named
group by name
order by name
