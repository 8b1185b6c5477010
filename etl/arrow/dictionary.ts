import { type Data, Vector } from 'apache-arrow';
import { doubleListData, textData, textListData } from './data.js';

/** The index of null, which no dictionary holds. */
export const NULL_INDEX = -1;

let ids = 0;

/** Distinct values of one domain in the order of their first use, shared by every column of the domain. */
export class Dictionary<Value> {
  /** The values by index. */
  readonly values: Value[] = [];
  /** Identifies it among the dictionaries of an Arrow stream, which then holds it once for all its columns. */
  readonly id = ids++;
  readonly #indexes = new Map<string, number>();
  #vector: Vector | undefined;

  /**
   * @param key text that two values share when they are equal, and only then
   * @param toData values as Arrow data
   */
  constructor(
    readonly domain: string,
    readonly key: (value: Value) => string,
    readonly toData: (values: readonly Value[]) => Data,
  ) {}

  /** A dictionary of texts. */
  static ofTexts(domain: string): Dictionary<string> {
    return new Dictionary<string>(domain, (text) => text, textData);
  }

  /** A dictionary of lists of text. */
  static ofTextLists(domain: string): Dictionary<readonly string[]> {
    return new Dictionary<readonly string[]>(domain, textListKey, textListData);
  }

  /** A dictionary of lists of numbers. */
  static ofNumberLists(domain: string): Dictionary<readonly (number | null)[]> {
    return new Dictionary<readonly (number | null)[]>(
      domain,
      (list) => list.map(numberKey).join(),
      doubleListData,
    );
  }

  /** The index of a value, which becomes the last one where it is new. */
  index(value: Value | null): number {
    if (value === null) return NULL_INDEX;
    const key = this.key(value);
    let index = this.#indexes.get(key);
    if (index === undefined) {
      index = this.values.length;
      this.values.push(value);
      this.#indexes.set(key, index);
    }
    return index;
  }

  /** Its values as one vector, made once for all columns that share it. */
  toArrow(): Vector {
    if (this.#vector?.length !== this.values.length) this.#vector = new Vector([this.toData(this.values)]);
    return this.#vector;
  }
}

/** Most lists have one element at most, and then its text is key enough. */
function textListKey(list: readonly string[]): string {
  return list.length === 0 ? '' : list.length === 1 ? `=${list[0]}` : JSON.stringify(list);
}

/** JSON would write -0 as 0. */
function numberKey(value: number | null): string {
  return Object.is(value, -0) ? '-0' : String(value);
}
