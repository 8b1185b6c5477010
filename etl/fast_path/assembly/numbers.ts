import { isDigit, MINUS, PLUS, POINT, ZERO } from './bytes';
import { refuse } from './refusal';

/** Digits of a number that surely fits 32 bits. */
const MOST_DIGITS: usize = 9;
const LETTER_E: u8 = 0x65;

/** The whole number that was read last. */
export let integer: i32 = 0;
/** Where the number as it is written starts. */
export let numberStart: usize = 0;

/** Reads a whole number without fraction and exponent; returns the place behind it. */
export function readInteger(at: usize): usize {
  const isNegative = load<u8>(at) === MINUS;
  if (isNegative) at++;
  at = readDigits(at);
  if (isNegative) integer = -integer;
  if (load<u8>(at) === POINT || (load<u8>(at) | 0x20) === LETTER_E) refuse();
  return at;
}

/** Reads digits without a leading zero, other than 0 itself; returns the place behind them. */
export function readDigits(at: usize): usize {
  const start = at;
  let value: u32 = 0;
  let digit: u32 = load<u8>(at) - ZERO;
  while (digit <= 9) {
    value = value * 10 + digit;
    at++;
    digit = load<u8>(at) - ZERO;
  }
  const count = at - start;
  if (count === 0 || count > MOST_DIGITS || (count > 1 && load<u8>(start) === ZERO)) {
    refuse();
  }
  integer = value;
  return at;
}

/** Steps over a number of any form; the host looks whether it is one, at its first occurrence. */
export function skipNumber(at: usize): usize {
  numberStart = at;
  while (isDigit(load<u8>(at)) || isNumberMark(load<u8>(at))) at++;
  if (at === numberStart) refuse();
  return at;
}

function isNumberMark(byte: u8): bool {
  return byte === MINUS || byte === PLUS || byte === POINT || (byte | 0x20) === LETTER_E;
}
