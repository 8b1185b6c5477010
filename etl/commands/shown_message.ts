import { duckdbMessages } from './duckdb_messages.js';

/** Names of DuckDB's types, in lists, arrays and with a width. */
const scalar =
  'BOOL|BOOLEAN|U?TINYINT|U?SMALLINT|U?INTEGER|U?BIGINT|U?HUGEINT|BIGNUM|U?INT(?:8|16|32|64|128)|FLOAT|DOUBLE|VARCHAR|BLOB|BIT|DATE|' +
  'TIME|TIME WITH TIME ZONE|TIMESTAMP|TIMESTAMP WITH TIME ZONE|TIMESTAMP_(?:S|MS|NS)|INTERVAL|UUID|JSON|LIST|STRUCT|MAP|ENUM|' +
  'string|DECIMAL(?:\\(\\d+, ?\\d+\\))?';
const type = `(?:(?:${scalar})(?:\\[\\d*\\])*)`;

/** A hole of a message that is shown, and what may stand in it; any other is `…`. */
const holes: Readonly<Record<string, string>> = {
  type: `(${type}|[^'"]*)`,
  name: '([^"]*?)',
  word: '([A-Z_]{1,20})',
  '': '([\\s\\S]*)',
};

interface Message {
  readonly is: RegExp;
  /** Texts between the holes, and what each hole is. */
  readonly texts: readonly string[];
  readonly kinds: readonly string[];
}

const isType = new RegExp(`^${type}$`);

function compile(text: string): Message {
  const parts = text.split(/\{(\w*)\}/);
  const pattern = parts.map((part, i) => (i % 2 === 0 ? escaped(part) : holes[part]!)).join('');
  return {
    // DuckDB adds from where it casts.
    is: new RegExp(`^${pattern}(?: when casting from source column ([\\s\\S]*))?$`),
    texts: parts.filter((_, i) => i % 2 === 0),
    kinds: parts.filter((_, i) => i % 2 === 1),
  };
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(' ', '\\s+');

let messages: readonly Message[] | undefined;

/** What stands for what is not shown. */
export const HIDDEN = '…';

/**
 * A message of DuckDB without the values in it; undefined where it is none of those that are known.
 * @param isKnown whether the query itself has a name
 */
export function shownMessage(message: string, isKnown: (name: string) => boolean): string | undefined {
  messages ??= duckdbMessages.map(compile);
  for (const { is, texts, kinds } of messages) {
    const found = is.exec(message);
    if (!found) continue;
    const shown = kinds.map((kind, i) => shownHole(kind, found[i + 1] ?? '', isKnown));
    const source = found[kinds.length + 1];
    const from = source !== undefined && isKnown(source) ? ` when casting from column ${source}` : '';
    return texts.map((text, i) => text + (shown[i] ?? '')).join('') + from;
  }
  return undefined;
}

function shownHole(kind: string, found: string, isKnown: (name: string) => boolean): string {
  if (found === '') return '';
  if (kind === 'word') return found;
  if (kind === 'type' && isType.test(found)) return found;
  if (kind === 'name' && isKnown(found)) return found;
  return HIDDEN;
}

/**
 * What a query or a macro says itself, by `error('…')`: the parts of a message that are literals of their text, without what stands
 * between them. Undefined where it has none.
 */
export function ownWords(message: string, literals: Iterable<string>): string | undefined {
  const isOwn = new Array<boolean>(message.length).fill(false);
  let isFound = false;
  for (const literal of literals) {
    if (literal === '') continue;
    for (let at = message.indexOf(literal); at >= 0; at = message.indexOf(literal, at + 1)) {
      isOwn.fill(true, at, at + literal.length);
      isFound = true;
    }
  }
  if (!isFound) return undefined;
  let shown = '';
  for (const [i, own] of isOwn.entries()) {
    if (own) shown += message[i];
    else if (i === 0 || isOwn[i - 1]) shown += HIDDEN;
  }
  return shown;
}
