import { BLANK, COLON, isDigit, MINUS, ZERO } from './bytes';
import { refuse } from './refusal';
import { textLength, textStart } from './text';

/** `YYYY-MM-DD HH:MM:SS UTC`. */
const LENGTH: usize = 23;
/** The bytes of ` UTC`, the first lowest. */
const UTC: u32 = 0x43545520;

/** The date and time that was read last. */
export let days: i32 = 0;
export let seconds: i32 = 0;

/** Reads the text that was read last as a StudyDateTime: days since 1970 and seconds of the day. */
export function readDatetime(): void {
  const at = textStart;
  if (textLength !== LENGTH || load<u32>(at + 19) !== UTC) refuse();
  expectMark(at + 4, MINUS);
  expectMark(at + 7, MINUS);
  expectMark(at + 10, BLANK);
  expectMark(at + 13, COLON);
  expectMark(at + 16, COLON);
  const year = twoDigits(at) * 100 + twoDigits(at + 2);
  const month = twoDigits(at + 5);
  const day = twoDigits(at + 8);
  if (month < 1 || month > 12 || day < 1 || day > daysOfMonth(year, month)) refuse();
  days = daysSince1970(year, month, day);
  seconds = (below(24, at + 11) * 60 + below(60, at + 14)) * 60 + below(60, at + 17);
}

function expectMark(at: usize, mark: u8): void {
  if (load<u8>(at) !== mark) refuse();
}

function twoDigits(at: usize): i32 {
  if (!isDigit(load<u8>(at)) || !isDigit(load<u8>(at + 1))) refuse();
  return (load<u8>(at) - ZERO) * 10 + (load<u8>(at + 1) - ZERO);
}

function below(limit: i32, at: usize): i32 {
  const value = twoDigits(at);
  if (value >= limit) refuse();
  return value;
}

function isLeap(year: i32): bool {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

function daysOfMonth(year: i32, month: i32): i32 {
  if (month === 2) return isLeap(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Days from 0000-03-01, the start of a year that ends with its leap day, to 1970-01-01. */
const DAYS_TO_1970 = 719468;

function daysSince1970(year: i32, month: i32, day: i32): i32 {
  const isBeforeMarch = month < 3;
  const years = isBeforeMarch ? year - 1 : year;
  const months = isBeforeMarch ? month + 9 : month - 3;
  const leapDays = floorDivided(years, 4) - floorDivided(years, 100) + floorDivided(years, 400);
  return years * 365 + leapDays + (months * 153 + 2) / 5 + day - 1 - DAYS_TO_1970;
}

function floorDivided(value: i32, divisor: i32): i32 {
  return value < 0 ? -((divisor - 1 - value) / divisor) : value / divisor;
}
