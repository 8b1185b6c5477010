import { differentIdentities, type Identity, readIdentity } from '../graph/identity.js';
import type { JsonObject } from '../graph/json.js';

const end = /,\s*"objects"\s*:/;
/** Half a UTF-16 pair, perhaps: only the whole graph is mended, and its ids with it. */
const surrogate = /\\u[dD][89a-fA-F]/;

/**
 * Reads the identity from the first bytes of a graph, whose keys normally stand before `objects`. Undefined when
 * they do not, or when anything is odd: then the whole graph has to be read. What is returned is a promise that
 * the flatten stage checks.
 * @throws Rejection duplicate_key
 */
export function readHead(bytes: Buffer): Identity | undefined {
  const text = bytes.toString('utf8');
  const found = end.exec(text);
  const head = found && text.slice(0, found.index);
  if (!head || surrogate.test(head)) return undefined;
  const identity = parseIdentity(`${head}}`);
  if (identity) expectOneOfEach(head);
  return identity;
}

function parseIdentity(text: string): Identity | undefined {
  try {
    return readIdentity(JSON.parse(text) as JsonObject);
  } catch {
    return undefined;
  }
}

const identifying = /"(image_id|patient_id|study_id|StudyOrder)"\s*:\s*("(?:[^"\\]|\\.)*"|[^\s,{}[\]]+)/g;

/** JSON.parse takes the last of two values without a word. A head that holds an object of its own may repeat a key. */
function expectOneOfEach(head: string): void {
  if (head.indexOf('{', head.indexOf('{') + 1) > 0) return;
  const values = new Map<string, string>();
  for (const [, key, value] of head.matchAll(identifying)) {
    if ((values.get(key!) ?? value) !== value) throw differentIdentities();
    values.set(key!, value!);
  }
}
