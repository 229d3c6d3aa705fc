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
/** A time that the engine wrote, ISO 8601: in nanoseconds, or rounded down to whole seconds. `undefined` if it is no time. */
export declare function engineMoment(text: string | undefined): EngineMoment | undefined;
/** A reading of this host's clock, in ms since the epoch; by default in milliseconds, rounded down. */
export declare const hostMoment: (earliest: number, latest?: number) => HostMoment;
/** A moment of which only the latest possible time is known. */
export declare const notAfter: <C extends ClockName>({ clock, latest }: Moment<C>) => Moment<C>;
/** True only if the moment is certainly not after the other one. */
export declare const isNotYounger: <C extends ClockName>(moment: Moment<C>, than: Moment<NoInfer<C>>) => boolean;
/** True only if the moment is certainly not before the other one. */
export declare const isNotOlder: <C extends ClockName>(moment: Moment<C>, than: Moment<NoInfer<C>>) => boolean;
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
export declare const offsetOf: (time: EngineMoment, asked: number, answered: number) => ClockOffset;
export declare const SAME_CLOCK: ClockOffset;
export declare const mayAgree: ({ least, most }: ClockOffset) => boolean;
/** Translates a moment of this host's clock to the engine's. */
export declare const byEngine: ({ earliest, latest }: HostMoment, { least, most }: ClockOffset) => EngineMoment;
/** Translates a moment of the engine's clock to this host's. */
export declare const byHost: ({ earliest, latest }: EngineMoment, { least, most }: ClockOffset) => HostMoment;
/** The offset as one number, for people: 0 if the clocks may agree. */
export declare const aboutMs: (offset: ClockOffset) => number;
