import type { Screen } from '../terminal/screen.js';
import { shownWords } from '../terminal/visible.js';
import { widthOf } from '../terminal/width.js';
import { hanging, wrapped } from '../terminal/wrap.js';
import { type CheckResult, sentenceOf } from '../verify/finding.js';
import { count } from './format.js';

/** What a person sees of a check: a line when all is well, otherwise what was found, each in a sentence, and what to do. */
export function resultLines(
  { name, title, severity, rows, findings, advice }: CheckResult,
  screen: Screen,
): string {
  if (rows === 0) return `${fitted('ok    ', title, screen)}\n`;
  const verdict = severity === 'error' ? 'FAIL' : 'warn';
  const more =
    findings.length > 1 && rows > findings.length ? [`and ${count(rows - findings.length)} more`] : [];
  const lines = [
    fitted(`${verdict}  `, `${name}: ${title}: ${count(rows)}`, screen),
    ...[...findings.map(sentenceOf), ...more].map((line) => fitted('      - ', line, screen)),
    fitted(screen.isAscii ? '      > ' : '      → ', advice, screen),
    '',
  ];
  return shownWords(lines.join('\n'), screen);
}

/** The last line: how many checks, and what they found. */
export function summaryLine(results: readonly CheckResult[]): string {
  const found = results.filter(({ rows }) => rows > 0);
  if (found.length === 0) return `${results.length} checks, all is well`;
  const failed = found.filter(({ severity }) => severity === 'error').length;
  return `${results.length} checks, ${failed} failed, ${found.length - failed} with a warning`;
}

/** A text behind a heading, its further lines indented; DuckDB's and people's words may be wide or beyond ASCII. */
function fitted(heading: string, text: string, { columns }: Screen): string {
  return hanging(heading, wrapped(text, columns - widthOf(heading)));
}
