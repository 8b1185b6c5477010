/** What a text in SQL consists of, as far as its quoting goes. The order is that in which they are tried. */
const part = new RegExp(
  [
    String.raw`(?<comment>--[^\n]*|/\*[\s\S]*?(?:\*/|$))`,
    String.raw`(?<text>[eE]'(?:[^'\\]|\\[\s\S]|'')*(?:'|$)|'(?:[^']|'')*(?:'|$)|(?<dollar>\$\w*\$)[\s\S]*?(?:\k<dollar>|$))`,
    '(?<name>"(?:[^"]|"")*(?:"|$))',
    '(?<end>;)',
    String.raw`(?<word>\w+)`,
    String.raw`(?<other>[\s\S])`,
  ].join('|'),
  'g',
);

interface Part {
  readonly kind: 'comment' | 'text' | 'name' | 'end' | 'word' | 'other';
  readonly text: string;
}

function partsOf(sql: string): Part[] {
  return [...sql.matchAll(part)].map(({ 0: text, groups }) => {
    const { dollar, ...kinds } = groups!;
    const kind = Object.keys(kinds).find((one) => kinds[one] !== undefined);
    return { kind: kind as Part['kind'], text };
  });
}

/** The statements of a text, without the semicolons between them; what holds comments only is none. */
export function statementsOf(sql: string): string[] {
  const statements: Part[][] = [[]];
  for (const one of partsOf(sql)) {
    if (one.kind === 'end') statements.push([]);
    else statements.at(-1)!.push(one);
  }
  return statements
    .filter((parts) => parts.some(({ kind, text }) => kind !== 'comment' && text.trim() !== ''))
    .map((parts) =>
      parts
        .map(({ text }) => text)
        .join('')
        .trimStart(),
    );
}

/** The string literals that a text gives to the function `error`: what it says itself where something is wrong. */
export function errorTexts(sql: string): string[] {
  const texts: string[] = [];
  let [before, depth] = ['', 0];
  for (const { kind, text } of partsOf(sql)) {
    if (kind === 'comment' || text.trim() === '') continue;
    if (text === '(' && (depth > 0 || before === 'error')) depth++;
    else if (text === ')' && depth > 0) depth--;
    else if (kind === 'text' && depth > 0) texts.push(literalValue(text));
    before = text.toLowerCase();
  }
  return texts;
}

function literalValue(text: string): string {
  if (text.startsWith('$')) return text.replace(/^\$\w*\$|\$\w*\$$/g, '');
  return text.replace(/^[eE]?'|'$/g, '').replaceAll("''", "'");
}

/** A text without the values of its string literals, as long as before: `'abc'` is `'···'`, or dots. */
export function withoutLiterals(sql: string, dot = '.'): string {
  return partsOf(sql)
    .map(({ kind, text }) => (kind === 'text' ? text.replace(/[^'\n$]/g, dot) : text))
    .join('');
}

/** The names that a text uses: words outside of literals and comments, and what is in double quotes. */
export function namesOf(sql: string): Set<string> {
  const names = partsOf(sql).flatMap(({ kind, text }) => {
    if (kind === 'name') return [text.slice(1, -1).replaceAll('""', '"')];
    return kind === 'word' ? [text] : [];
  });
  return new Set(names);
}

/** True where a text has a semicolon outside of literals, names and comments. */
export function hasSemicolon(sql: string): boolean {
  return partsOf(sql).some(({ kind }) => kind === 'end');
}

const opening = '([{';
const closing = ')]}';

/** True where every bracket, quote and comment of a text ends within it, and none ends that began before. */
export function isClosed(sql: string): boolean {
  const open: string[] = [];
  for (const { kind, text } of partsOf(sql)) {
    if (kind === 'comment' && text.startsWith('/*') && (text.length < 4 || !text.endsWith('*/')))
      return false;
    if ((kind === 'text' || kind === 'name') && !isEnded(text)) return false;
    if (kind !== 'other') continue;
    if (opening.includes(text)) open.push(text);
    else if (closing.includes(text) && open.pop() !== opening[closing.indexOf(text)]) return false;
  }
  return open.length === 0;
}

/** Whether a literal or a quoted name has the mark at its end that it began with. */
function isEnded(text: string): boolean {
  const [, mark] = /^[eE]?('|"|\$\w*\$)/.exec(text) ?? [];
  if (mark === undefined || text.length < 2 * mark.length) return false;
  return text.endsWith(mark);
}
