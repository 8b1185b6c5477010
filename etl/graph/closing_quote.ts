/**
 * The place of the quote that closes the string which opens at `open`, where a backslash escapes the next character;
 * -1 when it does not close. Hostile texts of some million escapes overflow the stack of a regular expression.
 */
export function closingQuote(text: string, open: number): number {
  const quote = text[open]!;
  for (let close = text.indexOf(quote, open + 1); close > 0; close = text.indexOf(quote, close + 1)) {
    let backslashes = 0;
    while (text[close - 1 - backslashes] === '\\') backslashes++;
    if (backslashes % 2 === 0) return close;
  }
  return -1;
}
