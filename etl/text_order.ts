/** Moves surrogates, which stand for the code points beyond U+FFFF, behind all other code units. */
const rank = (unit: number) => (unit < 0xd800 ? unit : unit < 0xe000 ? unit + 0x2000 : unit - 0x800);

/**
 * Order of code points, which is that of the UTF-8 bytes and so of DuckDB; `<` compares UTF-16, where U+1F600 comes before
 * U+FF5E.
 */
export function compareTexts(a: string, b: string): number {
  const shared = Math.min(a.length, b.length);
  for (let i = 0; i < shared; i++) {
    const [one, other] = [a.charCodeAt(i), b.charCodeAt(i)];
    if (one !== other) return rank(one) - rank(other);
  }
  return a.length - b.length;
}
