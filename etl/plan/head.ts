import { type Identity, readIdentity } from '../graph/identity.js';
import type { JsonObject } from '../graph/parse.js';

const end = /,\s*"objects"\s*:/;
/** Half a UTF-16 pair, perhaps: only the whole graph is mended, and its ids with it. */
const surrogate = /\\u[dD][89a-fA-F]/;

/**
 * Reads the identity from the first bytes of a graph, whose keys normally stand before `objects`. Undefined when
 * they do not, or when anything is odd: then the whole graph has to be read. What is returned is a promise that
 * the flatten stage checks.
 */
export function readHead(bytes: Buffer): Identity | undefined {
  const text = bytes.toString('utf8');
  const found = end.exec(text);
  const head = found && text.slice(0, found.index);
  if (!head || surrogate.test(head)) return undefined;
  try {
    return readIdentity(JSON.parse(`${head}}`) as JsonObject);
  } catch {
    return undefined;
  }
}
