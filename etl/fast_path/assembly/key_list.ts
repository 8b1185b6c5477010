import { sameBytes } from './bytes';
import { refuse } from './refusal';
import { textLength, textStart } from './text';

/** Bytes that the longest key takes, with some zeros behind. */
const KEY_BYTES = 32;

/** The number of a key that no list has. */
export const NO_KEY = -1;

/** The documented keys of one kind of object. Where each stands is predicted from the last object of the kind. */
export class KeyList {
  private readonly count: i32;
  private readonly bytes: StaticArray<u8>;
  private readonly lengths: StaticArray<u8>;
  /** Numbers of the keys in the order of the last object. */
  private readonly predicted: StaticArray<u8>;

  constructor(keys: StaticArray<string>) {
    this.count = keys.length;
    this.bytes = new StaticArray<u8>(keys.length * KEY_BYTES);
    this.lengths = new StaticArray<u8>(keys.length);
    this.predicted = new StaticArray<u8>(keys.length);
    for (let key = 0; key < keys.length; key++) {
      const text = keys[key];
      this.lengths[key] = <u8>text.length;
      this.predicted[key] = <u8>key;
      for (let i = 0; i < text.length; i++) this.bytes[key * KEY_BYTES + i] = <u8>text.charCodeAt(i);
    }
  }

  /** The number in this list of the text that was read last; `place` keys of the object stand before it. */
  find(place: i32): i32 {
    if (place >= this.count) return NO_KEY;
    const predicted = <i32>this.predicted[place];
    if (this.isKey(predicted)) return predicted;
    for (let key = 0; key < this.count; key++) {
      if (!this.isKey(key)) continue;
      this.predicted[place] = <u8>key;
      return key;
    }
    return NO_KEY;
  }

  private isKey(key: i32): bool {
    if (<usize>this.lengths[key] !== textLength) return false;
    return sameBytes(changetype<usize>(this.bytes) + key * KEY_BYTES, textStart, textLength);
  }
}

/** The keys of one object that have been seen, each of which may occur once. */
export class SeenKeys {
  private seen: u32 = 0;
  /** Number of documented keys so far. */
  count: i32 = 0;

  reset(): void {
    this.seen = 0;
    this.count = 0;
  }

  add(key: i32): void {
    if (key === NO_KEY) refuse();
    const bit: u32 = 1 << key;
    if ((this.seen & bit) !== 0) refuse();
    this.seen |= bit;
    this.count++;
  }

  /** Refuses an object that lacks one of `count` keys. */
  expectAll(count: i32): void {
    if (this.count !== count) refuse();
  }
}
