import type { FieldKind } from './values.js';

const [ZERO, NINE, DOT, MINUS, BLANK] = [48, 57, 46, 45, 32];
const LONGEST_WHOLE = 9;
const LONGEST_NAME_MARK = 4;

/**
 * Whether a field can be loaded as its bytes are: what `readField` would leave as it is. A field that only may be such is none.
 * @param isNeeded the row is nothing without it
 */
export function isPlain(
  kind: FieldKind | undefined,
  isNeeded: boolean,
  bytes: Buffer,
  from: number,
  to: number,
): boolean {
  if (kind === undefined || kind === 'text') return true;
  if (from === to) return !isNeeded;
  if (kind === 'name') return to - from > LONGEST_NAME_MARK || !isLikeMark(bytes[from]!, bytes[to - 1]!);
  if (kind === 'image') return isLikeId(bytes, from, to);
  return kind === 'fraction' ? isDecimal(bytes, from, to) : isWhole(bytes, from, to);
}

/** The marks of what is not there begin with n, # or <. */
function isLikeMark(first: number, last: number): boolean {
  return (
    first === 110 ||
    first === 78 ||
    first === 35 ||
    first === 60 ||
    first <= BLANK! ||
    last <= BLANK! ||
    first > 127
  );
}

/** No blank or unknown character at either end, and no dot where the suffix of a file would have it. */
function isLikeId(bytes: Buffer, from: number, to: number): boolean {
  const [first, last] = [bytes[from]!, bytes[to - 1]!];
  const isWithin = first > BLANK! && first < 127 && last > BLANK! && last < 127;
  return isWithin && to - from > LONGEST_NAME_MARK && bytes[to - 4] !== DOT && bytes[to - 5] !== DOT;
}

function isWhole(bytes: Buffer, from: number, to: number): boolean {
  if (to - from > LONGEST_WHOLE || bytes[from] === ZERO) return to - from === 1;
  for (let at = from; at < to; at++) if (bytes[at]! < ZERO! || bytes[at]! > NINE!) return false;
  return true;
}

function isDecimal(bytes: Buffer, from: number, to: number): boolean {
  let dots = 0;
  let at = bytes[from] === MINUS ? from + 1 : from;
  if (at === to || bytes[at] === DOT || bytes[to - 1] === DOT || to - from > 300) return false;
  for (; at < to; at++) {
    if (bytes[at] === DOT) dots++;
    else if (bytes[at]! < ZERO! || bytes[at]! > NINE!) return false;
  }
  return dots <= 1;
}
