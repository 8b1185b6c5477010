import type { Dictionary } from '../arrow/dictionary.js';

/** Indexes of lists of concept ids, from the texts that hold them: `C1;;C2`, empty parts dropped. */
export class CuiIndexes {
  readonly #lists: Dictionary<readonly string[]>;
  readonly #indexes = new Map<string, number>();

  constructor(lists: Dictionary<readonly string[]>) {
    this.#lists = lists;
  }

  /** Index of the list that one text holds. */
  ofText(text: string): number {
    let index = this.#indexes.get(text);
    if (index === undefined) {
      index = this.#lists.index(splitCuis(text));
      this.#indexes.set(text, index);
    }
    return index;
  }

  /** Index of the list that the texts of `synsets` hold together. */
  ofList(texts: readonly string[]): number {
    if (texts.length === 1) return this.ofText(texts[0]!);
    return this.#lists.index(texts.flatMap(splitCuis));
  }
}

/** The concept ids of one text: `C1;;C2`, empty parts dropped. */
export function splitCuis(text: string): string[] {
  return text.split(';;').filter((part) => part !== '');
}
