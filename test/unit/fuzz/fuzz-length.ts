import { memoryUsage, resourceUsage } from 'node:process';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import prettyBytes from 'pretty-bytes';

/** How many inputs a fuzz test makes: few unless the variable says otherwise, as `npm run fuzz` does. */
export const fuzzLength = (variable: string, few: number): number => Number(process.env[variable] ?? few);

/** No run takes longer than that, in ms. */
export const FUZZ_TIMEOUT_MS = 3_600_000;

/** The seed of a run, to run it again. */
export const fuzzSeed = (): number => Number(process.env.TOPO_GC_FUZZ_SEED ?? Date.now() % 2 ** 31);

/** The memory that is in use once all garbage is gone, in bytes. */
export function usedMemory(): number {
  setFlagsFromString('--expose_gc');
  runInNewContext('gc')();
  return memoryUsage().heapUsed;
}

/** Says what a run was, for who reads figures. */
export function tellFuzz(what: string, seed: number, began: number): void {
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  const most = prettyBytes(resourceUsage().maxRSS * 1024, { binary: true });
  console.log(`fuzz: ${what} in ${seconds} s, seed ${seed}, at most ${most} resident`);
}
