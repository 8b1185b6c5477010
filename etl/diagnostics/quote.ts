/** Longest value from the data that a detail repeats. */
const LONGEST_VALUE = 60;

/** What sentences have and names do not. */
const sentence = /[.!?:;\n\r]|___/;

/** A name for a detail, in quotes. Of what could be a sentence in the wrong place it says the length alone. */
export function quote(value: string): string {
  const isName = value.length <= LONGEST_VALUE && !sentence.test(value);
  return isName ? `'${value}'` : `text of ${value.length} characters`;
}
