import { CITATION } from './terms.js';

/** `NOTICE.txt`: the terms that whoever holds a warehouse, or what was exported from one, is bound by. */
export function noticeText(isSynthetic: boolean, what: 'warehouse' | 'export' = 'warehouse'): string {
  return (isSynthetic ? synthetic : derived).replace('This warehouse', `This ${what}`);
}

const synthetic = `This warehouse was built from a synthetic release: every id, date, box, sentence and finding in it is invented.
No patient, image or report stands behind any row, and no license of a dataset restricts its use.
`;

const derived = `This warehouse was derived from Chest ImaGenome v1.0.0 (https://physionet.org/content/chest-imagenome/1.0.0/), which
was derived from MIMIC-CXR. Both are credentialed data: the PhysioNet Credentialed Health Data License 1.5.0 and the PhysioNet
Credentialed Health Data Use Agreement 1.5.0 hold for every file here as they hold for the release.

You may use it if you have been granted access to the dataset yourself. In particular:

- share it only with people who have access of their own, and keep it where nobody else can read it;
- do not try to identify a person, a place or an institution;
- do not send its rows, sentences above all, to services of third parties;
- write to PhysioNet when you find something that identifies a person;
- cite the dataset and its version when you publish what you have found:
  ${CITATION}

The text of the license and of the agreement on the dataset's page is what counts, not this summary.
`;
