import { closingQuote } from './closing_quote.js';
import { listNames } from './entry.js';

/** A key that an object holds a second time. */
export interface RepeatedKey {
  /** JSON pointer of the entry that holds the object; empty outside of the three lists. */
  readonly location: string;
  readonly key: string;
  /** True when both values are written alike. */
  readonly isSame: boolean;
  /** The value that the next one replaces, as written. */
  readonly earlier: string;
}

/** An object or a list that is being read. */
interface Scope {
  readonly isObject: boolean;
  readonly location: string;
  /** The keys so far, and where the value of each stands. */
  readonly values: Map<string, readonly [start: number, end: number]>;
  /** The key whose value is being read, and where that starts; undefined where a key is to come. */
  key: string | undefined;
  start: number;
  /** Place of the element that is being read. */
  index: number;
}

/** Finds the repeated keys of a JSON text that parses. */
export function* scanRepeatedKeys(text: string): Generator<RepeatedKey> {
  const token = /["{}[\],]/g;
  const scopes: Scope[] = [];
  for (let found = token.exec(text); found; found = token.exec(text)) {
    const mark = found[0];
    const scope = scopes.at(-1);
    if (mark === '"') {
      const close = closingQuote(text, found.index);
      token.lastIndex = close + 1;
      if (!scope?.isObject || scope.key !== undefined) continue;
      scope.key = JSON.parse(text.slice(found.index, close + 1));
      scope.start = text.indexOf(':', close) + 1;
    } else if (mark === '{' || mark === '[') {
      scopes.push(scopeWithin(scopes, mark));
    } else {
      const repeated = scope && endValue(scope, text, found.index);
      if (repeated) yield repeated;
      if (mark !== ',') scopes.pop();
    }
  }
}

function scopeWithin(scopes: readonly Scope[], mark: string): Scope {
  const outer = scopes.at(-1);
  const isList = scopes.length === 1 && mark === '[' && listNames.some((name) => name === outer?.key);
  const isEntry = scopes.length === 2 && outer?.location !== '';
  const step = isList ? `/${outer!.key}` : isEntry ? `/${outer!.index}` : '';
  const location = `${outer?.location ?? ''}${step}`;
  return { isObject: mark === '{', location, values: new Map(), key: undefined, start: 0, index: 0 };
}

/** Ends the value, or the element, that was being read. */
function endValue(scope: Scope, text: string, end: number): RepeatedKey | undefined {
  const { key, location, values, start } = scope;
  scope.index++;
  scope.key = undefined;
  if (key === undefined) return undefined;
  const before = values.get(key);
  values.set(key, [start, end]);
  if (before === undefined) return undefined;
  const earlier = text.slice(...before).trim();
  return { location, key, earlier, isSame: earlier === text.slice(start, end).trim() };
}
