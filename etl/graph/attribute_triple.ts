/** What an attribute string or the name of a comparison says: `category|relation|label`. */
export interface AttributeTriple {
  readonly category_id: string;
  /** `yes` affirms, `no` denies. */
  readonly relation: string;
  readonly label_name: string;
}

/** Splits a string at its first two bars, as a label may hold more; undefined when it has fewer than three parts. */
export function splitTriple(text: string): AttributeTriple | undefined {
  const first = text.indexOf('|');
  const second = text.indexOf('|', first + 1);
  if (first < 0 || second < 0) return undefined;
  return {
    category_id: text.slice(0, first),
    relation: text.slice(first + 1, second),
    label_name: text.slice(second + 1),
  };
}
