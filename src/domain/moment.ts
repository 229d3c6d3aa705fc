/** The clock of a moment: the engine's, or the clock of the host on which the agent and its clients run. */
export type ClockName = 'engine' | 'host';

/**
 * A moment with its uncertainty: not before `earliest` and not after `latest`, in ms since the epoch. Clocks differ, and
 * engines give some times in whole seconds only. So compare two moments only with `isNotYounger` and `isNotOlder`, and
 * translate moments of different clocks with `byEngine` or `byHost` first.
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

/** The time that engines write if a volume's plugin gives none: Go's `time.Time{}`. */
const NO_TIME = Date.parse('0001-01-01T00:00:00Z');

/** A time that the engine wrote, ISO 8601: in nanoseconds, or rounded down to whole seconds. `undefined` if it is no time. */
export function engineMoment(text: string | undefined): EngineMoment | undefined {
  const ms = Date.parse(text ?? '');
  if (Number.isNaN(ms) || ms === NO_TIME) return undefined;
  const [, fraction] = /\d\.(\d+)/.exec(text ?? '') ?? [];
  if (fraction === undefined) return { clock: 'engine', earliest: ms, latest: ms + SECOND_MS };
  // Date.parse drops fractions of a millisecond.
  const at = ms + Number(fraction.slice(3).padEnd(6, '0').slice(0, 6)) / NANOSECONDS;
  return { clock: 'engine', earliest: at, latest: at };
}

/** A reading of this host's clock, in ms since the epoch; by default in milliseconds, rounded down. */
export const hostMoment = (earliest: number, latest = earliest + 1): HostMoment => ({
  clock: 'host',
  earliest,
  latest,
});

/** A moment of which only the latest possible time is known. */
export const notAfter = <C extends ClockName>({ clock, latest }: Moment<C>): Moment<C> => ({
  clock,
  earliest: Number.NEGATIVE_INFINITY,
  latest,
});

/** True only if the moment is certainly not after the other one. */
export const isNotYounger = <C extends ClockName>(moment: Moment<C>, than: Moment<NoInfer<C>>): boolean =>
  moment.latest <= than.earliest;

/** True only if the moment is certainly not before the other one. */
export const isNotOlder = <C extends ClockName>(moment: Moment<C>, than: Moment<NoInfer<C>>): boolean =>
  moment.earliest >= than.latest;

/** How far the engine's clock is ahead of this host's, in ms: at least `least` and at most `most`. */
export interface ClockOffset {
  readonly least: number;
  readonly most: number;
}

/**
 * The offset of the engine's clock that follows from one answer of the engine.
 * @param time the time of the engine's clock between the two
 * @param asked the time of this host's clock before the request, and `answered` after it, in ms since the epoch
 */
export const offsetOf = (time: EngineMoment, asked: number, answered: number): ClockOffset => ({
  least: time.earliest - hostMoment(answered).latest,
  most: time.latest - asked,
});

export const SAME_CLOCK: ClockOffset = { least: 0, most: 0 };

export const mayAgree = ({ least, most }: ClockOffset): boolean => least <= 0 && most >= 0;

/** Translates a moment of this host's clock to the engine's. */
export const byEngine = ({ earliest, latest }: HostMoment, { least, most }: ClockOffset): EngineMoment => ({
  clock: 'engine',
  earliest: earliest + least,
  latest: latest + most,
});

/** Translates a moment of the engine's clock to this host's. */
export const byHost = ({ earliest, latest }: EngineMoment, { least, most }: ClockOffset): HostMoment => ({
  clock: 'host',
  earliest: earliest - most,
  latest: latest - least,
});

/** The offset as one number, for people: 0 if the clocks may agree. */
export const aboutMs = (offset: ClockOffset): number =>
  mayAgree(offset) ? 0 : Math.round((offset.least + offset.most) / 2);
