import type { Provenance } from '../diagnostics/provenance.js';
import type { Rejection } from '../diagnostics/rejection.js';
import { compareTexts } from '../text_order.js';
import type { Skipped } from './graph_name.js';

/** How the bytes of graphs are reached: one file each, members of a zip, or byte ranges of one file. */
export type InputKind = 'files' | 'zip' | 'records';

/** One scene graph that has been found and not been read. Plain data: it crosses to the workers. */
export interface GraphRef {
  /** Path within the folder, name of the zip member, or number of the record in its file, from 1. */
  readonly name: string;
  /** First byte: of the record, or of the member's local header; 0 for a file. */
  readonly offset: number;
  /** Bytes to read: of the record, or of the packed member; 0 for a file. */
  readonly size: number;
  /** What the directory of the zip declares of the member. */
  readonly declared?: { readonly size: number; readonly crc32: number; readonly isDeflated: boolean };
}

/** What a worker needs to read any graph of the input. */
export interface InputLocation {
  readonly kind: InputKind;
  /** The folder, the zip, or the file that holds the records. */
  readonly path: string;
  /** The path of that zip or file within INPUT; empty for a folder, whose graphs have paths of their own. */
  readonly source: string;
}

/** The scene graphs of an INPUT, in the order that decides between two of one image. */
export interface Input {
  readonly location: InputLocation;
  readonly refs: readonly GraphRef[];
  /** What was recognisably a graph and can never be read. */
  readonly rejected: readonly { readonly name: string | null; readonly rejection: Rejection }[];
  /** Files that are not read, although they are JSON or belong to the release. */
  readonly skipped: readonly Skipped[];
}

/** Where a graph comes from, for `quarantine`. */
export function provenance(location: InputLocation, name: string | null): Provenance {
  return location.kind === 'files'
    ? { source: name ?? '', member: null }
    : { source: location.source, member: name };
}

/** Code point order, the same on every machine. */
export function byName(a: { readonly name: string }, b: { readonly name: string }): number {
  return compareTexts(a.name, b.name);
}
