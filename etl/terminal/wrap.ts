import { beginning, widthOf } from './width.js';

/** A text in lines of at most `width` columns, broken between words; a word that is longer is broken anywhere. */
export function wrapped(text: string, width: number): string[] {
  return text.split('\n').flatMap((line) => joined(line.split(' '), width, ' '));
}

/** Parts in lines of at most `width` columns, such as the names of a list; no part is broken that fits on a line. */
export function joined(parts: readonly string[], width: number, between = ', '): string[] {
  const lines: string[] = [];
  let line: string | undefined;
  const [end, room] = [between.trimEnd(), width - widthOf(between.trimEnd())];
  for (const part of parts.flatMap((one) => pieces(one, room))) {
    if (line === undefined) line = part;
    else if (widthOf(line) + widthOf(between) + widthOf(part) <= room) line += between + part;
    else {
      lines.push(line + end);
      line = part;
    }
  }
  return [...lines, line ?? ''];
}

function pieces(part: string, width: number): string[] {
  if (widthOf(part) <= width) return [part];
  const first = beginning(part, width) || [...part][0]!;
  return [first, ...pieces(part.slice(first.length), width)];
}

/** A heading, and a text behind it whose further lines begin where its first one does. */
export function hanging(heading: string, lines: readonly string[]): string {
  return lines.map((line, i) => (i === 0 ? heading : ' '.repeat(widthOf(heading))) + line).join('\n');
}

/** A word of at most 12 letters, and names behind it on as many lines as they need. */
export function headed(word: string, names: readonly string[], columns: number, between = ', '): string {
  return hanging(`${word.padEnd(12)} `, joined(names, columns - 13, between));
}
