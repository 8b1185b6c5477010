import { cp, rm } from 'node:fs/promises';
import { relative, resolve, sep } from 'node:path';
import { usageError } from '../../error.js';
import { assertReplaceableRelease, MARKER, markerText, replaceRelease } from '../target.js';
import { writeText } from '../write_text.js';

/**
 * Expects a folder for the lists of MIMIC-CXR-JPG that can be written over, and that has nothing to do with that of the release.
 * @throws UserError
 */
export function assertMimicFolder(mimic: string, out: string): void {
  assertReplaceableRelease(mimic);
  if (!isWithin(mimic, out) && !isWithin(out, mimic)) return;
  throw usageError(
    `synth --mimic: expected a folder outside of --out, found '${mimic}'; choose another one.`,
  );
}

function isWithin(path: string, folder: string): boolean {
  const way = relative(resolve(folder), resolve(path));
  return way !== '..' && !way.startsWith(`..${sep}`) && resolve(folder, way) === resolve(path);
}

/** Moves the lists of MIMIC-CXR-JPG to a folder of their own; it may be on another disk. */
export async function moveMimicLists(from: string, mimic: string): Promise<void> {
  await replaceRelease(mimic, async (folder) => {
    await cp(from, folder, { recursive: true });
    writeText(folder, MARKER, markerText);
  });
  await rm(from, { recursive: true });
}
