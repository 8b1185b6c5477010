/** Entries of one Map or Set; V8 takes 2 ** 24 at most. */
const MOST = 2 ** 23;

/** A map of any size, whose keys are set once each. */
export class LargeMap<K, V> {
  readonly #maps: Map<K, V>[] = [new Map()];

  /** @param most entries of one of its parts */
  constructor(readonly most = MOST) {}

  set(key: K, value: V): void {
    if (this.#maps.at(-1)!.size >= this.most) this.#maps.push(new Map());
    this.#maps.at(-1)!.set(key, value);
  }

  get(key: K): V | undefined {
    for (const map of this.#maps) {
      const value = map.get(key);
      if (value !== undefined) return value;
    }
    return undefined;
  }
}

/** A set of any size. */
export class LargeSet<K> {
  readonly #sets: Set<K>[] = [new Set()];

  /** @param most entries of one of its parts */
  constructor(readonly most = MOST) {}

  /** Adds it, and says whether it is new. */
  add(key: K): boolean {
    if (this.#sets.some((set) => set.has(key))) return false;
    if (this.#sets.at(-1)!.size >= this.most) this.#sets.push(new Set());
    this.#sets.at(-1)!.add(key);
    return true;
  }
}
