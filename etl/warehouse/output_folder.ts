import {
  existsSync,
  lstatSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  statSync,
} from 'node:fs';
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { UserError, usageError } from '../error.js';
import { FORMAT, MANIFEST } from './layout.js';

/** The folder that `out` names: where it is a link, even one to nothing, the folder that it leads to. */
export function resolveOutputFolder(out: string): string {
  let place = resolve(out);
  for (let links = 0; links < 40 && isLink(place); links++) {
    place = resolve(realpathSync(dirname(place)), readlinkSync(place));
  }
  return place;
}

function isLink(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true;
}

/** A kind of folder that this project writes as a whole and replaces as a whole. */
export interface FolderKind {
  /** What messages call one that is there, e.g. `an earlier warehouse`. */
  readonly earlier: string;
  readonly isOurs: (folder: string) => boolean;
}

/** True for a folder that this project has published. */
export function isWarehouse(folder: string): boolean {
  try {
    return JSON.parse(readFileSync(join(folder, MANIFEST), 'utf8')).format === FORMAT;
  } catch {
    return false;
  }
}

/** What a build writes. */
export const warehouseKind: FolderKind = { earlier: 'an earlier warehouse', isOurs: isWarehouse };

/** What a rename says when another build has put its folder there, or has taken it away, since we looked. */
export function isContended(error: unknown): boolean {
  return ['ENOTEMPTY', 'EEXIST', 'ENOENT'].includes((error as NodeJS.ErrnoException).code ?? '');
}

/**
 * Expects a path that a database can have: DuckDB takes what follows a ? for options, and looks for its log elsewhere.
 * @throws UserError of wrong usage
 */
export function assertValidPath(out: string): void {
  if (out.includes('?')) {
    throw usageError(`${out}: expected a path that a database can have, found a ?; choose another --out.`);
  }
}

/**
 * Expects nothing at `out`, an empty folder, or one of this kind.
 * @throws UserError
 */
export function assertReplaceable(out: string, kind: FolderKind): void {
  // Looked at twice, as another process may have put its folder there between two looks.
  if (isReplaceable(out, kind) || isReplaceable(out, kind)) return;
  throw new UserError(
    `${out}: expected no such folder, an empty one or ${kind.earlier}, found something else; ` +
      'nothing was touched. Choose another --out.',
  );
}

function isReplaceable(out: string, { isOurs }: FolderKind): boolean {
  try {
    const found = statSync(out, { throwIfNoEntry: false });
    return !found || isOurs(out) || (found.isDirectory() && readdirSync(out).length === 0);
  } catch (error) {
    if (isContended(error)) return true;
    throw error;
  }
}

/**
 * Expects a place that can be replaced as a whole. One where something is mounted cannot: a folder of a container, for instance, that
 * is one of its host.
 * @throws UserError
 */
export function assertNoMountPoint(out: string): void {
  if (!existsSync(out) || !mountPoints().includes(realpathSync(out))) return;
  throw new UserError(
    `${out}: expected a folder that can be replaced as a whole, found a mount point; choose a folder within it as --out.`,
  );
}

/** Where something is mounted; empty where the system does not list it as Linux does. */
function mountPoints(): string[] {
  let text = '';
  try {
    text = readFileSync('/proc/self/mountinfo', 'utf8');
  } catch {}
  return text
    .split('\n')
    .map((line) =>
      (line.split(' ')[4] ?? '').replace(/\\([0-7]{3})/g, (_, octal) =>
        String.fromCharCode(Number.parseInt(octal, 8)),
      ),
    );
}

/**
 * Expects a source of a build outside of `out`: within the earlier warehouse it would go with it.
 * @throws UserError
 */
export function assertOutside(out: string, source: string): void {
  if (!existsSync(out) || !existsSync(source)) return;
  const path = relative(realpathSync(out), realpathSync(source));
  if (path === '..' || path.startsWith(`..${sep}`) || isAbsolute(path)) return;
  throw new UserError(
    `${source}: expected an input outside of --out, which is replaced, found one within it; choose another --out.`,
  );
}
