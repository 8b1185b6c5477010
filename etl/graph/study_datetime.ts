import type { Issues } from '../diagnostics/issues.js';
import { typeName } from '../diagnostics/type_name.js';

const pattern = /^(\d{4})-(\d{2})-(\d{2})[ T](\d{2}):(\d{2}):(\d{2})(?:\.(\d{1,6})\d*)?(?: ?UTC|Z)?$/;

/**
 * StudyDateTime as microseconds since 1970 of the same wall clock. The data says UTC, but the clock is shifted
 * and de-identified, so that no zone is implied. Null when absent, or (with an issue) when it does not parse.
 */
export function parseStudyDatetime(value: unknown, issues: Issues): bigint | null {
  if (value === null || value === undefined) return null;
  const found = typeof value === 'string' ? pattern.exec(value) : null;
  const micros = found && toMicros(found);
  if (micros === null) {
    const what = typeof value === 'string' ? `text of ${value.length} characters` : typeName(value);
    issues.add('unparsable_datetime', '/StudyDateTime', `expected YYYY-MM-DD HH:MM:SS UTC, found ${what}`);
  }
  return micros;
}

function toMicros([, year, month, day, hour, minute, second, fraction = '']: RegExpExecArray): bigint | null {
  const [y, mo, d, h, mi, s] = [year, month, day, hour, minute, second].map(Number) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const date = new Date(0);
  date.setUTCFullYear(y, mo - 1, d);
  date.setUTCHours(h, mi, s);
  const exists =
    date.getUTCMonth() === mo - 1 && date.getUTCDate() === d && date.getUTCHours() === h && mi < 60 && s < 60;
  return exists ? BigInt(date.getTime()) * 1000n + BigInt(fraction.padEnd(6, '0') || 0) : null;
}
