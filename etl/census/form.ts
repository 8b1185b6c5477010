/** Runs of one kind of character that a form shows at most, and the longest text that has one. */
const MOST_RUNS = 24;
const LONGEST = 120;

const tokens = /[a-z]+(?:\d[a-z\d]*)?|\d+(?:[a-z][a-z\d]*)?|[A-Z][A-Za-z]*|\s+|./gsu;
const punctuation = /^[-_|;:.,/'"()[\]&+<>=*#@!?{}\\]$/;

/**
 * The form of a text: kinds of characters and how many there are of each, no character of the text but punctuation. `10000001|7` is
 * `9{8}|9{1}`, an image id `h{8}-h{8}-h{8}-h{8}-h{8}`. Undefined for what is too long or too varied to be a form.
 */
export function formOf(text: string): string | undefined {
  if (text.length > LONGEST) return undefined;
  const runs = [...text.matchAll(tokens)].map(([run]) => run);
  if (runs.length > MOST_RUNS) return undefined;
  const hasHex = runs.some((run) => isHex(run) && /[a-f]/.test(run));
  return runs.map((run) => formOfRun(run, hasHex)).join('');
}

const isHex = (run: string) => run.length === 8 && /^[\da-f]+$/.test(run);

/** Among groups of eight hexadecimal digits, one of decimal digits alone is one of them by chance. */
function formOfRun(run: string, hasHex: boolean): string {
  if (hasHex && isHex(run)) return 'h{8}';
  if (/^\d+$/.test(run)) return `9{${run.length}}`;
  if (/^\s+$/.test(run)) return run === ' ' ? ' ' : '␣';
  if (punctuation.test(run)) return run;
  if (/^[A-Z]+$/.test(run)) return `A{${run.length}}`;
  return /^[a-z]+$/.test(run) ? 'a+' : 'x+';
}

/** A length as a range between powers of two: `0`, `1`, `2-3`, `4-7`, … */
export function lengthRange(length: number): string {
  if (length < 2) return String(length);
  const low = 2 ** Math.floor(Math.log2(length));
  return `${low}-${2 * low - 1}`;
}
