import { type Data, Vector } from 'apache-arrow';
import { doubleListData, textData, textListData } from './data.js';

/** The index of null, which no dictionary holds. */
export const NULL_INDEX = -1;

/** Distinct values of one domain, shared by every column of the domain. */
export class Dictionary<Value> {
  /** The values by index. */
  readonly values: Value[] = [];
  readonly #indexes = new Map<string, number>();
  #sorted: SortedValues | undefined;

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

  /**
   * Its values in the order of their keys, made once for all columns that share it. A Parquet file lists the values of its
   * dictionaries: in this order it says nothing about how and when they were found.
   */
  sorted(): SortedValues {
    if (this.#sorted?.places.length !== this.values.length) this.#sorted = this.#sort();
    return this.#sorted;
  }

  #sort(): SortedValues {
    const keys = [...this.#indexes.keys()].sort();
    const places = new Int32Array(keys.length);
    const values = keys.map((key, place) => {
      const index = this.#indexes.get(key)!;
      places[index] = place;
      return this.values[index]!;
    });
    return { vector: new Vector([this.toData(values)]), places };
  }
}

/** The values of a dictionary in order. */
export interface SortedValues {
  readonly vector: Vector;
  /** The place in the vector of each index. */
  readonly places: Int32Array;
}

/** Most lists have one element at most, and then its text is key enough. */
function textListKey(list: readonly string[]): string {
  return list.length === 0 ? '' : list.length === 1 ? `=${list[0]}` : JSON.stringify(list);
}

/** JSON would write -0 as 0. */
function numberKey(value: number | null): string {
  return Object.is(value, -0) ? '-0' : String(value);
}
