import { labels, regions } from '../../../etl/vocabulary/index.js';

const namesOf = (chosen: typeof regions): ReadonlySet<string> =>
  new Set(chosen.map(({ bbox_name }) => bbox_name));

export const regions18 = namesOf(regions.filter((region) => region.in_anaxnet_18));
export const regions29 = namesOf(regions.filter((region) => region.in_29));
export const regions36 = namesOf(regions.filter((region) => region.has_bbox));
/** The nine findings of AnaXNet. */
export const findings9: ReadonlySet<string> = new Set(
  labels.filter((label) => label.in_anaxnet_9).map(({ label_name }) => label_name),
);
/** Categories whose strings stand among the findings and are none. */
export const cues: ReadonlySet<string> = new Set(['severity', 'temporal', 'texture', 'laterality']);
