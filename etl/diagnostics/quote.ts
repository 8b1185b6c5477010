/** Longest value from the data that a detail repeats, and most words of it. */
const LONGEST_VALUE = 60;
const MOST_WORDS = 5;

/** What sentences have and names do not. */
const sentence = /[.!?:;\n\r]|___/;

/**
 * A name for a detail, in quotes. Of what could be a sentence in the wrong place it says the length alone, and in a build without text
 * of everything.
 */
export function quote(value: string, withText = true): string {
  const isName =
    (withText || value === '(withheld)') &&
    value.length <= LONGEST_VALUE &&
    !sentence.test(value) &&
    value.split(/\s+/).length <= MOST_WORDS;
  return isName ? `'${value}'` : `text of ${value.length} characters`;
}
