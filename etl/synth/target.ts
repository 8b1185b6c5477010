import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { UserError } from '../error.js';

/** Name of the file that marks a folder as a synthetic release. */
export const NOTE = 'SYNTHETIC.txt';
const FIRST_LINE =
  'Synthetic data in the form of Chest ImaGenome v1.0.0. No patient, no image and no report is real.';

/** Text of the note. */
export const note = `${FIRST_LINE}

Every value was drawn at random: ids, dates, boxes, sentences and findings. Only the form, the vocabulary and the
frequencies follow the public documentation of the dataset (https://physionet.org/content/chest-imagenome/1.0.0/).
Concept ids that begin with C99 are invented. truth.json lists what they hold.
`;

/**
 * Refuses to write over anything but an earlier synthetic release.
 * @throws UserError
 */
export async function assertReplaceable(out: string): Promise<void> {
  const found = await stat(out).catch(() => undefined);
  if (!found) return;
  const isOurs = () => {
    const path = join(out, NOTE);
    return existsSync(path) && readFileSync(path, 'utf8').startsWith(FIRST_LINE);
  };
  if (found.isDirectory() && (readdirSync(out).length === 0 || isOurs())) return;
  throw new UserError(
    `${out}: expected no such folder, an empty one or an earlier synthetic release, found something else; ` +
      'choose another --out.',
  );
}

/** Writes a release into a folder next to `out`, then puts it in place with a rename; a failure leaves `out` as it was. */
export async function replaceFolder<T>(out: string, write: (folder: string) => Promise<T>): Promise<T> {
  await assertReplaceable(out);
  const target = resolve(out);
  await mkdir(dirname(target), { recursive: true, mode: 0o700 });
  const staging = await mkdtemp(join(dirname(target), `.${basename(target)}-`));
  const [fresh, old] = [join(staging, 'new'), join(staging, 'old')];
  try {
    await mkdir(fresh, { mode: 0o700 });
    const result = await write(fresh);
    await assertReplaceable(target);
    if (existsSync(target)) await rename(target, old);
    await rename(fresh, target);
    return result;
  } finally {
    await rm(staging, { recursive: true, force: true });
  }
}
