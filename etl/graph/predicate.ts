import { ignore, textsOf } from './details.js';
import type { Entry } from './entry.js';
import { parsePythonList } from './python_list.js';

/** Predicates that have been read: three texts occur. */
const read = new Map<string, readonly string[] | null>();
/** Other texts than these are rare; they are read anew, and not kept. */
const [MOST_READ, LONGEST_READ] = [100, 200];

const none: readonly string[] = [];

/**
 * The predicates of a stringified Python list, or of a list; a text that is no list is kept as the only predicate, with an
 * issue. JSON null and an absent key are [], with an issue once per graph.
 */
export function readPredicates(entry: Entry, value: unknown): readonly string[] {
  if (value === null || value === undefined) {
    entry.issues.addOnce('missing_predicate', `${entry.pointer}/predicate`, 'predicate', "'predicate'");
    return none;
  }
  if (Array.isArray(value)) return textsOf(entry, 'predicate', value, 'wrong_type_ignored');
  if (typeof value === 'string') return readText(entry, value);
  ignore(entry, '/predicate', 'a list of text', value);
  return none;
}

function readText(entry: Entry, text: string): readonly string[] {
  const parsed = parseOnce(text);
  if (parsed) return parsed;
  entry.issues.add('unparsable_predicate', `${entry.pointer}/predicate`, `${text.length} characters`);
  return [text];
}

function parseOnce(text: string): readonly string[] | null {
  let parsed = read.get(text);
  if (parsed === undefined) {
    parsed = parsePythonList(text);
    if (read.size < MOST_READ && text.length <= LONGEST_READ) read.set(text, parsed);
  }
  return parsed;
}
