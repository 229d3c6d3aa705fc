import type { Engine } from '../engine.ts';
import type { Input } from '../limits/limit-inputs.ts';
import type { Limit } from '../limits/limits.ts';
import type { Sites } from '../site.ts';
import type { Topology } from '../topology/topology.ts';
import type { Amount, CpuTimes, Probe } from './readings.ts';
/**
 * Everything that differs between measures, one object per measure. Code that all measures share is written once, over the
 * table.
 * @typeParam L the parsed form of its input
 * @typeParam R the fields that it has in the readings
 * @typeParam A the answer to its question
 */
export interface Measure<L extends Limit, R, A = unknown> {
    /** The name under which a collection that it begins is recorded. */
    readonly trigger: string;
    /** The input that it is compared with. */
    readonly input: Input<L> & {
        readonly name: string;
    };
    readonly unit: 'bytes' | 'inodes' | 'percent' | 'count' | 'ms';
    /**
     * `above`: at or above its limit, pending topologies are collected. `below`: below its limit, only topologies that have
     * stopped are collected.
     */
    readonly fires: 'above' | 'below';
    /** If several are crossed, the lowest number goes first. */
    readonly urgency: number;
    /**
     * It has a fixed size: the agent forecasts when it will be full, and a collection for it goes on at full speed. Its
     * amounts have a total.
     */
    readonly runsOut: boolean;
    /** Absent if another measure of the table reads the same fields. */
    readonly reads?: Reads<R, A>;
    readonly relief: Relief<R>;
    readonly words: Words;
    readonly metrics: readonly Metric<R>[];
    /** The advice if it fires again and again; absent if nothing helps. */
    readonly whenOften?: Remedy;
    /** The readings as numbers; failed readings are left out. */
    amounts(readings: R): readonly Amount[];
    /** Whether a limit is crossed, and the words for it. With `margin`, whether the amount has not gone back far enough yet. */
    crossed(limit: L, amount: Amount, margin: boolean): Crossing | undefined;
    /** The share of the removals that may go on at once at these readings; absent if the measure does not slow them down. */
    pace?(readings: R): number;
}
/** The sources that a measure can ask. */
export interface Sources {
    readonly probe: Probe;
    readonly engine: Engine;
    readonly sites: Sites;
    /** Reports that a part of the reading failed, and why. */
    readonly missing: (why: string) => void;
}
/** The agent's own knowledge, after all answers are there. */
export interface Now {
    /** ms since the epoch. */
    readonly at: number;
    /** Topologies that are not removed yet. */
    readonly topologies: number;
    /** The remaining members of these topologies, by the name under which their kind is counted. */
    readonly members: Readonly<Record<string, number | undefined>>;
    /** The submission time of the oldest topology; absent if nothing is pending. */
    readonly oldestAt?: number;
    /** The share of the time since the last look in which the CPUs were busy, 0 to 100; `undefined` at the first look. */
    readonly busySince: (times: CpuTimes) => number | undefined;
}
/** The way in which a measure is read. */
export interface Reads<R, A> {
    /** Its name in a message about a failed reading. */
    readonly name: string;
    /** Absent if there is nothing to ask. @throws if there is no answer */
    ask?(sources: Sources): Promise<A>;
    /** @param answer `undefined` if there is none */
    read(answer: A | undefined, now: Now): R;
}
/** A threshold that is crossed. */
export interface Crossing {
    /** The compared amount, as a number that grows as things get worse: the used amount, a count, an age in ms. */
    readonly reading: number;
    /** The smallest change that counts; a byte more or less is no news. */
    readonly step: number;
    /** The reading beside its threshold: `26 networks on the engine, threshold 24`. */
    readonly reason: string;
    /** The condition under which it is back by its margin, as words that follow "until": `4.40 GiB are free`. */
    readonly back: string;
}
/** The effect of a removal on a measure. */
export interface Relief<R> {
    /** Whether only a new reading shows the effect of a removal. */
    readonly isMeasured: boolean;
    /** Whether a container keeps its whole amount until it has ended; if so, its grace is cut short. */
    readonly cutsGrace: boolean;
    /** Whether the agent measures the writable layers of containers for it. */
    readonly weighsLayers: boolean;
    /** Whether removing images helps it. */
    readonly isHelpedByImages: boolean;
    /** The pending topologies whose removal may help, the most helpful first. The input has the oldest first. */
    helpers(pending: readonly Topology[], layerBytes: LayerBytes): readonly Topology[];
    /** Whether a topology helps so much that it is chosen in addition to a batch. */
    isLarge?(topology: Topology, layerBytes: LayerBytes): boolean;
    /** The change of the readings after `gone` is gone; absent if that is not predictable. */
    expected?(readings: R, gone: Gone): Partial<R>;
}
/** The sizes of writable layers, by id of the container, in bytes; an unknown layer counts as small. */
export type LayerBytes = ReadonlyMap<string, number>;
/** The topologies chosen for removal, and the oldest topology that stays. */
export interface Gone {
    readonly at: number;
    readonly topologies: readonly Topology[];
    readonly oldestLeft: Topology | undefined;
    readonly layerBytes: LayerBytes;
}
/** The words for a measure, and the places that show it. */
export interface Words {
    /** Whether the status and the report show its readings. */
    readonly isShown: boolean;
    /** `disk /data`, `memory`, `cpu`: it begins with the same word as its threshold. */
    name(of: string): string;
    /** The subject of a threshold, as words for a sentence: `the inodes of /data`. */
    subject(of: string): string;
    /** The figure: the free amount, the used share, or the amount itself. */
    readonly figure: 'free' | 'used' | 'amount';
    /** The words after the figure: `free`, `pending`, `on the engine`. */
    after(of: string): string;
    /** The position of its lane on the page: the lowest number is at the top. */
    readonly lane: number;
    /** It changes by itself all the time, so output never says that a collection changed it. */
    readonly wavers: boolean;
}
/** One sample of a metric. */
export interface Sample {
    readonly labels?: Readonly<Record<string, string>>;
    readonly value: number;
}
/** A gauge of `GET /metrics`. Measures with a gauge of the same name share it. */
export interface Metric<R> {
    readonly name: string;
    readonly help: string;
    /** Whether the gauge is listed with the pending figures. */
    readonly isOfPending?: boolean;
    samples(readings: R): readonly Sample[];
}
/** The advice of a report: another input, or else twice the limit. */
export interface Remedy {
    readonly input?: {
        readonly name: string;
        readonly from: string;
        readonly to: string;
    };
    /** The effect of that change. */
    readonly effect: string;
}
