const string = /'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"/;
const list = new RegExp(
  `^\\s*\\[\\s*(?:(?:${string.source})\\s*(?:,\\s*(?:${string.source})\\s*)*,?\\s*)?\\]\\s*$`,
  's',
);
const escapes: Record<string, string> = { n: '\n', r: '\r', t: '\t', '\n': '' };

/** Reads a stringified Python list of strings, e.g. `['No status change']`; null when it is none. */
export function parsePythonList(text: string): string[] | null {
  if (!list.test(text)) return null;
  return (text.match(new RegExp(string.source, 'gs')) ?? []).map((quoted) => unescaped(quoted.slice(1, -1)));
}

function unescaped(text: string): string {
  return text.replace(
    /\\(?:x([0-9a-f]{2})|u([0-9a-f]{4})|(.))/gis,
    (_, hex?: string, unicode?: string, other?: string) =>
      other === undefined
        ? String.fromCharCode(Number.parseInt(hex ?? unicode ?? '', 16))
        : (escapes[other] ?? other),
  );
}
