import { Rejection } from '../diagnostics/rejection.js';
import { addUnknown, isKnown, type Term } from '../vocabulary/known.js';
import { type AttributeTriple, splitTriple } from './attribute_triple.js';
import type { Entry } from './entry.js';

/** An attribute string that has been read. */
export interface Attribute extends AttributeTriple {
  /** Its place among the distinct strings, in the order of their first reading, from 0. */
  readonly number: number;
  /** What the dataset does not document of it. */
  readonly unknown: readonly { readonly term: Term; readonly value: string }[];
}

/** Reads attribute strings, each distinct one once. */
export class AttributeStrings {
  readonly #read = new Map<string, Attribute>();

  /** @throws Rejection malformed_attribute, when it has fewer than three parts */
  read(entry: Entry, text: string): Attribute {
    let attribute = this.#read.get(text);
    if (attribute === undefined) {
      const triple = splitTriple(text);
      if (!triple) throw malformed(entry, text);
      attribute = { ...triple, number: this.#read.size, unknown: unknownPartsOf(triple) };
      this.#read.set(text, attribute);
    }
    return attribute;
  }
}

/** Adds the issues of what the dataset does not document; `path` is the attribute's pointer within the entry. */
export function addUnknownParts(entry: Entry, path: string, { unknown }: Attribute): void {
  for (const { term, value } of unknown) addUnknown(term, value, entry, path);
}

function malformed(entry: Entry, text: string): Rejection {
  const parts = text.split('|').length;
  return new Rejection(
    'malformed_attribute',
    entry.pointer,
    `expected category|relation|label, found ${parts === 1 ? '1 part' : `${parts} parts`}`,
  );
}

function unknownPartsOf({ category_id, relation, label_name }: AttributeTriple): Attribute['unknown'] {
  const unknown: Attribute['unknown'][number][] = [];
  const label = `${category_id}|${label_name}`;
  if (!isKnown('category', category_id)) unknown.push({ term: 'category', value: category_id });
  else if (!isKnown('label', label)) unknown.push({ term: 'label', value: label });
  if (!isKnown('relation', relation)) unknown.push({ term: 'relation', value: relation });
  return unknown;
}
