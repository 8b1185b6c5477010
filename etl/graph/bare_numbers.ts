import { closingQuote } from './closing_quote.js';

/** Writes null for each bare NaN or Infinity, which Python's json writes and JSON.parse does not know. */
export function withoutNaN(text: string): { text: string; count: number } {
  const token = /"|-?\b(?:NaN|Infinity)\b/g;
  const pieces: string[] = [];
  let [count, kept] = [0, 0];
  for (let found = token.exec(text); found; found = token.exec(text)) {
    if (found[0] === '"') {
      const close = closingQuote(text, found.index);
      if (close < 0) break;
      token.lastIndex = close + 1;
    } else {
      pieces.push(text.slice(kept, found.index), 'null');
      kept = token.lastIndex;
      count++;
    }
  }
  return { text: pieces.join('') + text.slice(kept), count };
}
