import { closingQuote } from './closing_quote.js';

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', '\n': '' };

/** Reads a stringified Python list of strings, e.g. `['No status change']`; null when it is none. */
export function parsePythonList(text: string): string[] | null {
  let at = skipSpace(text, 0);
  if (text[at] !== '[') return null;
  at = skipSpace(text, at + 1);
  const values: string[] = [];
  while (text[at] !== ']') {
    const isString = text[at] === "'" || text[at] === '"';
    const end = isString ? closingQuote(text, at) : -1;
    if (end < 0) return null;
    values.push(unescaped(text.slice(at + 1, end)));
    at = skipSpace(text, end + 1);
    if (text[at] === ',') at = skipSpace(text, at + 1);
    else if (text[at] !== ']') return null;
  }
  return skipSpace(text, at + 1) === text.length ? values : null;
}

function skipSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && text[at]!.trim() === '') at++;
  return at;
}

const escaped = /\\(?:x([\da-fA-F]{2})|u([\da-fA-F]{4})|U(0010[\da-fA-F]{4}|000[\da-fA-F]{5})|(.))/gs;

function unescaped(text: string): string {
  return text.replace(escaped, (_, byte?: string, unit?: string, point?: string, other?: string) =>
    other === undefined
      ? String.fromCodePoint(Number.parseInt(byte ?? unit ?? point ?? '', 16))
      : (escapes[other] ?? other),
  );
}

/** A list of strings as Python prints it, the form in which the dataset writes predicates. */
export function pythonList(texts: readonly string[]): string {
  return `[${texts.map(pythonText).join(', ')}]`;
}

function pythonText(text: string): string {
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'";
  const escaped = text
    .replace(/[\\\n\r\t]/g, (character) => `\\${names[character] ?? character}`)
    .replaceAll(quote, `\\${quote}`);
  return quote + escaped + quote;
}

const names: Readonly<Record<string, string>> = { '\n': 'n', '\r': 'r', '\t': 't' };
