import type { QuarantineCode } from './codes.js';

/**
 * A graph (`pointer` '') or one entry of it (`/attributes/3`) that cannot be trusted. Thrown where it is
 * found, caught where the graph or the entry ends, recorded as a row of `quarantine`. The message holds
 * JSON types, key names, counts and ids only, never report text.
 */
export class Rejection extends Error {
  override readonly name = 'Rejection';
  constructor(
    readonly code: QuarantineCode,
    readonly pointer: string,
    message: string,
  ) {
    super(message);
  }
}

/** The JSON type of a value, for messages. */
export function typeName(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  if (value === undefined) return 'nothing';
  if (typeof value === 'object') return 'an object';
  if (typeof value === 'string') return 'text';
  return `a ${typeof value}`;
}
