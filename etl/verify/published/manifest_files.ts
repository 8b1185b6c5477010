import { CHECKSUMS, MANIFEST } from '../../warehouse/layout.js';
import type { Manifest } from '../../warehouse/manifest.js';
import { type CheckResult, type Finding, resultOf } from '../finding.js';
import type { Files } from './checksums.js';

type ManifestTable = Manifest['tables'][number];

/** The check of the sizes, checksums and paths that the manifest states of files. */
export function checkManifestFiles({
  contents,
  manifest,
}: Files & { readonly manifest: Manifest }): CheckResult {
  const files = [...manifest.tables.flatMap(({ files }) => files), ...manifest.others];
  return resultOf(
    {
      name: 'manifest_files',
      title: `Files whose path, bytes or sha256 are not those of ${MANIFEST}`,
      advice: `one of the two was changed after the build, and ${CHECKSUMS} with it: build the warehouse again`,
    },
    [
      ...manifest.tables.flatMap(misplaced),
      ...files.flatMap(({ path, bytes, sha256 }) => {
        const found = contents.get(path);
        if (found === undefined) return []; // missing_files
        return [
          ...differs(`${path} bytes`, bytes, found.bytes),
          ...differs(`${path} sha256`, sha256, found.sha256),
        ];
      }),
    ],
  );
}

function differs(subject: string, expected: string | number, found: string | number): Finding[] {
  return expected === found
    ? []
    : [{ subject, expected: `${expected}, by ${MANIFEST}`, found: String(found) }];
}

/** The files of a table stand where their kind does: one file, or numbered parts by group in their order. */
function misplaced({ name, kind, files, rows }: ManifestTable): Finding[] {
  const expected =
    kind === 'graph' || kind === 'derived' ? partPaths(name, kind, files) : [`parquet/${name}.parquet`];
  const paths = files.map(({ path }) => path);
  const sum = files.reduce((sum, { rows }) => sum + rows, 0);
  const findings = expected.flatMap((path, i) =>
    paths[i] === path
      ? []
      : [{ subject: `${MANIFEST} ${name}`, expected: path, found: paths[i] ?? 'no file' }],
  );
  if (sum !== rows) {
    findings.push({
      subject: `${MANIFEST} ${name} rows`,
      expected: `${sum}, the sum of its files`,
      found: `${rows}`,
    });
  }
  return findings;
}

/** Where parts would be, with the groups that they have. */
function partPaths(name: string, kind: string, files: ManifestTable['files']): string[] {
  const folder = kind === 'derived' ? `parquet/derived/${name}` : `parquet/${name}`;
  const groups = files.map(({ path }) => /\/(patient_group=p\d+)\//.exec(path)?.[1] ?? 'patient_group=p…');
  const sizes = new Map<string, number>();
  for (const group of groups) sizes.set(group, (sizes.get(group) ?? 0) + 1);
  const seen = new Map<string, number>();
  return groups.map((group) => {
    const part = seen.get(group) ?? 0;
    seen.set(group, part + 1);
    const digits = String(sizes.get(group)! - 1).length;
    return `${folder}/${group}/part-${String(part).padStart(digits, '0')}.parquet`;
  });
}
