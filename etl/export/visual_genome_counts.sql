-- visual_genome_counts: How much of a slice is written, and how much has no usable box to stand at
-- one row: of objects, attributes, relationships and region descriptions
with objects as (
  select count(*)::integer as objects
  from genome_objects
),
attributes as (
  select coalesce(sum(len(attributes)) filter (object_id is not null), 0)::integer as attributes,
    coalesce(sum(len(attributes)) filter (object_id is null), 0)::integer as attributes_left_out
  from genome_attributes
),
relationships as (
  select count(*) filter (is_written)::integer as relationships,
    count(*) filter (not is_written)::integer as relationships_left_out
  from (select predicate <> '' and subject_id is not null and object_id is not null as is_written from genome_relationships)
),
descriptions as (
  select count(object_id)::integer as region_descriptions,
    (count(*) - count(object_id))::integer as region_descriptions_left_out
  from genome_descriptions
)
select *
from objects, attributes, relationships, descriptions
