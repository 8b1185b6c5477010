import { labels } from '../vocabulary/index.js';
import type { Dictionaries } from './dictionaries.js';

const knownLabels = new Map<string, Set<string>>();
for (const { category_id, label_name } of labels) {
  const names = knownLabels.get(category_id) ?? new Set();
  knownLabels.set(category_id, names.add(label_name));
}

/** `category|relation|label` as codes, and which of its parts the vocabulary does not know. */
export interface AttributeCodes {
  readonly category: number;
  readonly relation: number;
  readonly label: number;
  readonly unknown: readonly {
    code: 'unknown_category' | 'unknown_label' | 'unknown_relation';
    value: string;
  }[];
}

/** Splits attribute strings at their first two |; each distinct one once a chunk. */
export class AttributeStrings {
  readonly #codes = new Map<string, AttributeCodes>();
  readonly #dictionaries: Dictionaries;

  constructor(dictionaries: Dictionaries) {
    this.#dictionaries = dictionaries;
  }

  /** Codes of a string that has its three parts. */
  codes(text: string): AttributeCodes {
    let codes = this.#codes.get(text);
    if (codes === undefined) {
      codes = this.#split(text);
      this.#codes.set(text, codes);
    }
    return codes;
  }

  #split(text: string): AttributeCodes {
    const first = text.indexOf('|');
    const second = text.indexOf('|', first + 1);
    const [category, relation, label] = [
      text.slice(0, first),
      text.slice(first + 1, second),
      text.slice(second + 1),
    ];
    const unknown: AttributeCodes['unknown'][number][] = [];
    const names = knownLabels.get(category);
    if (!names) unknown.push({ code: 'unknown_category', value: category });
    else if (!names.has(label)) unknown.push({ code: 'unknown_label', value: `${category}|${label}` });
    if (relation !== 'yes' && relation !== 'no') unknown.push({ code: 'unknown_relation', value: relation });
    return {
      category: this.#dictionaries.category_id.code(category),
      relation: this.#dictionaries.relation.code(relation),
      label: this.#dictionaries.label_name.code(label),
      unknown,
    };
  }
}
