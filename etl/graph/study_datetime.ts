import type { Issues } from '../diagnostics/issues.js';
import { typeName } from '../diagnostics/type_name.js';

const form =
  /^(\d{4})-(\d{2})-(\d{2})[ T](\d{2}):(\d{2}):(\d{2})(?:\.(\d{1,6})\d*)?(?: ?(UTC|Z|[+-]\d{2}(?::?\d{2})?))?$/i;

/** Zones that are read: the data says UTC, and its readers write that in several ways. */
const utc = /^(?:UTC|Z|[+-]00(?::?00)?)$/i;

/**
 * StudyDateTime as microseconds since 1970 of the same wall clock. The data says UTC, but the clock is shifted
 * and de-identified, so that no zone is implied. Null when absent, or (with an issue) when it does not parse or has another
 * offset: shifted dates of two zones would not compare.
 */
export function parseStudyDatetime(value: unknown, issues: Issues): bigint | null {
  if (value === null || value === undefined) return null;
  const found = typeof value === 'string' ? form.exec(value) : null;
  const isUtc = found?.[8] === undefined || utc.test(found[8]);
  const micros = found && isUtc ? toMicros(found) : null;
  if (micros === null) {
    const what = isUtc ? describe(value) : 'another offset';
    issues.add('unparsable_datetime', '/StudyDateTime', `expected YYYY-MM-DD HH:MM:SS UTC, found ${what}`);
  }
  return micros;
}

function describe(value: unknown): string {
  return typeof value === 'string' ? `text of ${value.length} characters` : typeName(value);
}

function toMicros([, ...parts]: RegExpExecArray): bigint | null {
  const [year, month, day, hour, minute, second] = parts.map(Number) as [
    ...[number, number, number],
    ...[number, number, number],
  ];
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  date.setUTCHours(hour, minute, second);
  const exists =
    date.getUTCMonth() === month - 1 &&
    date.getUTCDate() === day &&
    date.getUTCHours() === hour &&
    minute < 60 &&
    second < 60;
  const fraction = (parts[6] ?? '').padEnd(6, '0');
  return exists ? BigInt(date.getTime()) * 1000n + BigInt(fraction) : null;
}
