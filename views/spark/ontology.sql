-- views/ontology.sql in Spark SQL
-- by hand: Spark 3.5 has no recursive queries; the ways up are followed in lists instead, as many rounds as there are children
-- digest: ae47515a3b3067e4
with steps as (
  select 'finding' as kind, label_name as child, parent, source, certainty from label_parents
  union all
  select 'region', bbox_name, parent, source, certainty from region_parents
),
parents as (
  select kind, child,
    collect_set(struct(
      parent,
      case source when 'release' then 0 else 1 end as source_grade,
      case certainty when 'certain' then 0 when 'inferred' then 1 else 2 end as certainty_grade
    )) as parents
  from steps
  where child <> parent
  group by kind, child
),
kinds as (
  select kind,
    map_from_entries(collect_list(struct(child, parents))) as parents_of,
    sequence(1, cast(count(*) as int)) as rounds
  from parents
  group by kind
),
reached as (
  select kind, child, parents, parents_of, rounds,
    aggregate(
      rounds,
      named_struct('latest', transform(parents, step -> step.parent), 'ancestors', transform(parents, step -> step.parent)),
      (state, round) -> get(transform(
        array(array_except(
          flatten(transform(
            filter(state.latest, name -> try_element_at(parents_of, name) is not null),
            name -> transform(try_element_at(parents_of, name), step -> step.parent)
          )),
          state.ancestors
        )),
        latest -> named_struct('latest', latest, 'ancestors', concat(state.ancestors, latest))
      ), 0)
    ).ancestors as ancestors
  from parents
  join kinds using (kind)
),
loops as (
  select kind, collect_list(child) as looped
  from reached
  where array_contains(ancestors, child)
  group by kind
),
ways as (
  select kind, child,
    explode(aggregate(
      rounds,
      named_struct(
        'latest', transform(parents, step -> named_struct(
          'ancestor', step.parent,
          'passed', if(is_cyclic, array(child, step.parent), slice(array(child), 1, 0)),
          'depth', 1,
          'source_grade', step.source_grade,
          'certainty_grade', step.certainty_grade
        )),
        'found', transform(parents, step -> named_struct(
          'ancestor', step.parent,
          'depth', 1,
          'source_grade', step.source_grade,
          'certainty_grade', step.certainty_grade
        ))
      ),
      (state, round) -> get(transform(
        array(array_distinct(flatten(transform(filter(state.latest, way -> try_element_at(parents_of, way.ancestor) is not null), way -> transform(
          filter(try_element_at(parents_of, way.ancestor), step -> not array_contains(way.passed, step.parent)),
          step -> named_struct(
            'ancestor', step.parent,
            'passed', if(is_cyclic, concat(way.passed, array(step.parent)), way.passed),
            'depth', way.depth + 1,
            'source_grade', greatest(way.source_grade, step.source_grade),
            'certainty_grade', greatest(way.certainty_grade, step.certainty_grade)
          )
        ))))),
        latest -> named_struct(
          'latest', latest,
          'found', concat(state.found, transform(latest, way -> named_struct(
            'ancestor', way.ancestor,
            'depth', way.depth,
            'source_grade', way.source_grade,
            'certainty_grade', way.certainty_grade
          )))
        )
      ), 0)
    ).found) as way
  from (
    select reached.*, coalesce(arrays_overlap(ancestors, looped), false) as is_cyclic
    from reached
    left join loops using (kind)
  )
),
longest as (
  select kind, child, way,
    row_number() over (
      partition by kind, child, way.ancestor
      order by way.depth desc, way.certainty_grade, way.source_grade
    ) as place
  from ways
)
select kind, child,
  way.ancestor as ancestor,
  way.depth as depth,
  case way.source_grade when 0 then 'release' else 'seed' end as source,
  case way.certainty_grade when 0 then 'certain' when 1 then 'inferred' else 'guess' end as certainty
from longest
where place = 1
