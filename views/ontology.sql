-- ontology: Every ancestor of a finding and of a region
-- grain: kind × child × ancestor
-- rule: kind is finding or region; by any other name, such as label, there are no rows. The transitive closure of label_parents and
--   region_parents; a cycle is followed once around and no name is its own ancestor
-- tie-break: depth is the longest way up, so that nearest parents and complete lists of ancestors give the same depth;
--   source and certainty are those of the weakest step of the strongest such way
-- source: label_to_UMLS_mapping.json of the release (all_children) where given, else the seed; mimic-cxr-vqa re-applies
--   the closure because the graphs do not always contain the parents
-- columns:
--   kind: finding or region
--   child: label_name or bbox_name
--   ancestor: a finding or region that includes it
--   depth: steps from child to ancestor, 1 for a parent
--   source: release or seed; seed when any step is of the seed
--   certainty: certain, inferred or guess: that of the least certain step
with recursive steps as (
  select 'finding' as kind, label_name as child, parent, source, certainty from main.label_parents
  union all
  select 'region', bbox_name, parent, source, certainty from main.region_parents
),
graded as (
  select kind, child, parent,
    case source when 'release' then 0 else 1 end as source_grade,
    case certainty when 'certain' then 0 when 'inferred' then 1 else 2 end as certainty_grade
  from steps
  where child <> parent
),
reached as (
  select kind, child, parent as ancestor from graded
  union
  select reached.kind, reached.child, graded.parent
  from reached
  join graded on graded.kind = reached.kind and graded.child = reached.ancestor
),
cyclic as (
  select distinct reached.kind, reached.child
  from reached
  join reached as around
    on around.kind = reached.kind and around.child = reached.ancestor and around.ancestor = reached.ancestor
),
ways as (
  select graded.kind, graded.child, parent as ancestor,
    if(cyclic.child is null, [], [graded.child, parent]) as passed,
    1 as depth, source_grade, certainty_grade
  from graded
  left join cyclic on cyclic.kind = graded.kind and cyclic.child = graded.child
  union
  select ways.kind, ways.child, graded.parent,
    if(passed = [], passed, list_append(passed, graded.parent)),
    depth + 1,
    greatest(ways.source_grade, graded.source_grade),
    greatest(ways.certainty_grade, graded.certainty_grade)
  from ways
  join graded on graded.kind = ways.kind and graded.child = ways.ancestor
  where not list_contains(passed, graded.parent)
),
longest as (
  select kind, child, ancestor, source_grade, certainty_grade, depth
  from ways
  qualify row_number() over (
    partition by kind, child, ancestor
    order by depth desc, certainty_grade, source_grade
  ) = 1
)
select kind, child, ancestor, depth,
  case source_grade when 0 then 'release' else 'seed' end as source,
  case certainty_grade when 0 then 'certain' when 1 then 'inferred' else 'guess' end as certainty
from longest
