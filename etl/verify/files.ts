import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describeFiles, listFiles } from '../warehouse/files.js';
import { CHECKSUMS } from '../warehouse/layout.js';
import type { CheckResult } from './checks.js';

/** Compares the files of a warehouse with its list of checksums. */
export async function checkFiles(folder: string): Promise<CheckResult[]> {
  const listed = readChecksums(folder);
  const found = (await listFiles(folder)).filter((path) => path !== CHECKSUMS);
  const described = await describeFiles(
    folder,
    found.filter((path) => listed.has(path)),
  );
  return [
    result('missing_files', `Files of ${CHECKSUMS} that are absent`, 'error', [
      ...(listed.size === 0 ? [CHECKSUMS] : []),
      ...[...listed.keys()].filter((path) => !existsSync(join(folder, path))),
    ]),
    result(
      'changed_files',
      `Files whose checksum is not that of ${CHECKSUMS}`,
      'error',
      described.filter(({ path, sha256 }) => sha256 !== listed.get(path)).map(({ path }) => path),
    ),
    result(
      'unlisted_files',
      `Files that ${CHECKSUMS} does not list`,
      'warning',
      found.filter((path) => !listed.has(path)),
    ),
  ];
}

function result(
  name: string,
  title: string,
  severity: CheckResult['severity'],
  paths: readonly string[],
): CheckResult {
  return { name, title, severity, rows: paths.length, examples: paths.slice(0, 3) };
}

/** Path → sha256, in the form of sha256sum; empty when there is no list. */
function readChecksums(folder: string): Map<string, string> {
  const path = join(folder, CHECKSUMS);
  const lines = existsSync(path) ? readFileSync(path, 'utf8').split('\n') : [];
  return new Map(
    lines.filter((line) => line !== '').map((line) => [line.slice(66), line.slice(0, 64)] as const),
  );
}
