import type { BuildInfo } from '../warehouse/manifest.js';
import { AUTHORS, DATASET } from './source.js';

/** A license as the descriptors name it. */
export interface License {
  readonly name: string;
  readonly title: string;
  readonly url: string;
}

const credentialed: License = {
  name: 'LicenseRef-PhysioNet-Credentialed-1.5.0',
  title: 'PhysioNet Credentialed Health Data License 1.5.0',
  url: 'https://physionet.org/content/chest-imagenome/view-license/1.0.0/',
};

const synthetic: License = {
  name: 'CC0-1.0',
  title: 'Synthetic data, Creative Commons Zero 1.0',
  url: 'https://creativecommons.org/publicdomain/zero/1.0/',
};

/** The license that the tables inherit: only a release that says of itself that it is synthetic is free. */
export function licenseOf({ is_synthetic }: Pick<BuildInfo, 'is_synthetic'>): License {
  return is_synthetic ? synthetic : credentialed;
}

/** How to cite the dataset, as its page asks for it. */
export const CITATION = `${AUTHORS.slice(0, -1).join(', ')}, & ${AUTHORS.at(-1)} (2021). ${DATASET.title} (version ${DATASET.version}). PhysioNet. ${DATASET.doi}`;
