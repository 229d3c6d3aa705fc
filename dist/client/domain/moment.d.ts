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
/** A time that the engine wrote, ISO 8601: of nanoseconds, or rounded down to whole seconds. `undefined` where it is no time. */
export declare function engineMoment(text: string | undefined): EngineMoment | undefined;
/** What this host's clock shows, in ms since the epoch; unless said otherwise it shows milliseconds, rounded down. */
export declare const hostMoment: (earliest: number, latest?: number) => HostMoment;
/** A moment of which nothing is known but that it was not after `latest`. */
export declare const notAfter: <C extends ClockName>({ clock, latest }: Moment<C>) => Moment<C>;
/** True only where the moment is surely not after the other one. */
export declare const isNotYounger: <C extends ClockName>(moment: Moment<C>, than: Moment<NoInfer<C>>) => boolean;
/** True only where the moment is surely not before the other one. */
export declare const isNotOlder: <C extends ClockName>(moment: Moment<C>, than: Moment<NoInfer<C>>) => boolean;
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
export declare const offsetOf: (time: EngineMoment, asked: number, answered: number) => ClockOffset;
export declare const SAME_CLOCK: ClockOffset;
export declare const mayAgree: ({ least, most }: ClockOffset) => boolean;
/** A moment of this host's clock, by the engine's. */
export declare const byEngine: ({ earliest, latest }: HostMoment, { least, most }: ClockOffset) => EngineMoment;
/** A moment of the engine's clock, by this host's. */
export declare const byHost: ({ earliest, latest }: EngineMoment, { least, most }: ClockOffset) => HostMoment;
/** The offset as one number, for what people see: 0 where the clocks may agree. */
export declare const aboutMs: (offset: ClockOffset) => number;
