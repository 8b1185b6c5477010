/** The dataset that a release holds, as its page states it. */
export const DATASET = {
  title: 'Chest ImaGenome Dataset',
  version: '1.0.0',
  doi: 'https://doi.org/10.13026/wv01-y230',
  page: 'https://physionet.org/content/chest-imagenome/1.0.0/',
  agreement: 'https://physionet.org/content/chest-imagenome/view-dua/1.0.0/',
} as const;

/** Its authors, family name first. */
export const AUTHORS = [
  'Wu, J.',
  'Agu, N.',
  'Lourentzou, I.',
  'Sharma, A.',
  'Paguio, J.',
  'Yao, J. S.',
  'Dee, E. C.',
  'Mitchell, W.',
  'Kashyap, S.',
  'Giovannini, A.',
  'Celi, L. A.',
  'Syeda-Mahmood, T.',
  'Moradi, M.',
] as const;

/** This project, as the descriptors name it. */
export const PROJECT = 'chest-imagenome-warehouse';

/** What the tables are, in one sentence. */
export const SUMMARY =
  'Scene graphs of chest X-rays as normalized tables: images, boxes, findings with cues, comparisons.';
