import type { Amount } from '../measures/readings.ts';

interface Off {
  readonly kind: 'off';
}

export type SpaceLimit =
  | Off
  /** At least this much is used, 0 to 100. */
  | { readonly kind: 'used'; readonly percent: number }
  /** At most this much is free. */
  | { readonly kind: 'free'; readonly bytes: number };

export type PercentLimit = Off | { readonly kind: 'percent'; readonly percent: number };

export type CountLimit = Off | { readonly kind: 'count'; readonly count: number };

export type DurationLimit = Off | { readonly kind: 'duration'; readonly ms: number };

/** The parsed form of a measure's input. */
export type Limit = SpaceLimit | PercentLimit | CountLimit | DurationLimit;

/** The position of a limit, in the unit of the amount; `undefined` if it is off. */
export function limitOn(limit: Limit, { total = 0, perByte = 1 }: Amount): number | undefined {
  switch (limit.kind) {
    case 'used':
      return total * (1 - limit.percent / 100);
    case 'free':
      return limit.bytes * perByte;
    case 'percent':
      return limit.percent;
    case 'count':
      return limit.count;
    case 'duration':
      return limit.ms;
    case 'off':
      return undefined;
  }
}
