/** The part of Arrow data that says how many rows there are and which of them are null. */
export interface Validity {
  readonly length: number;
  readonly nullCount: number;
  /** Bit 1 is valid, least significant bit first; null where every row is. */
  readonly nullBitmap: Uint8Array | null;
}

/** Finds the null rows. The bitmap is padded to whole words of 64 rows. */
export function validity(isNull: (row: number) => boolean, length: number): Validity {
  let nullBitmap: Uint8Array | null = null;
  let nullCount = 0;
  for (let row = 0; row < length; row++) {
    if (!isNull(row)) continue;
    nullBitmap ??= new Uint8Array(Math.ceil(length / 64) * 8).fill(0xff);
    nullBitmap[row >> 3]! &= ~(1 << (row & 7));
    nullCount++;
  }
  return { length, nullCount, nullBitmap };
}

/** So many rows, none of which is null. */
export function withoutNulls(length: number): Validity {
  return { length, nullCount: 0, nullBitmap: null };
}
