import stringWidth from 'string-width';

const isPlain = /^[\x20-\x7e]*$/;
const graphemes = new Intl.Segmenter();

/** How many columns of a terminal a text takes: wide characters take two, combining ones none. */
export function widthOf(text: string): number {
  return isPlain.test(text) ? text.length : stringWidth(text);
}

/** A text filled up with blanks to a width. */
export function padded(text: string, width: number, isRight = false): string {
  const blanks = ' '.repeat(Math.max(width - widthOf(text), 0));
  return isRight ? blanks + text : text + blanks;
}

/** A text that takes at most `width` columns: what is too long ends in the mark. */
export function clipped(text: string, width: number, mark: string): string {
  if (widthOf(text) <= width) return text;
  return beginning(text, width - mark.length) + mark.slice(0, Math.max(width, 1));
}

/** As much of the beginning of a text as fits; never half a character. */
export function beginning(text: string, width: number): string {
  if (isPlain.test(text)) return text.slice(0, Math.max(width, 0));
  let taken = '';
  let left = width;
  for (const { segment } of graphemes.segment(text)) {
    left -= widthOf(segment);
    if (left < 0) break;
    taken += segment;
  }
  return taken;
}
