import { existsSync } from 'node:fs';
import { usageError } from '../error.js';
import { faultOf } from '../text_tables/index.js';
import { type MimicPaths, mimicFiles } from './mimic_files.js';

/**
 * Expects the files of MIMIC-CXR-JPG that options name, before anything is built.
 * @throws UserError of wrong usage, which says the columns that a file lacks
 */
export async function assertMimicFiles(paths: MimicPaths): Promise<void> {
  for (const { key, option, expected } of mimicFiles) {
    const path = paths[key];
    if (path === undefined) continue;
    if (!existsSync(path)) throw usageError(`${option} ${path}: expected a file, found nothing there`);
    const fault = await faultOf(path, expected).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'EISDIR') return 'expected a file, found a folder';
      throw error;
    });
    if (fault) throw usageError(`${option} ${path}: ${fault}`);
  }
}
