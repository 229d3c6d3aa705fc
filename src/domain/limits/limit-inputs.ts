import { parseCount, parseDuration, parsePercent, parseSize } from '../text/quantities.ts';
import type { CountLimit, DurationLimit, PercentLimit, SpaceLimit } from './limits.ts';

/** An input: its default, the values that it takes in words, and the parser of its text. */
export interface Input<T> {
  readonly fallback: string;
  readonly takes: string;
  /** The accepted words that can be listed. */
  readonly values: readonly string[];
  /** `undefined`: the text is not valid. */
  readonly parse: (text: string) => T | undefined;
}

const OFF = { kind: 'off' } as const;

const VALUES = ['off'];

const isOff = (text: string): boolean => text.trim() === 'off';

function parseSpaceLimit(text: string): SpaceLimit | undefined {
  if (isOff(text)) return OFF;
  const [, amount, word] = /^(.+?)\s*(used|free)?$/.exec(text.trim()) ?? [];
  if (amount === undefined) return undefined;
  const percent = word === 'free' ? undefined : parsePercent(amount);
  if (percent !== undefined) return { kind: 'used', percent };
  const bytes = word === 'free' ? parseSize(amount) : undefined;
  return bytes === undefined ? undefined : { kind: 'free', bytes };
}

function parsePercentLimit(text: string): PercentLimit | undefined {
  if (isOff(text)) return OFF;
  const percent = parsePercent(text);
  return percent === undefined ? undefined : { kind: 'percent', percent };
}

function parseCountLimit(text: string): CountLimit | undefined {
  if (isOff(text)) return OFF;
  const count = parseCount(text);
  return count === undefined ? undefined : { kind: 'count', count };
}

/** Durations of at least this length, in ms. */
export const atLeast =
  (least: number) =>
  (text: string): number | undefined => {
    const ms = parseDuration(text);
    return ms !== undefined && ms >= least ? ms : undefined;
  };

function parseDurationLimit(text: string): DurationLimit | undefined {
  if (isOff(text)) return OFF;
  const ms = atLeast(1000)(text);
  return ms === undefined ? undefined : { kind: 'duration', ms };
}

/** How full a file system or memory may be. */
export const spaceInput = (fallback: string): Input<SpaceLimit> => ({
  fallback,
  takes: '"N%" used, "SIZE free" or "off"',
  values: VALUES,
  parse: parseSpaceLimit,
});

export const countInput = (fallback: string): Input<CountLimit> => ({
  fallback,
  takes: 'a count or "off"',
  values: VALUES,
  parse: parseCountLimit,
});

export const percentInput: Input<PercentLimit> = {
  fallback: 'off',
  takes: '"N%" or "off"',
  values: VALUES,
  parse: parsePercentLimit,
};

export const durationInput: Input<DurationLimit> = {
  fallback: 'off',
  takes: 'a duration from "1s" to "24h", or "off"',
  values: VALUES,
  parse: parseDurationLimit,
};
