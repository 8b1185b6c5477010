import labelParents from './label_parents.json' with { type: 'json' };
import labelRows from './labels.json' with { type: 'json' };
import regionParents from './region_parents.json' with { type: 'json' };
import regionRows from './regions.json' with { type: 'json' };

/** The 46 region names of the public documentation (36 with a box, 9 in text only, `unknown`). */
export const regions = regionRows;
/** The 77 findings in 6 categories, and the cue values that also occur among the findings. */
export const labels = labelRows;
/** Seed ontology: nearest parents, each with how certain its public source is. */
export const seedParents = { labels: labelParents, regions: regionParents };

export const viewpoints = ['AP', 'PA'] as const;
export const sections = ['finalreport', 'prelimread', 'history'] as const;
export const comparisons = ['improved', 'worsened', 'no change'] as const;
export const relations = ['yes', 'no'] as const;
