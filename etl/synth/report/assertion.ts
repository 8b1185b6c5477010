/** A finding that a sentence affirms or denies. */
export interface Assertion {
  readonly label: string;
  readonly relation: 'yes' | 'no';
}

/** The denial of a label. */
export function denied(label: string): Assertion {
  return { label, relation: 'no' };
}
