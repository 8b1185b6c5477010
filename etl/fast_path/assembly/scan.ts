import { BACKSLASH, BLANK, QUOTE } from './bytes';
import { refuse } from './refusal';

/** Bytes that one SIMD instruction looks at. */
const LANES: usize = 16;
const ALL_LANES = 0xffff;

/** The place of the first byte that is no white space of JSON. */
export function skipSpace(at: usize): usize {
  if (load<u8>(at) > BLANK) return at;
  if (load<u8>(at + 1) > BLANK && load<u8>(at) === BLANK) return at + 1;
  while (true) {
    const others = ~i8x16.bitmask(isSpace(v128.load(at))) & ALL_LANES;
    if (others !== 0) return at + <usize>ctz(others);
    at += LANES;
  }
}

/** The four bytes of white space differ in their low halves, by which this looks up what each byte would have to be. */
function isSpace(bytes: v128): v128 {
  const lowHalves = v128.and(bytes, i8x16.splat(0x0f));
  const spaces = i8x16(0x20, 0, 0, 0, 0, 0, 0, 0, 0, 0x09, 0x0a, 0, 0, 0x0d, 0, 0);
  return i8x16.eq(i8x16.swizzle(spaces, lowHalves), bytes);
}

/** The place of the first byte that cannot stand for itself in a text: a quote, a backslash or a control character. */
export function endOfPlainText(at: usize): usize {
  while (true) {
    const bytes = v128.load(at);
    const ends = v128.or(
      i8x16.eq(bytes, i8x16.splat(<i8>QUOTE)),
      i8x16.eq(bytes, i8x16.splat(<i8>BACKSLASH)),
    );
    const mask = i8x16.bitmask(v128.or(ends, i8x16.lt_u(bytes, i8x16.splat(<i8>BLANK))));
    if (mask !== 0) return at + <usize>ctz(mask);
    at += LANES;
  }
}

/** The place behind a byte that has to stand here. */
export function expectByte(at: usize, byte: u8): usize {
  if (load<u8>(at) !== byte) refuse();
  return at + 1;
}
