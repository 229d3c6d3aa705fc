/** Whose clock: the engine's, or that of the host on which the agent and its clients run. */
export type ClockName = 'engine' | 'host';

/**
 * A moment as far as it is known: not before `earliest` and not after `latest`, in ms since the epoch. Clocks differ, and
 * engines tell some times in whole seconds only, so that two moments are compared by `isNotYounger` and `isNotOlder` alone;
 * moments of different clocks can't be compared at all, before `byEngine` or `byHost` has translated one of them.
 */
export interface Moment<C extends ClockName> {
  readonly clock: C;
  readonly earliest: number;
  readonly latest: number;
}

export type EngineMoment = Moment<'engine'>;
export type HostMoment = Moment<'host'>;

const SECOND_MS = 1000;
const NANOSECONDS = 1e6;

/** What engines write where a volume's plugin tells no time: Go's `time.Time{}`. */
const NO_TIME = Date.parse('0001-01-01T00:00:00Z');

/** A time that the engine wrote, ISO 8601: of nanoseconds, or rounded down to whole seconds. `undefined` where it is no time. */
export function engineMoment(text: string | undefined): EngineMoment | undefined {
  const ms = Date.parse(text ?? '');
  if (Number.isNaN(ms) || ms === NO_TIME) return undefined;
  const [, fraction] = /\d\.(\d+)/.exec(text ?? '') ?? [];
  if (fraction === undefined) return { clock: 'engine', earliest: ms, latest: ms + SECOND_MS };
  // Date.parse drops what is less than a millisecond.
  const at = ms + Number(fraction.slice(3).padEnd(6, '0').slice(0, 6)) / NANOSECONDS;
  return { clock: 'engine', earliest: at, latest: at };
}

/** What this host's clock shows, in ms since the epoch; unless said otherwise it shows milliseconds, rounded down. */
export const hostMoment = (earliest: number, latest = earliest + 1): HostMoment => ({
  clock: 'host',
  earliest,
  latest,
});

/** A moment of which nothing is known but that it was not after `latest`. */
export const notAfter = <C extends ClockName>({ clock, latest }: Moment<C>): Moment<C> => ({
  clock,
  earliest: Number.NEGATIVE_INFINITY,
  latest,
});

/** True only where the moment is surely not after the other one. */
export const isNotYounger = <C extends ClockName>(moment: Moment<C>, than: Moment<NoInfer<C>>): boolean =>
  moment.latest <= than.earliest;

/** True only where the moment is surely not before the other one. */
export const isNotOlder = <C extends ClockName>(moment: Moment<C>, than: Moment<NoInfer<C>>): boolean =>
  moment.earliest >= than.latest;

/** How far the engine's clock is ahead of this host's, in ms: not less than `least` and not more than `most`. */
export interface ClockOffset {
  readonly least: number;
  readonly most: number;
}

/**
 * What one answer of the engine tells of its clock.
 * @param time what the engine's clock showed in between
 * @param asked what this host's clock showed before, and `answered` behind it, in ms since the epoch
 */
export const offsetOf = (time: EngineMoment, asked: number, answered: number): ClockOffset => ({
  least: time.earliest - hostMoment(answered).latest,
  most: time.latest - asked,
});

export const SAME_CLOCK: ClockOffset = { least: 0, most: 0 };

export const mayAgree = ({ least, most }: ClockOffset): boolean => least <= 0 && most >= 0;

/** A moment of this host's clock, by the engine's. */
export const byEngine = ({ earliest, latest }: HostMoment, { least, most }: ClockOffset): EngineMoment => ({
  clock: 'engine',
  earliest: earliest + least,
  latest: latest + most,
});

/** A moment of the engine's clock, by this host's. */
export const byHost = ({ earliest, latest }: EngineMoment, { least, most }: ClockOffset): HostMoment => ({
  clock: 'host',
  earliest: earliest - most,
  latest: latest - least,
});

/** The offset as one number, for what people see: 0 where the clocks may agree. */
export const aboutMs = (offset: ClockOffset): number =>
  mayAgree(offset) ? 0 : Math.round((offset.least + offset.most) / 2);
