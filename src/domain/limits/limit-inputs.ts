import { parseCount, parseDuration, parsePercent, parseSize } from '../text/quantities.ts';
import type { CountLimit, DurationLimit, PercentLimit, SpaceLimit } from './limits.ts';

/** An input: its default, what it takes, in words, and how its text is read. */
export interface Input<T> {
  readonly fallback: string;
  readonly takes: string;
  /** Of what it takes, the words that can be listed. */
  readonly values: readonly string[];
  /** `undefined`: not what it takes. */
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

/** Durations that are not shorter than that, in ms. */
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

/** What a file system or memory may be filled to. */
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
