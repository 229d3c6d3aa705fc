import type { Engine } from '../engine.ts';
import type { Input } from '../limits/limit-inputs.ts';
import type { Limit } from '../limits/limits.ts';
import type { Topology } from '../topology/topology.ts';
import type { Amount, CpuTimes, Probe } from './readings.ts';

/**
 * All that differs between measures, one object a measure. What is the same for all is written once, over the table.
 * @typeParam L what its input comes to
 * @typeParam R the fields that it has in the readings
 * @typeParam A what it asks for
 */
export interface Measure<L extends Limit, R, A = unknown> {
  /** What a collection that it begins is recorded with. */
  readonly trigger: string;
  /** The input that it is compared with. */
  readonly input: Input<L> & { readonly name: string };
  readonly unit: 'bytes' | 'inodes' | 'percent' | 'count' | 'ms';
  /**
   * `above`: what is pending is collected when there is as much as its limit. `below`: only what has stopped is collected,
   * while there is less than its limit.
   */
  readonly fires: 'above' | 'below';
  /** Of several that are crossed, the lowest goes first. */
  readonly urgency: number;
  /**
   * There is so much of it and no more: the agent forecasts when it will be full, and a collection for it goes on at full speed.
   * Its amounts have a total.
   */
  readonly runsOut: boolean;
  /** Absent where another measure of the table reads the same fields. */
  readonly reads?: Reads<R, A>;
  readonly relief: Relief<R>;
  readonly words: Words;
  readonly metrics: readonly Metric<R>[];
  /** What to do where it fires again and again; absent where nothing helps. */
  readonly whenOften?: Remedy;
  /** The readings as numbers; nothing of what could not be read. */
  amounts(readings: R): readonly Amount[];
  /** Whether a limit is crossed, and how it is told. With `margin`, whether the amount has not gone back far enough yet. */
  crossed(limit: L, amount: Amount, margin: boolean): Crossing | undefined;
  /** Which share of the removals may go on at once at these readings; absent where the measure does not slow them down. */
  pace?(readings: R): number;
}

/** What a measure can ask. */
export interface Sources {
  readonly probe: Probe;
  readonly engine: Engine;
  /** Tells that a part of what is asked for can't be read, and why. */
  readonly missing: (why: string) => void;
}

/** What is known without asking, once all answers are there. */
export interface Now {
  /** ms since the epoch. */
  readonly at: number;
  /** Topologies that are not removed yet. */
  readonly topologies: number;
  /** Their members that are left, by the name that their kind is counted by. */
  readonly members: Readonly<Record<string, number | undefined>>;
  /** When the oldest topology was submitted; absent where nothing is pending. */
  readonly oldestAt?: number;
  /** How busy the CPUs were since the last look, 0 to 100; `undefined` at a first look. */
  readonly busySince: (times: CpuTimes) => number | undefined;
}

/** How a measure is read. */
export interface Reads<R, A> {
  /** How it is called where it can't be read. */
  readonly name: string;
  /** Absent where nothing has to be asked. @throws where there is no answer */
  ask?(sources: Sources): Promise<A>;
  /** @param answer `undefined` where there is none */
  read(answer: A | undefined, now: Now): R;
}

/** A threshold that is crossed. */
export interface Crossing {
  /** What is compared, as a number that is the higher the worse: what is used, how many there are, how old one is in ms. */
  readonly reading: number;
  /** A byte more or less is no news: a change counts from here on. */
  readonly step: number;
  /** The reading beside its threshold: `26 networks on the engine, threshold 24`. */
  readonly reason: string;
  /** When it is back by its margin, in words that follow on "until": `4.40 GiB are free`. */
  readonly back: string;
}

/** What a removal does for a measure. */
export interface Relief<R> {
  /** Whether only a new reading tells what a removal has done. */
  readonly isMeasured: boolean;
  /** Whether a container has all that it had until it has ended, so that its grace is cut short. */
  readonly cutsGrace: boolean;
  /** Whether the writable layers of containers are weighed for it. */
  readonly weighsLayers: boolean;
  /** Whether the removal of images helps it. */
  readonly isHelpedByImages: boolean;
  /** The pending topologies whose removal may help, the one that helps most first. They come with the oldest first. */
  helpers(pending: readonly Topology[], layerBytes: LayerBytes): readonly Topology[];
  /** Whether a topology helps so much that it is chosen beside those of a batch. */
  isLarge?(topology: Topology, layerBytes: LayerBytes): boolean;
  /** What changes of the readings once `gone` is gone; absent where that can't be known. */
  expected?(readings: R, gone: Gone): Partial<R>;
}

/** What the writable layers hold, by id of the container, in bytes; what is not known counts as small. */
export type LayerBytes = ReadonlyMap<string, number>;

/** What is chosen to be removed, and the oldest topology that stays. */
export interface Gone {
  readonly at: number;
  readonly topologies: readonly Topology[];
  readonly oldestLeft: Topology | undefined;
  readonly layerBytes: LayerBytes;
}

/** How a measure is said and where it is shown. */
export interface Words {
  /** Whether the status and the report show its readings. */
  readonly isShown: boolean;
  /** `disk /data`, `memory`, `cpu`: it begins with the word that its threshold begins with. */
  name(of: string): string;
  /** What a threshold is of, in a sentence: `the inodes of /data`. */
  subject(of: string): string;
  /** What is said of it: how much is free, which share is used, or the amount itself. */
  readonly figure: 'free' | 'used' | 'amount';
  /** What follows on the figure: `free`, `pending`, `on the engine`. */
  after(of: string): string;
  /** Where the page has its lane: the lowest is at the top. */
  readonly lane: number;
  /** It changes by itself all the time: no collection is told to have changed it. */
  readonly wavers: boolean;
}

/** One sample of a metric. */
export interface Sample {
  readonly labels?: Readonly<Record<string, string>>;
  readonly value: number;
}

/** A gauge of `GET /metrics`. Measures that have one of the same name share it. */
export interface Metric<R> {
  readonly name: string;
  readonly help: string;
  /** Whether it stands among what is pending. */
  readonly isOfPending?: boolean;
  samples(readings: R): readonly Sample[];
}

/** What a report advises: another input, or else twice the limit. */
export interface Remedy {
  readonly input?: { readonly name: string; readonly from: string; readonly to: string };
  /** What that would do. */
  readonly effect: string;
}
