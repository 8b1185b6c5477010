const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', '\n': '' };

/**
 * Reads a stringified Python list of strings, e.g. `['No status change']`; null when it is none. It is walked by hand: a regular
 * expression overflows its stack at some million characters.
 */
export function parsePythonList(text: string): string[] | null {
  let at = skipSpace(text, 0);
  if (text[at] !== '[') return null;
  at = skipSpace(text, at + 1);
  const values: string[] = [];
  while (text[at] !== ']') {
    const end = endOfString(text, at);
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

/** The place of the quote that closes the string which opens at `open`; -1 where there is none. */
function endOfString(text: string, open: number): number {
  const quote = text[open];
  if (quote !== "'" && quote !== '"') return -1;
  for (let close = text.indexOf(quote, open + 1); close > 0; close = text.indexOf(quote, close + 1)) {
    let backslashes = 0;
    while (text[close - 1 - backslashes] === '\\') backslashes++;
    if (backslashes % 2 === 0) return close;
  }
  return -1;
}

const escaped = /\\(?:x([\da-fA-F]{2})|u([\da-fA-F]{4})|U(0010[\da-fA-F]{4}|000[\da-fA-F]{5})|(.))/gs;

function unescaped(text: string): string {
  return text.replace(escaped, (_, byte?: string, unit?: string, point?: string, other?: string) =>
    other === undefined
      ? String.fromCodePoint(Number.parseInt(byte ?? unit ?? point ?? '', 16))
      : (escapes[other] ?? other),
  );
}
