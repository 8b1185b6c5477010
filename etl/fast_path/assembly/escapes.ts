import { BACKSLASH, CARRIAGE_RETURN, isDigit, LINE_FEED, QUOTE, SLASH, TAB, ZERO } from './bytes';
import { refuse } from './refusal';

const BACKSPACE: u8 = 0x08;
const FORM_FEED: u8 = 0x0c;
/** The letters behind a backslash. */
const LETTER_B: u8 = 0x62;
const LETTER_F: u8 = 0x66;
const LETTER_N: u8 = 0x6e;
const LETTER_R: u8 = 0x72;
const LETTER_T: u8 = 0x74;
const LETTER_U: u8 = 0x75;
const LETTER_A: u8 = 0x61;

/** The place behind the escape that was read last. */
export let escapeEnd: usize = 0;

/** Writes what the escape that stands at `at` means to `target`, as UTF-8; returns the place behind what it wrote. */
export function appendEscape(at: usize, target: usize): usize {
  const letter = load<u8>(at + 1);
  escapeEnd = at + 2;
  if (letter === LETTER_U) return appendCodePoint(target, readCodePoint(at + 2));
  store<u8>(target, meaningOf(letter));
  return target + 1;
}

function meaningOf(letter: u8): u8 {
  if (letter === QUOTE || letter === BACKSLASH || letter === SLASH) return letter;
  if (letter === LETTER_N) return LINE_FEED;
  if (letter === LETTER_T) return TAB;
  if (letter === LETTER_R) return CARRIAGE_RETURN;
  if (letter === LETTER_B) return BACKSPACE;
  if (letter !== LETTER_F) refuse();
  return FORM_FEED;
}

/** A code point from one unit of UTF-16 or from a pair; half a pair is refused. */
function readCodePoint(at: usize): u32 {
  const first = readUnit(at);
  escapeEnd = at + 4;
  if ((first & 0xf800) !== 0xd800) return first;
  if (first >= 0xdc00) refuse();
  if (load<u8>(at + 4) !== BACKSLASH || load<u8>(at + 5) !== LETTER_U) refuse();
  const second = readUnit(at + 6);
  escapeEnd = at + 10;
  if ((second & 0xfc00) !== 0xdc00) refuse();
  return 0x10000 + ((first & 0x3ff) << 10) + (second & 0x3ff);
}

function readUnit(at: usize): u32 {
  let unit: u32 = 0;
  for (let end = at + 4; at < end; at++) unit = (unit << 4) | hexDigit(load<u8>(at));
  return unit;
}

function hexDigit(byte: u8): u32 {
  if (isDigit(byte)) return byte - ZERO;
  const letter = <u8>((byte | 0x20) - LETTER_A);
  if (letter > 5) refuse();
  return 10 + letter;
}

function appendCodePoint(target: usize, point: u32): usize {
  if (point < 0x80) return appendByte(target, point);
  if (point < 0x800) target = appendByte(target, 0xc0 | (point >> 6));
  else {
    if (point < 0x10000) target = appendByte(target, 0xe0 | (point >> 12));
    else {
      target = appendByte(target, 0xf0 | (point >> 18));
      target = appendByte(target, 0x80 | ((point >> 12) & 0x3f));
    }
    target = appendByte(target, 0x80 | ((point >> 6) & 0x3f));
  }
  return appendByte(target, 0x80 | (point & 0x3f));
}

function appendByte(target: usize, byte: u32): usize {
  store<u8>(target, <u8>byte);
  return target + 1;
}
