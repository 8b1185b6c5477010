// Tokens of JSON. Those of one byte are that byte.

export const [OPEN, CLOSE] = [0x5b, 0x5d];
export const [OPEN_BRACE, CLOSE_BRACE] = [0x7b, 0x7d];
export const COMMA = 0x2c;
export const COLON = 0x3a;
/** Begins a string, and stands for a string that is a value. */
export const QUOTE = 0x22;
/** A number, true, false or null. */
export const SCALAR = 1;
/** A string before a colon. */
export const KEY = 2;

/** True for one of the four brackets. */
export function isBracket(byte: number): boolean {
  return byte === OPEN || byte === CLOSE || byte === OPEN_BRACE || byte === CLOSE_BRACE;
}

/** True for a byte that is a token by itself, or begins a string. */
export function isStructure(byte: number): boolean {
  return byte === COMMA || byte === COLON || byte === QUOTE || isBracket(byte);
}

/** True when JSON can have a token behind the last one, in a list or in an object. */
export function isAllowed(token: number, last: number, isInList: boolean): boolean {
  const isValueEnd = last === QUOTE || last === SCALAR || last === CLOSE || last === CLOSE_BRACE;
  if (token === COMMA) return isValueEnd;
  if (token === COLON) return last === KEY;
  if (token === CLOSE) return isInList && (isValueEnd || last === OPEN);
  if (token === CLOSE_BRACE) return !isInList && (isValueEnd || last === OPEN_BRACE);
  if (isInList) return last === OPEN || last === COMMA;
  return last === COLON || (token === QUOTE && (last === OPEN_BRACE || last === COMMA));
}
