type Buffer = Int32Array | Float64Array;

const FIRST_CAPACITY = 1024;

/**
 * Buffers of finished columns for the next ones: new ones for every chunk would be grown, zeroed and collected each time.
 * Before long each is as large as the longest column needs, some 25 MB per worker in all.
 */
export class BufferPool<B extends Buffer> {
  readonly #released: B[] = [];

  /** `make` makes a zeroed buffer of so many elements. */
  constructor(readonly make: new (length: number) => B) {}

  /** A buffer of any content, to be given back by `release`. */
  acquire(): B {
    return this.#released.pop() ?? new this.make(FIRST_CAPACITY);
  }

  /** Takes a buffer back; its holder must not use it any more. */
  release(buffer: B): void {
    this.#released.push(buffer);
  }

  /** A buffer of twice the length that starts with the same elements; the shorter one is not kept. */
  grow(buffer: B): B {
    const larger = new this.make(buffer.length * 2);
    larger.set(buffer as never);
    return larger;
  }
}

/** Buffers of 32-bit integers: values, or indexes into a dictionary. */
export const integerBuffers = new BufferPool<Int32Array<ArrayBuffer>>(Int32Array);

/** Buffers of doubles. */
export const doubleBuffers = new BufferPool<Float64Array<ArrayBuffer>>(Float64Array);
