/** Makes every choice of a run: the same seed chooses the same. mulberry32, which has a state of 32 bits. */
export class Random {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** Of one round, so that a round can be run again without those before it. */
  static ofRound(seed: number, round: number): Random {
    return new Random(Math.imul(seed + 1, 0x9e3779b1) ^ Math.imul(round, 0x85ebca6b));
  }

  /** From 0 up to, and without, `end`. */
  below(end: number): number {
    return Math.floor(this.#next() * end);
  }

  /** Both ends included. */
  between(least: number, most: number): number {
    return least + this.below(most - least + 1);
  }

  chance(probability: number): boolean {
    return this.#next() < probability;
  }

  pick<T>(list: readonly T[]): T {
    const at = this.below(list.length);
    if (list.length === 0) throw new Error('there is nothing to pick from');
    return list[at] as T;
  }

  /** The heavier, the more often. */
  pickWeighted<T extends { readonly weight: number }>(list: readonly T[]): T {
    const total = list.reduce((sum, { weight }) => sum + weight, 0);
    let left = this.#next() * total;
    for (const each of list) {
      left -= each.weight;
      if (left < 0) return each;
    }
    return this.pick(list);
  }

  #next(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }
}
