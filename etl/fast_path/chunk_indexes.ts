import type { SortedValues } from '../arrow/dictionary.js';
import type { Dictionaries } from '../flatten/dictionaries.js';
import type { FastPath } from './fast_path.js';
import { layouts } from './layout.js';
import type { MemberValues } from './member_values.js';

const allValues = new Set(Object.values(layouts).flatMap(({ values }) => Object.values(values)));

/** The members of the fast path as indexes into the dictionaries of a chunk, which the careful path fills, too. */
export class ChunkIndexes {
  readonly #dictionaries: Dictionaries;
  readonly #indexes = new Map<MemberValues, Int32Array>();

  /** Adds to the dictionaries what the members stand for. */
  constructor(path: FastPath, dictionaries: Dictionaries) {
    this.#dictionaries = dictionaries;
    for (const values of allValues) {
      const indexes = new Int32Array(path.members(values.domain));
      for (let member = 0; member < indexes.length; member++) {
        indexes[member] = values.indexOf(member, path.memory, dictionaries);
      }
      this.#indexes.set(values, indexes);
    }
  }

  /** The values of a column in order, and the place among them of each member. */
  sorted(values: MemberValues): SortedValues {
    const { vector, places } = values.dictionaryOf(this.#dictionaries).sorted();
    return { vector, places: this.#indexes.get(values)!.map((index) => places[index]!) };
  }
}
