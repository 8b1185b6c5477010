/** What a stream of random numbers is for; a part of its seed, so that streams never share numbers. */
export const streams = {
  cohort: 1,
  report: 2,
  boxes: 3,
  gold: 4,
  faults: 5,
  ids: 6,
  mimic: 7,
  annotators: 8,
  errors: 9,
} as const;

/**
 * A reproducible stream of random numbers (sfc32). Each patient, study and image has streams of its own, seeded
 * by what it is, so that no number depends on who drew before.
 */
export class Random {
  #a: number;
  #b: number;
  #c: number;
  #counter = 1;

  /** @param path whole numbers that name the stream: the seed of the release, the purpose, the index … */
  constructor(...path: readonly number[]) {
    let hash = 0x9e3779b9;
    for (const number of path) {
      hash = mix(hash ^ (number >>> 0));
      hash = mix(hash ^ Math.floor(number / 2 ** 32));
    }
    this.#a = mix(hash + 1);
    this.#b = mix(hash + 2);
    this.#c = mix(hash + 3);
    for (let i = 0; i < 8; i++) this.#word();
  }

  /** A number from 0, and less than 1. */
  next(): number {
    return (this.#word() >>> 0) / 2 ** 32;
  }

  /** 32 random bits as a whole number. */
  bits(): number {
    return this.#word() >>> 0;
  }

  /** True with this probability. */
  chance(probability: number): boolean {
    return this.next() < probability;
  }

  /** A whole number from `low` to `high`, both included. */
  whole(low: number, high: number): number {
    return low + Math.floor(this.next() * (high - low + 1));
  }

  /** One element, each as likely. */
  pick<T>(list: readonly T[]): T {
    return list[Math.floor(this.next() * list.length)]!;
  }

  /** One element, as likely as its weight. */
  weighted<T extends { readonly weight: number }>(list: readonly T[]): T {
    let left = this.next() * list.reduce((sum, { weight }) => sum + weight, 0);
    for (const element of list) {
      left -= element.weight;
      if (left < 0) return element;
    }
    return list.at(-1)!;
  }

  /** A number of the normal distribution with mean 0 and deviation 1. */
  normal(): number {
    return Math.sqrt(-2 * Math.log(1 - this.next())) * Math.cos(2 * Math.PI * this.next());
  }

  #word(): number {
    const sum = (this.#a + this.#b + this.#counter++) | 0;
    this.#a = this.#b ^ (this.#b >>> 9);
    this.#b = (this.#c + (this.#c << 3)) | 0;
    this.#c = ((this.#c << 21) | (this.#c >>> 11)) + sum;
    return sum;
  }
}

function mix(value: number): number {
  let mixed = Math.imul((value ^ (value >>> 16)) >>> 0, 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
