/** A parsed JSON object of unknown content. */
export type JsonObject = Record<string, unknown>;

/** True for a list or an object. */
export function isContainer(value: unknown): value is JsonObject | unknown[] {
  return typeof value === 'object' && value !== null;
}

/** True for an object. */
export function isObject(value: unknown): value is JsonObject {
  return isContainer(value) && !Array.isArray(value);
}
