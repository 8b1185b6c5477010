/** The fields of a row. */
export interface Fields {
  readonly values: string[];
  /**
   * whole: as RFC 4180 has it · open: the last field has a quote that does not close · stray: a quote that opens a field and does not
   * end it, kept as text · escaped: quotes within a field are escaped by a backslash.
   */
  readonly quotes: 'whole' | 'open' | 'stray' | 'escaped';
}

const QUOTE = '"';

/** Fields of a row without its line end. A quote within a field that none opens is text. */
export function splitFields(row: string, delimiter: string): Fields {
  if (!row.includes(QUOTE)) return { values: row.split(delimiter), quotes: 'whole' };
  const strict = split(row, delimiter, closingQuote);
  if (strict.quotes !== 'stray' || !row.includes('\\"')) return strict;
  const escaped = split(row, delimiter, closingAfterBackslashes);
  return escaped.quotes === 'whole' ? { ...escaped, quotes: 'escaped' } : strict;
}

/** Where the quotes of a field end it: the place behind its closing quote, `open`, or `stray` when something follows the quote. */
type Closing = (row: string, from: number, delimiter: string) => number | 'open' | 'stray';

function split(row: string, delimiter: string, closing: Closing): Fields {
  const values: string[] = [];
  let quotes: Fields['quotes'] = 'whole';
  for (let at = 0; at <= row.length; ) {
    const end = row[at] === QUOTE ? closing(row, at + 1, delimiter) : 'stray';
    if (typeof end === 'number') {
      const text = row.slice(at + 1, end - 1);
      values.push(
        closing === closingQuote ? text.replaceAll('""', QUOTE) : text.replace(/\\(["\\])|""/g, unescaped),
      );
      at = end + 1;
      continue;
    }
    if (row[at] === QUOTE && quotes === 'whole') quotes = end;
    const next = row.indexOf(delimiter, at);
    const stop = next < 0 ? row.length : next;
    values.push(row.slice(at, stop));
    at = stop + 1;
  }
  return { values, quotes };
}

const unescaped = (_: string, escaped: string | undefined) => escaped ?? QUOTE;

function closingQuote(row: string, from: number, delimiter: string): ReturnType<Closing> {
  for (let at = row.indexOf(QUOTE, from); at >= 0; at = row.indexOf(QUOTE, at + 2)) {
    if (row[at + 1] !== QUOTE) return endsField(row, at, delimiter);
  }
  return 'open';
}

function closingAfterBackslashes(row: string, from: number, delimiter: string): ReturnType<Closing> {
  for (let at = from; at < row.length; at++) {
    if (row[at] === '\\' || (row[at] === QUOTE && row[at + 1] === QUOTE)) at++;
    else if (row[at] === QUOTE) return endsField(row, at, delimiter);
  }
  return 'open';
}

function endsField(row: string, quote: number, delimiter: string): number | 'stray' {
  return quote + 1 === row.length || row[quote + 1] === delimiter ? quote + 1 : 'stray';
}

/** Whether a line that continues a quoted field ends the quotes (`closes`), goes on, or shows that they were text. */
export function continues(line: string, delimiter: string): 'on' | 'closes' | 'stray' {
  const end = closingQuote(line, 0, delimiter);
  if (end === 'open') return 'on';
  return end === 'stray' ? 'stray' : 'closes';
}
