import { distance } from 'fastest-levenshtein';

/** How far a word may be from the one that was meant: a letter of a short one, two of others, a third of a long one. */
const farthest = (length: number) => (length < 4 ? 1 : Math.max(2, Math.floor(length / 3)));

/** How far two words are apart in letters; two that have changed places count as one. */
function farFrom(meant: string, one: string): number {
  if (meant.length > 2 && one.startsWith(meant)) return 1;
  const far = distance(meant, one);
  return far === 2 && [...meant].sort().join() === [...one].sort().join() ? 1 : far;
}

/** The known word that was probably meant; undefined where none is near. Case does not count. */
export function nearest(word: string, known: Iterable<string>): string | undefined {
  const meant = word.toLowerCase();
  const [best] = [...known]
    .map((one) => ({ one, far: farFrom(meant, one.toLowerCase()) }))
    .sort((a, b) => a.far - b.far || (a.one < b.one ? -1 : 1));
  return best && best.far <= farthest(meant.length) ? best.one : undefined;
}

/** `, did you mean NAME?`, or nothing. */
export function didYouMean(word: string, known: Iterable<string>): string {
  const name = nearest(word, known);
  return name === undefined ? '' : `, did you mean ${name}?`;
}
