import { isKnownFile } from './known_files.js';

/**
 * What a name says of a file among scene graphs: a `graph`; a `known` file of the release; a `bundle` or `packed` graph, which are
 * read as INPUT alone; `hidden`, for a graph in a hidden folder; an `other` file, of no interest.
 */
export type FileKind = 'graph' | 'known' | 'bundle' | 'hidden' | 'other';

/** A file among scene graphs that is not read, although its name is that of JSON or of a known file. */
export interface Skipped {
  /** Path within the folder, or name of the zip member. */
  readonly name: string;
  readonly kind: Exclude<FileKind, 'graph' | 'other'>;
}

/** Why a file is skipped, for `data_issues`. */
export const skipReasons: Readonly<Record<Skipped['kind'], string>> = {
  known: 'a file of the release that is no scene graph',
  bundle: 'a bundle or a packed file; it is read when it is INPUT itself',
  hidden: 'in a hidden folder',
};

/** What macOS puts next to the files of people, in folders and in archives. */
const isLeftover = (name: string) => name === '__MACOSX' || name.startsWith('._') || name === '.DS_Store';

/** Classifies a path, with slashes or, as some archivers write them, backslashes. */
export function classify(path: string): FileKind {
  const parts = path.split(/[/\\]/).filter((part) => part !== '.' && part !== '..');
  const name = parts.pop() ?? '';
  if (isLeftover(name) || parts.some(isLeftover)) return 'other';
  const isGraph = /\.json\s*$/i.test(name);
  const isBundle = /\.(jsonl|ndjson)(\.gz)?$|\.json\.gz$/i.test(name);
  if (isKnownFile(name)) return 'known';
  if (!isGraph && !isBundle) return 'other';
  if (parts.some((part) => part.startsWith('.'))) return 'hidden';
  return isGraph ? 'graph' : 'bundle';
}
