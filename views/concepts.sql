-- concepts: The regions and findings of each concept
-- grain: concept id × region or finding
-- rule: every id of the column cuis of regions and of labels
-- tie-break: none
-- source: label_to_UMLS_mapping.json of the release where given, else the ids that stand in the graphs, else public ones
-- columns:
--   cui: concept id, C… of UMLS or CL… of the dataset
--   kind: region or finding
--   bbox_name: the region; NULL for a finding
--   category_id: category of the finding; NULL for a region
--   label_name: the finding; NULL for a region
select unnest(cuis) as cui, 'region' as kind, bbox_name, null::varchar as category_id, null::varchar as label_name
from main.regions
union all
select unnest(cuis), 'finding', null, category_id, label_name
from main.labels
