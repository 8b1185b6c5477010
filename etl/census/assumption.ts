import type { Census } from './published.js';

/** Something that this project takes for granted about the release. */
export interface Assumption {
  /** What it is about: a file, a list of the graph, a key or column. */
  readonly about: string;
  readonly statement: string;
  /** How it is known, and how well. */
  readonly evidence: string;
  /** What happens where it is wrong. */
  readonly otherwise: string;
  /** Whether a census bears it out; undefined where it says nothing of it. None where a census does not ask. */
  readonly holds?: (census: Census) => boolean | undefined;
}

/** Share of cases from which on something holds: a release has faults. */
const MOSTLY = 0.95;

const fieldOf = (census: Census, field: string) => census.fields[field] ?? {};

/** Everything that the field has of this kind (`type …`, `form …`) is one of these. */
export const only =
  (field: string, kind: string, ...allowed: string[]) =>
  (census: Census): boolean | undefined => {
    const found = Object.keys(fieldOf(census, field)).filter((what) => what.startsWith(`${kind} `));
    if (found.length === 0) return undefined;
    return found.every((what) => allowed.includes(what.slice(kind.length + 1)));
  };

/** `what` is true of nearly all cases. */
export const mostly =
  (field: string, what: string) =>
  (census: Census): boolean | undefined => {
    const { [`${what}: yes`]: yes = 0, [`${what}: no`]: no = 0 } = fieldOf(census, field);
    return yes + no === 0 ? undefined : yes / (yes + no) >= MOSTLY;
  };

/** `what` occurs for fewer patients than a census shows, where the field occurs at all. */
export const hardlyEver =
  (field: string, what: string) =>
  (census: Census): boolean | undefined => {
    const counts = fieldOf(census, field);
    return Object.keys(counts).length === 0 ? undefined : counts[what] === undefined;
  };

/** The field occurs so often. */
export const numbers =
  (field: string, n: number) =>
  (census: Census): boolean | undefined => {
    const { all } = fieldOf(census, field);
    return all === undefined ? undefined : all === n;
  };

/** Several of these hold; undefined where none says anything. */
export const every =
  (...checks: ((census: Census) => boolean | undefined)[]) =>
  (census: Census): boolean | undefined => {
    const answers = checks.map((check) => check(census)).filter((answer) => answer !== undefined);
    return answers.length === 0 ? undefined : answers.every(Boolean);
  };
