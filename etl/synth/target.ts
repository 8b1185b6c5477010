import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Staging } from '../publish/staging.js';
import { assertReplaceable, type FolderKind, resolveOutputFolder } from '../warehouse/output_folder.js';

/** Name of the file that marks a folder as a synthetic release. */
export const MARKER = 'SYNTHETIC.txt';
const FIRST_LINE =
  'Synthetic data in the form of Chest ImaGenome v1.0.0. No patient, no image and no report is real.';

/** Text of that file. */
export const markerText = `${FIRST_LINE}

Every value was drawn at random: ids, dates, boxes, sentences and findings. Only the form, the vocabulary and the
frequencies follow the public documentation of the dataset (https://physionet.org/content/chest-imagenome/1.0.0/).
Concept ids that begin with C99 are invented. truth.json lists what they hold.
`;

/** A release that this project has written. */
const syntheticRelease: FolderKind = {
  earlier: 'an earlier synthetic release',
  isOurs: (folder) => {
    const path = join(folder, MARKER);
    return existsSync(path) && readFileSync(path, 'utf8').startsWith(FIRST_LINE);
  },
};

/**
 * Expects nothing at `out`, an empty folder or an earlier synthetic release.
 * @throws UserError
 */
export function assertReplaceableRelease(out: string): void {
  assertReplaceable(resolveOutputFolder(out), syntheticRelease);
}

/** Writes a release into a folder next to `out`, then puts it in place with a rename; a failure leaves `out` as it was. */
export async function replaceRelease<T>(out: string, write: (folder: string) => Promise<T>): Promise<T> {
  await using staging = await Staging.open(out, { kind: syntheticRelease });
  const result = await write(staging.folder);
  await staging.publish();
  return result;
}
