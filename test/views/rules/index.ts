import type { Row } from '../../helpers/warehouse.js';
import { anaxnet } from './anaxnet.js';
import { chex } from './chex.js';
import { chexrelformer } from './chexrelformer.js';
import { ekaid } from './ekaid.js';
import { medvqa } from './medvqa.js';
import { mimicCxrVqa } from './mimic_cxr_vqa.js';
import { msCxrT } from './ms_cxr_t.js';
import type { Release } from './release.js';
import { rgrg } from './rgrg.js';
import { attributeRelations, bboxObjects, comparisonRelations, lastOfReport } from './utility.js';

/** The rule of each project, written anew over the JSON of a release, by the heading of docs/rules.md. */
export const projects: Record<string, (release: Release) => Row[]> = {
  the_dataset_s_own_utility: lastOfReport,
  attribute_relations_tabular_txt: attributeRelations,
  bbox_objects_tabular_txt: bboxObjects,
  comparison_relations_tabular_txt: comparisonRelations,
  mimic_cxr_vqa_and_ehrxqa: mimicCxrVqa,
  rgrg,
  anaxnet,
  medvqa,
  chex,
  chexrelformer,
  ekaid,
  ms_cxr_t_pairs: msCxrT,
};
