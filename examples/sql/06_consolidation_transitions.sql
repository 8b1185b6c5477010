-- New, resolved and persistent consolidation between consecutive studies
-- denominator: (study, previous study, region) where at least one of the two mentions consolidation
-- trap: a finding that the next report does not mention is unmentioned, not resolved
select transition, count(*) as n
from finding_transitions
where label_name = 'consolidation'
group by transition
order by n desc, transition
