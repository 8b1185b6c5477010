import type { Entry } from './entry.js';
import { parsePythonList } from './python_list.js';

/** Predicates that have been read: three texts occur. */
const read = new Map<string, readonly string[] | null>();
/** Other texts than these are rare; they are read anew, and not kept. */
const [MOST_READ, LONGEST_READ] = [100, 200];

/** The predicates of a stringified Python list; a text that is none is kept as the only predicate, with an issue. */
export function readPredicates(entry: Entry, predicate: string | null): readonly string[] {
  if (predicate === null) return [];
  const parsed = parseOnce(predicate);
  if (parsed) return parsed;
  entry.issues.add('unparsable_predicate', `${entry.pointer}/predicate`, `${predicate.length} characters`);
  return [predicate];
}

function parseOnce(predicate: string): readonly string[] | null {
  let parsed = read.get(predicate);
  if (parsed === undefined) {
    parsed = parsePythonList(predicate);
    if (read.size < MOST_READ && predicate.length <= LONGEST_READ) read.set(predicate, parsed);
  }
  return parsed;
}
