import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** Folders of this process that are still there. */
const folders = new Set<string>();

function removeAll(): void {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  folders.clear();
}

/**
 * Makes a folder that only its owner can enter (0700) for the length of `work`, and removes it with all it holds, also where the
 * process exits before.
 * @param parent where it is made
 * @param beginning of its name
 */
export async function withPrivateFolder<T>(
  parent: string,
  beginning: string,
  work: (folder: string) => Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(join(parent, beginning));
  if (folders.size === 0) process.on('exit', removeAll);
  folders.add(folder);
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
    folders.delete(folder);
    if (folders.size === 0) process.off('exit', removeAll);
  }
}
