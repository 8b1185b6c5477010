import { type CheckResult, sentenceOf } from '../verify/finding.js';
import { count } from './format.js';

/** Columns of a terminal. */
const WIDTH = 80;

/** What a person sees of a check: a line when all is well, otherwise what was found, each in a sentence, and what to do. */
export function resultLines({ name, title, severity, rows, findings, advice }: CheckResult): string {
  if (rows === 0) return `${wrap(`ok    ${title}`, 6)}\n`;
  const verdict = severity === 'error' ? 'FAIL' : 'warn';
  const more =
    findings.length > 1 && rows > findings.length ? [`and ${count(rows - findings.length)} more`] : [];
  return [
    wrap(`${verdict}  ${name}: ${title}: ${count(rows)}`, 6),
    ...[...findings.map(sentenceOf), ...more].map((line) => wrap(`      - ${line}`, 8)),
    wrap(`      → ${advice}`, 8),
    '',
  ].join('\n');
}

/** The last line: how many checks, and what they found. */
export function summaryLine(results: readonly CheckResult[]): string {
  const found = results.filter(({ rows }) => rows > 0);
  if (found.length === 0) return `${results.length} checks, all is well`;
  const failed = found.filter(({ severity }) => severity === 'error').length;
  return `${results.length} checks, ${failed} failed, ${found.length - failed} with a warning`;
}

/** Breaks a line at blanks so that it fits, further lines indented; a word that is too long stands alone. */
function wrap(text: string, indent: number): string {
  const [, start, rest] = /^(\s*)(.*)$/s.exec(text)!;
  const lines: string[] = [];
  let line = start!;
  for (const word of rest!.split(' ')) {
    const longer = line.trim() === '' ? `${line}${word}` : `${line} ${word}`;
    if (longer.length > WIDTH && line.trim() !== '') {
      lines.push(line);
      line = `${' '.repeat(indent)}${word}`;
    } else line = longer;
  }
  return [...lines, line].join('\n');
}
