const number = new Intl.NumberFormat('en');

/** Rate and time left of one piece of work. */
export class Pace {
  #first: { readonly done: number; readonly seconds: number } | undefined;

  /**
   * How work goes that has come `done` of `total` far in `seconds`. The time left is between what the rate so far tells and what
   * the rate since the first report tells: until then code was loaded and compiled, after it few pieces are a short measure.
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

/** A count as people write it: 25,000. */
export function count(value: number): string {
  return number.format(Math.round(value));
}

/** A time as people say it: 0.4 s, 12 s, 3 min 05 s. */
export function duration(seconds: number): string {
  if (seconds < 10) return `${seconds.toFixed(1)} s`;
  const whole = Math.round(seconds);
  if (whole < 60) return `${whole} s`;
  return `${Math.floor(whole / 60)} min ${String(whole % 60).padStart(2, '0')} s`;
}

/** Bytes as people say them: 42 kB, 1.6 GB (powers of 1000). */
export function size(bytes: number): string {
  const units = ['B', 'kB', 'MB', 'GB', 'TB'];
  const power = Math.min(Math.floor(Math.log10(Math.max(bytes, 1)) / 3), units.length - 1);
  const value = bytes / 1000 ** power;
  return `${value >= 100 || power === 0 ? Math.round(value) : value.toFixed(1)} ${units[power]}`;
}
