import { Rejection } from '../diagnostics/rejection.js';
import type { Entry } from '../graph/read.js';
import { labels } from '../vocabulary/index.js';
import type { Dictionaries } from './dictionaries.js';

const knownLabels = new Map<string, Set<string>>();
for (const { category_id, label_name } of labels) {
  const names = knownLabels.get(category_id) ?? new Set();
  knownLabels.set(category_id, names.add(label_name));
}

/** An attribute string `category|relation|label`, split at its first two |. */
export interface Attribute {
  readonly category_id: string;
  readonly relation: string;
  readonly label_name: string;
  /** Which of its parts the vocabulary does not know. */
  readonly unknown: readonly UnknownPart[];
  /** Its parts in the dictionaries of the chunk, once a row has them. */
  codes?: { readonly category: number; readonly relation: number; readonly label: number };
}

interface UnknownPart {
  readonly code: 'unknown_category' | 'unknown_label' | 'unknown_relation';
  readonly value: string;
}

/** Reads attribute strings, each distinct one once a chunk. */
export class AttributeStrings {
  readonly #read = new Map<string, Attribute>();
  readonly #dictionaries: Dictionaries;

  constructor(dictionaries: Dictionaries) {
    this.#dictionaries = dictionaries;
  }

  /** @throws Rejection malformed_attribute, when it has fewer than three parts */
  read(entry: Entry, text: string): Attribute {
    let attribute = this.#read.get(text);
    if (attribute === undefined) {
      attribute = split(entry, text);
      this.#read.set(text, attribute);
    }
    return attribute;
  }

  /** The codes of its parts, given when they are first asked for: a dictionary holds no value that no row has. */
  codes(attribute: Attribute): NonNullable<Attribute['codes']> {
    const { category_id, relation, label_name } = this.#dictionaries;
    attribute.codes ??= {
      category: category_id.code(attribute.category_id),
      relation: relation.code(attribute.relation),
      label: label_name.code(attribute.label_name),
    };
    return attribute.codes;
  }
}

function split(entry: Entry, text: string): Attribute {
  const [category_id, relation, ...rest] = text.split('|');
  if (relation === undefined || rest.length === 0) {
    const parts = relation === undefined ? 1 : 2;
    throw new Rejection(
      'malformed_attribute',
      entry.pointer,
      `expected category|relation|label, found ${parts} parts`,
    );
  }
  const label_name = rest.join('|');
  return {
    category_id: category_id!,
    relation,
    label_name,
    unknown: unknownParts(category_id!, relation, label_name),
  };
}

function unknownParts(category: string, relation: string, label: string): UnknownPart[] {
  const unknown: UnknownPart[] = [];
  const names = knownLabels.get(category);
  if (!names) unknown.push({ code: 'unknown_category', value: category });
  else if (!names.has(label)) unknown.push({ code: 'unknown_label', value: `${category}|${label}` });
  if (relation !== 'yes' && relation !== 'no') unknown.push({ code: 'unknown_relation', value: relation });
  return unknown;
}

/** Reports what the vocabulary does not know of an attribute; `place` is its pointer within the entry. */
export function reportUnknown(entry: Entry, place: string, { unknown }: Attribute): void {
  for (const { code, value } of unknown) entry.issues.reportOnce(code, `${entry.pointer}${place}`, value);
}
