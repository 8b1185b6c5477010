/** The bytes of JSON that the fast path knows by name. */
export const TAB: u8 = 0x09;
export const LINE_FEED: u8 = 0x0a;
export const CARRIAGE_RETURN: u8 = 0x0d;
export const BLANK: u8 = 0x20;
export const QUOTE: u8 = 0x22;
export const PLUS: u8 = 0x2b;
export const COMMA: u8 = 0x2c;
export const MINUS: u8 = 0x2d;
export const POINT: u8 = 0x2e;
export const SLASH: u8 = 0x2f;
export const ZERO: u8 = 0x30;
export const COLON: u8 = 0x3a;
export const OPEN_LIST: u8 = 0x5b;
export const BACKSLASH: u8 = 0x5c;
export const CLOSE_LIST: u8 = 0x5d;
export const UNDERSCORE: u8 = 0x5f;
export const BAR: u8 = 0x7c;
export const OPEN_OBJECT: u8 = 0x7b;
export const CLOSE_OBJECT: u8 = 0x7d;

/** True of the digits 0 to 9. */
export function isDigit(byte: u8): bool {
  return <u8>(byte - ZERO) <= 9;
}

/** True when two ranges hold the same bytes. Both may be read some bytes beyond their ends. */
export function sameBytes(a: usize, b: usize, length: usize): bool {
  while (length >= 8) {
    if (load<u64>(a) !== load<u64>(b)) return false;
    a += 8;
    b += 8;
    length -= 8;
  }
  return length === 0 || ((load<u64>(a) ^ load<u64>(b)) & lowBytes(length)) === 0;
}

/** A mask of the first bytes of eight; `count` is 1 to 7. */
export function lowBytes(count: usize): u64 {
  return ((<u64>1) << ((<u64>count) << 3)) - 1;
}
