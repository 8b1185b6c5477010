import { BACKSLASH, QUOTE } from './bytes';
import { appendEscape, escapeEnd } from './escapes';
import { UNESCAPED } from './memory_map';
import { endOfPlainText, expectByte } from './scan';

/** The text that was read last, UTF-8 without escapes. It stays where it is until the graph ends. */
export let textStart: usize = 0;
export let textLength: usize = 0;

/** Where the next text with escapes goes. */
let unescapedEnd: usize = UNESCAPED;

/** Forgets the texts of the graph before. */
export function forgetTexts(): void {
  unescapedEnd = UNESCAPED;
}

/** Reads a text that opens here; returns the place behind it. */
export function readText(at: usize): usize {
  const start = expectByte(at, QUOTE);
  const end = endOfPlainText(start);
  if (load<u8>(end) === BACKSLASH) return readEscapedText(start, end);
  textStart = start;
  textLength = end - start;
  return expectByte(end, QUOTE);
}

function readEscapedText(start: usize, firstEscape: usize): usize {
  let from = start;
  let end = firstEscape;
  let target = unescapedEnd;
  while (true) {
    memory.copy(target, from, end - from);
    target += end - from;
    if (load<u8>(end) !== BACKSLASH) break;
    target = appendEscape(end, target);
    from = escapeEnd;
    end = endOfPlainText(from);
  }
  textStart = unescapedEnd;
  textLength = target - unescapedEnd;
  store<u8>(target, 0); // as the quote behind other texts, no digit goes on behind this one
  unescapedEnd = target + 1;
  return expectByte(end, QUOTE);
}
