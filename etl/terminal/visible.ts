import type { Screen } from './screen.js';

/** What a terminal obeys, or shows as nothing or in another order: controls, directions, what has no width, line separators. */
const hidden = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

const beyondAscii = /[\u0080-\u{10ffff}]/gu;

/** How a character that cannot be shown is spelled: \x1b, \u{202e}. */
function spelled(character: string): string {
  const code = character.codePointAt(0)!;
  return code < 0x100 ? `\\x${code.toString(16).padStart(2, '0')}` : `\\u{${code.toString(16)}}`;
}

/** Data on one line: nothing in it is obeyed by a terminal; where the screen has ASCII only, other characters are spelled. */
export function visibleCell(text: string, { isAscii, marks }: Screen): string {
  if (/^[\x20-\x7e]*$/.test(text)) return text;
  const line = text.replace(/\r?\n/g, marks.lineBreak).replaceAll('\t', '\\t').replace(hidden, spelled);
  return isAscii ? line.replace(beyondAscii, spelled) : line;
}

/** Data of which line breaks and tabs stay as they are, such as CSV: nothing else in it is obeyed by a terminal. */
export function visibleLines(text: string): string {
  return text.replace(hidden, (one) => (one === '\n' || one === '\r' || one === '\t' ? one : spelled(one)));
}

/** Our own words with what ASCII has for their typography. */
const typography: Readonly<Record<string, string>> = {
  ...{ '…': '...', '·': '-', '–': '-', '—': '-', '×': 'x', '→': '->', '≥': '>=', '≤': '<=', '⏎': '\\n' },
  ...{ '█': '#', '▏': '.', '✔': '+', '✖': 'x', '❯': '>', '⚠': '!', '‼': '!', '↓': 'v', '›': '>' },
  ...{
    '┌': '+',
    '┐': '+',
    '└': '+',
    '┘': '+',
    '├': '+',
    '┤': '+',
    '┬': '+',
    '┴': '+',
    '┼': '+',
    '─': '-',
    '│': '|',
  },
  ...{ '’': "'", '‘': "'", '“': '"', '”': '"', '\u00a0': ' ', ä: 'a', ö: 'o', ü: 'u', é: 'e' },
};

/** A frame of a spinner. */
const isBraille = /[\u2800-\u28ff]/;

/** Our own words in ASCII, where a screen has nothing else. Escape sequences in them stay, line breaks too. */
export function shownWords(text: string, { isAscii }: Pick<Screen, 'isAscii'>): string {
  if (!isAscii) return text;
  return text.replace(beyondAscii, (one) => typography[one] ?? (isBraille.test(one) ? '-' : spelled(one)));
}
