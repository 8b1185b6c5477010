import { CHECKSUMS, MANIFEST } from '../../warehouse/layout.js';
import type { Manifest } from '../../warehouse/manifest.js';
import { type CheckResult, type Finding, resultOf } from '../finding.js';
import type { Content, Entry } from './entries.js';

/** A list of checksums: path → sha256, and what is wrong with its form. */
export interface ChecksumList {
  readonly sha256: ReadonlyMap<string, string>;
  readonly faults: readonly Finding[];
}

/** Reads the text of SHA256SUMS.txt: a line per file, as sha256sum writes it, sorted by path. */
export function readChecksums(text: string): ChecksumList {
  const sha256 = new Map<string, string>();
  const faults: Finding[] = [];
  const add = (subject: string, expected: string, found: string) => faults.push({ subject, expected, found });
  if (text === '') add(CHECKSUMS, 'a line for every file', 'an empty file');
  const lines = text.split('\n');
  if (lines.pop() !== '') add(CHECKSUMS, 'a line feed at the end', 'none');
  let last = '';
  for (const [i, line] of lines.entries()) {
    const [, hash, path] = /^([0-9a-f]{64}) {2}(.+)$/.exec(line) ?? [];
    const subject = `${CHECKSUMS} line ${i + 1}`;
    if (hash === undefined || path === undefined) {
      add(subject, 'a sha256, two blanks and a path', 'another form');
    } else if (path <= last) add(subject, 'a path behind that of the line before', path);
    else {
      sha256.set(path, hash);
      last = path;
    }
  }
  return { sha256, faults };
}

/** What the checks of files work with. */
export interface Files {
  readonly entries: readonly Entry[];
  readonly contents: ReadonlyMap<string, Content>;
  readonly list: ChecksumList;
  /** Undefined where it cannot be read. */
  readonly manifest: Manifest | undefined;
}

const fetchAgain = 'fetch the folder again from where it came, or build it again';

/** The checks of SHA256SUMS.txt, and of the folder against it. */
export function checkChecksums({ entries, contents, list, manifest }: Files): CheckResult[] {
  const files = entries.filter(({ kind, path }) => kind === 'file' && path !== CHECKSUMS);
  const stated = statedHashes(manifest);
  const isAsPublished = (path: string) => contents.get(path)?.sha256 === stated.get(path);
  const paths = new Set(files.map(({ path }) => path));
  return [
    resultOf(
      {
        name: 'checksum_list',
        title: `Lines that ${CHECKSUMS} lacks, has twice, or has in another form or order`,
        advice: `the list itself is damaged: ${fetchAgain}`,
      },
      [
        ...list.faults,
        ...files
          .filter(({ path }) => !list.sha256.has(path) && (path === MANIFEST || stated.has(path)))
          .map(({ path }) => ({ subject: CHECKSUMS, expected: `a line for ${path}`, found: 'none' })),
      ],
    ),
    resultOf(
      { name: 'missing_files', title: 'Files that are listed and absent', advice: fetchAgain },
      [...new Set([...list.sha256.keys(), ...stated.keys()])]
        .filter((path) => !paths.has(path))
        .map((path) => ({
          subject: path,
          expected: 'a file, as it is listed',
          found: whatIs(path, entries),
        })),
    ),
    resultOf(
      {
        name: 'changed_files',
        title: `Files whose checksum is not that of ${CHECKSUMS}`,
        advice: `these files are not those that were published: ${fetchAgain}`,
      },
      files.flatMap(({ path }) => {
        const [expected, found] = [list.sha256.get(path), contents.get(path)?.sha256];
        if (expected === undefined || expected === found) return [];
        const aside = isAsPublished(path) ? ` (as ${MANIFEST} says: the list is wrong)` : '';
        return [{ subject: path, expected: `sha256 ${short(expected)}`, found: `${short(found)}${aside}` }];
      }),
    ),
  ];
}

/** The check that nothing stands in the folder that is not listed: whoever reads a folder of Parquet reads all of it. */
export function checkFurtherEntries({ entries, list, manifest }: Files): CheckResult {
  const stated = manifest ? statedHashes(manifest) : list.sha256;
  const expected = new Set([...stated.keys(), CHECKSUMS, MANIFEST]);
  const folders = new Set([...expected].flatMap(foldersAbove));
  const isExpected = ({ path, kind }: Entry) =>
    kind === 'folder' ? folders.has(path) : kind === 'file' && expected.has(path);
  return resultOf(
    {
      name: 'further_files',
      title: `Files, folders and links that ${MANIFEST} does not list`,
      advice:
        'remove what does not belong here: whoever reads a folder of Parquet files reads all of them, and gets rows twice',
    },
    entries
      .filter((entry) => !isExpected(entry))
      .map(({ path, kind }) => ({
        subject: path,
        expected: expected.has(path) ? 'a file of its own' : 'nothing of this name',
        found: `a ${kind === 'neither file nor folder' ? 'device, pipe or socket' : kind}`,
      })),
  );
}

/** Path → sha256, by the manifest. */
export function statedHashes(manifest: Manifest | undefined): Map<string, string> {
  const files = manifest ? [...manifest.tables.flatMap(({ files }) => files), ...manifest.others] : [];
  return new Map(files.map(({ path, sha256 }) => [path, sha256]));
}

function foldersAbove(path: string): string[] {
  const names = path.split('/').slice(0, -1);
  return names.map((_, i) => names.slice(0, i + 1).join('/'));
}

function whatIs(path: string, entries: readonly Entry[]): string {
  const kind = entries.find((entry) => entry.path === path)?.kind;
  return kind === undefined ? 'nothing' : `a ${kind}`;
}

/** Enough of a checksum to keep two of them apart. */
const short = (sha256: string | undefined) =>
  sha256 === undefined ? 'an unreadable file' : `${sha256.slice(0, 12)}…`;
