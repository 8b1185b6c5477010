/** How many units are in both gold and graphs, in the graphs only, and in gold only. */
export interface Outcomes {
  readonly tp: number;
  readonly fp: number;
  readonly fn: number;
}

/** Units of gold and of the graphs, each by a key. */
export class Units {
  readonly #sides = { gold: new Set<string>(), silver: new Set<string>() };

  add(side: 'gold' | 'silver', ...key: readonly (string | number)[]): void {
    this.#sides[side].add(key.join('\n'));
  }

  get outcomes(): Outcomes {
    const { gold, silver } = this.#sides;
    let tp = 0;
    for (const key of gold) if (silver.has(key)) tp++;
    return { tp, fp: silver.size - tp, fn: gold.size - tp };
  }
}
