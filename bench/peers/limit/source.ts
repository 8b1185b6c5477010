import { once } from 'node:events';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import yauzl from 'yauzl';

/** Where a graph lies: a file, or the compressed bytes of a zip member. */
export type GraphPlace = { readonly path: string } | { readonly start: number; readonly packed: number };

/** Bytes of the header of a zip member before its name. */
export const LOCAL_HEADER = 30;

/** The graphs of a folder or a zip. */
export async function listGraphs(input: string): Promise<GraphPlace[]> {
  if (input.endsWith('.zip')) return listMembers(input);
  return (await readdir(input)).map((name) => ({ path: join(input, name) }));
}

async function listMembers(path: string): Promise<GraphPlace[]> {
  const open = promisify<string, yauzl.Options, yauzl.ZipFile>(yauzl.open);
  const zip = await open(path, { lazyEntries: false });
  const places: GraphPlace[] = [];
  zip.on('entry', (entry: yauzl.Entry) => {
    if (!entry.fileName.endsWith('.json')) return;
    places.push({ start: entry.relativeOffsetOfLocalHeader, packed: entry.compressedSize });
  });
  await once(zip, 'end');
  return places;
}
