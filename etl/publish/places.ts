import { createHash } from 'node:crypto';
import { basename, dirname, join } from 'node:path';

/** Longest name in bytes to which ours are added; a file system takes 255. */
const LONGEST = 180;

/** Beginning of the names that stand next to a folder while it is written. */
function stem(place: string): string {
  const name = basename(place);
  if (Buffer.byteLength(name) <= LONGEST) return `.${name}`;
  return `.${createHash('sha256').update(name).digest('hex').slice(0, 32)}`;
}

const nextTo = (place: string, name: string) => join(dirname(place), `${stem(place)}.${name}`);

/** The file that says who writes a folder. */
export const lockPath = (place: string) => nextTo(place, 'lock');

/** What the holder of a lock has of it for itself. */
export const ownPath = (place: string, token: string) => nextTo(place, `lock-${token}`);

/** Where the holder of a lock writes the folder until it is complete. */
export const buildingPath = (place: string, token: string) => nextTo(place, `building-${token}`);

/** Where the earlier folder is while the new one takes its place, and until it is removed. */
export const previousPath = (place: string, token: string) => nextTo(place, `previous-${token}`);

/** A name next to a folder, taken apart. */
export interface LeftName {
  readonly kind: 'building' | 'previous' | 'lock';
  /** Token of who made it; version 0.1 had a pid in its place. */
  readonly owner: { readonly token: string } | { readonly pid: number };
}

/** What a name next to `place` says, where a build gives such names. */
export function leftName(place: string, name: string): LeftName | undefined {
  const beginning = `${stem(place)}.`;
  if (!name.startsWith(beginning)) return undefined;
  const rest = name.slice(beginning.length);
  const [, kind, token, pid] =
    /^(building|previous|lock)-(?:([0-9a-f]{16})(?:\.stale)?|(\d+)-\d+)$/.exec(rest) ?? [];
  if (kind === undefined) return undefined;
  return { kind: kind as LeftName['kind'], owner: token === undefined ? { pid: Number(pid) } : { token } };
}
