import { usageError } from '../error.js';
import { MOST_SHARDS, type ShardPlace } from '../shards/place.js';
import type { Values } from './command.js';

/** Which whole numbers an option takes. */
export interface WholeNumber {
  /** The option, without its dashes. */
  readonly name: string;
  readonly least: number;
  readonly most: number;
  /** Its value where it is absent; without one it has to be given. */
  readonly unless?: number;
}

/** `--workers N`. */
export const workerOption = { name: 'workers', least: 1, most: 256 } as const;

/** The value of an option that takes a whole number. @throws UserError of wrong usage */
export function wholeNumber(values: Values, { name, least, most, unless }: WholeNumber): number {
  const value = values[name];
  if (value === undefined && unless !== undefined) return unless;
  const found = typeof value === 'string' && /^\d{1,16}$/.test(value) ? Number(value) : Number.NaN;
  if (found >= least && found <= most) return found;
  const what = value === undefined ? 'nothing' : `'${value}'`;
  throw usageError(`--${name}: expected a whole number from ${least} to ${most}, found ${what}`);
}

/** The value of an option that takes one of some words. @throws UserError of wrong usage */
export function oneOf<W extends string>(values: Values, name: string, words: readonly W[], unless: W): W {
  const value = values[name] ?? unless;
  const found = words.find((word) => word === value);
  if (found !== undefined) return found;
  throw usageError(`--${name}: expected one of ${words.join(', ')}, found '${value}'`);
}

/** The value of `--memory-limit`, a size as DuckDB reads it. @throws UserError of wrong usage */
export function memorySize(values: Values): string | undefined {
  const size = values['memory-limit'] as string | undefined;
  if (size === undefined || /^\d+(\.\d+)?\s*([KMGT]i?B)$/i.test(size)) return size;
  throw usageError(`--memory-limit: expected a size such as 512MB or 2GiB, found '${size}'`);
}

/** The value of `--shard`, such as 2/7. @throws UserError of wrong usage */
export function shardPlace(values: Values): ShardPlace | undefined {
  const text = values.shard;
  if (text === undefined) return undefined;
  const [, index, of] = /^(\d{1,6})\/(\d{1,6})$/.exec(String(text))?.map(Number) ?? [];
  if (index !== undefined && of !== undefined && index >= 1 && index <= of && of <= MOST_SHARDS)
    return { index, of };
  throw usageError(`--shard: expected i/n with i from 1 to n, such as 2/7, found '${text}'`);
}
