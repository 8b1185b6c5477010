import { type PublishedCounts, publishedCounts } from '../evaluate/published_counts.js';
import { literal } from '../schema/ddl.js';

/** `views/published_counts.sql`: each published number with the statement that gives ours, from `etl/evaluate`. */
export function publishedCountsFile(): string {
  const values = publishedCounts.flatMap(valuesOf);
  const measured = publishedCounts.flatMap(measuredOf);
  return `-- published_counts: What others have published of the release, and what this warehouse has
-- grain: published number
-- rule: ours is what the one statement of the number gives over this warehouse, NULL where an input or a statement is absent.
--   difference is ours - theirs. reason, the first that applies: not applicable for a synthetic release, whose difference is NULL, too;
--   not computed, and why; not given, and which input; equal or within tolerance, which is what rounding takes (at least:
--   ours may be greater); another number of scene graphs than the release has; what is known of the difference; unexplained.
--   Written by \`npm run docs\` from etl/evaluate/published_counts.json
-- tie-break: none
-- source: the dataset's page, its readers and papers: column source. The view reconciliation explains what lists and graphs lack
-- columns:
--   count_name: what is counted
--   theirs: the published number
--   ours: that of this warehouse
--   difference: ours - theirs; NULL where either is, and for a synthetic release
--   reason: equal, within tolerance, or why not
--   tolerance: how far ours may be from it
--   confidence: A counted on the real release, and consistent · B from a paper · C doubtful · page on the dataset's page
--   source: who has published it
with published as (
  from (values
    ${values.join(',\n    ')}
  ) as published (count_name, theirs, tolerance, is_least, confidence, source, needs, is_computed, known)
),
measured as (
  ${measured.join('\n  union all\n  ')}
),
build as (
  select
    coalesce(bool_or(value = 'true') filter (key = 'is_synthetic'), false) as is_synthetic,
    (select count(*) from main.images) as n_graphs,
    (select coalesce(list(table_name) filter (is_provided), []) from optional_inputs.provided) as given
  from main.build_info
),
compared as (
  select *,
    list_filter(needs, lambda need: not list_contains(given, need)) as absent,
    if(is_computed and len(absent) = 0, ours, null) as own
  from published
  left join measured using (count_name)
  cross join build
)
select count_name, theirs,
  own as ours,
  if(is_synthetic, null, own - theirs) as difference,
  case
    when is_synthetic then 'not applicable: the release is synthetic'
    when not is_computed then concat('not computed: ', known)
    when len(absent) > 0 then concat('not given: ', array_to_string(absent, ', '))
    when own is null then 'not computed: there is nothing to count'
    when own = theirs then 'equal'
    when abs(own - theirs) <= tolerance or is_least and own > theirs then 'within tolerance'
    when n_graphs <> ${GRAPHS} then concat('another number of scene graphs: ', n_graphs, ' instead of ${GRAPHS}')
    else coalesce(known, 'unexplained')
  end as reason,
  tolerance, confidence, source
from compared
`;
}

/** Scene graphs of the release, as a reader has counted them. */
const GRAPHS = 243_310;

function valuesOf({ counts, confidence, source, needs, known, sql }: PublishedCounts): string[] {
  const list = `[${needs.map(literal).join(', ')}]::varchar[]`;
  const rest = [
    literal(confidence),
    literal(source),
    list,
    sql !== undefined,
    known ? literal(known) : 'null',
  ];
  return counts.map(({ count_name, theirs, tolerance, isLeast }) => {
    const numbers = [theirs, tolerance].map((value) => `${value}::double`);
    return `(${[literal(count_name), ...numbers, isLeast, ...rest].join(', ')})`;
  });
}

/** The rows of count_name and ours that a statement gives. */
function measuredOf({ sql, counts }: PublishedCounts): string[] {
  if (sql === undefined) return [];
  if (counts.length > 1 || sql.includes(' as count_name'))
    return [`select count_name, ours::double as ours from (${sql})`];
  return [`select ${literal(counts[0]!.count_name)} as count_name, (${sql})::double as ours`];
}
