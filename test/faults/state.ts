import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describeFiles, listFiles } from '../../etl/warehouse/files.js';

/** What stands at a place: nothing, or a whole warehouse by the checksums of its tables; anything else says what is wrong. */
export async function stateOf(place: string): Promise<string> {
  if (!existsSync(place)) return 'nothing';
  const names = await listFiles(place);
  if (!names.includes('SHA256SUMS.txt')) return `broken: ${names.length} files and no SHA256SUMS.txt`;
  const sums = await readFile(join(place, 'SHA256SUMS.txt'), 'utf8');
  const found = await describeFiles(
    place,
    names.filter((name) => name !== 'SHA256SUMS.txt'),
  );
  const lines = found.map(({ path, sha256 }) => `${sha256}  ${path}`);
  const stated = sums.trimEnd().split('\n');
  const wrong = [
    ...lines.filter((line) => !stated.includes(line)),
    ...stated.filter((line) => !lines.includes(line)),
  ];
  if (wrong.length > 0) return `broken: ${wrong.join(', ')}`;
  return lines.filter((line) => line.includes('  parquet/')).join('\n');
}
