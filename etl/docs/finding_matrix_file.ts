import { identifier, literal } from '../schema/ddl.js';
import { labels } from '../vocabulary/index.js';

/** `views/macros/finding_matrix.sql`: a column for each documented finding, so that none is written by hand twice. */
export function findingMatrixFile(): string {
  const findings = labels.filter(({ category_id, is_cue }) => category_id !== 'nlp' && !is_cue);
  const columns = findings.map(
    ({ category_id, label_name }) =>
      `--   ${label_name}: ${category_id}: yes, no, conflict (rule state only), or NULL: not mentioned`,
  );
  const cells = findings.map(
    ({ label_name }) =>
      `  relations[list_position(label_names, ${literal(label_name)})] as ${identifier(label_name)}`,
  );
  return `-- finding_matrix: The region × finding matrix, one column per finding
-- grain: image × region, for every image and chosen region, described or not
-- rule: regions is 18 (AnaXNet), 26 (gold), 29 (published) or 36 (all with boxes). relation by rule: last_mention,
--   last_mention_final, any_yes (yes if any sentence affirms) or state (yes, no, conflict); NULL is not mentioned, which is
--   no denial. The columns are the ${findings.length} documented findings (is_finding); finding_cells has what else the data hold,
--   region_abnormalities the verdicts. Written by \`npm run docs\` from the vocabulary
-- tie-break: those of region_findings; where two categories share a name, yes before no before conflict
-- source: AnaXNet 18 × 9, MedVQA, M3/M4 29 × 69
-- columns:
--   image_id, study_id, patient_id, bbox_name
${columns.join('\n')}
create macro main.finding_matrix(regions := 29, rule := 'last_mention') as table
with findings as (
  select image_id, study_id, patient_id, bbox_name, label_names, relations,
    if(
      len(label_names) > list_unique(label_names),
      list_reverse_sort(list_transform(relations, lambda relation, place:
        {relation: coalesce(relation, ''), label_name: label_names[place]})),
      null
    ) as sorted
  from region_finding_lists(regions, rule)
),
ordered as (
  select image_id, study_id, patient_id, bbox_name,
    if(sorted is null, label_names, list_transform(sorted, lambda finding: finding.label_name)) as label_names,
    if(sorted is null, relations, list_transform(sorted, lambda finding: nullif(finding.relation, ''))) as relations
  from findings
)
select image_id, study_id, patient_id, bbox_name,
${cells.join(',\n')}
from ordered
`;
}
