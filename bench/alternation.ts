/** Measures once, and gives what it took in a unit of its own. */
export type Contender = () => Promise<number>;

/**
 * Lets the contenders have their turns, round after round, so that whatever else the machine does hits all of them alike; each
 * round begins with another one.
 * @param contenders what can't be had here is undefined, and gets no samples
 * @param every a contender has its turn in one round of so many; for those that take long
 * @returns the samples of each, in the order of the rounds
 */
export async function alternate<Name extends string>(
  rounds: number,
  contenders: Readonly<Record<Name, Contender | undefined>>,
  every: (name: Name) => number = () => 1,
): Promise<Record<Name, number[]>> {
  const names = Object.keys(contenders) as Name[];
  const samples = Object.fromEntries(names.map((name) => [name, []])) as unknown as Record<Name, number[]>;
  for (let round = 0; round < rounds; round++) {
    const first = round % names.length;
    for (const name of [...names.slice(first), ...names.slice(0, first)])
      if (contenders[name] && round % every(name) === 0) samples[name].push(await contenders[name]());
  }
  return samples;
}

/** What it takes, in ms. */
export async function timed(action: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await action();
  return performance.now() - began;
}
