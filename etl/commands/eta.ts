/** Rate and time left of one piece of work. */
export class Eta {
  #first: { readonly done: number; readonly seconds: number } | undefined;

  /**
   * How work goes that has come `done` of `total` far in `seconds`. The time left is between what the rate so far says and what
   * the rate since the first update says: until then code was loaded and compiled, after it few pieces are a short measure.
   */
  at(done: number, total: number, seconds: number): { rate: number; secondsLeft: number } {
    this.#first ??= { done, seconds };
    const rate = rateOf(done, seconds);
    const isFirst = done === this.#first.done;
    const lately = isFirst ? rate : rateOf(done - this.#first.done, seconds - this.#first.seconds);
    return { rate, secondsLeft: ((total - done) / rate + (total - done) / lately) / 2 };
  }
}

const rateOf = (done: number, seconds: number) => Math.max(done / Math.max(seconds, 1e-3), 1e-9);
