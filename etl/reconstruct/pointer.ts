import { isContainer, type JsonObject } from '../graph/json.js';
import { stepsOf } from '../graph/source_details.js';

/**
 * Puts a value, given as JSON, where a JSON pointer leads, or removes what stands there; lists grow. The graph is changed in place, or it
 * is the value.
 * @param json undefined to remove
 */
export function withDetail(graph: JsonObject, pointer: string, json: string | undefined): JsonObject {
  const steps = stepsOf(pointer);
  const last = steps.pop();
  if (last === undefined) return JSON.parse(json!);
  let holder: unknown = graph;
  for (const step of steps) holder = (holder as JsonObject)[step];
  if (!isContainer(holder)) throw new Error(`source_details: ${pointer} leads nowhere`);
  if (Array.isArray(holder)) {
    while (holder.length < Number(last)) holder.push(null);
    holder[Number(last)] = JSON.parse(json!);
  } else if (json === undefined) delete holder[last];
  // Defined rather than assigned: a key may be __proto__.
  else Object.defineProperty(holder, last, { value: JSON.parse(json), ...plain });
  return graph;
}

const plain = { enumerable: true, configurable: true, writable: true };

/** Order of pointers: a holder before what it holds, numbers by value. */
export function comparePointers(a: string, b: string): number {
  const [one, two] = [stepsOf(a), stepsOf(b)];
  for (const [i, step] of one.entries()) {
    const other = two[i];
    if (other === undefined) return 1;
    if (step === other) continue;
    const difference = Number(step) - Number(other);
    return Number.isNaN(difference) || difference === 0 ? (step < other ? -1 : 1) : difference;
  }
  return one.length - two.length;
}
