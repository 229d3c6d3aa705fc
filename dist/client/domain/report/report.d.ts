import type { Leak } from '../leaks/leak.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { type CollectionRecord, type MemberCounts } from '../removal/collection.ts';
import type { Session } from '../session.ts';
import type { Rejection } from '../topology/spooled.ts';
import type { Member, TopologyId } from '../topology/topology.ts';
import type { LeftMember } from '../topology/untaken.ts';
import { type ReportedReadings } from './reported-readings.ts';
import { type ReportedTopology } from './reported-topology.ts';
import type { SweptSession } from './swept.ts';
/** What a drain answers, and what `report.json` holds. Durations in ms, times in ms since the epoch. */
export interface Report {
    readonly version: 1;
    readonly session: Session;
    readonly endedAt: number;
    readonly topologies: readonly ReportedTopology[];
    readonly collections: readonly CollectionRecord[];
    readonly readings: ReportedReadings;
    /** How many were removed so long ago that only their figures are kept; these count in all totals. */
    readonly earlier: {
        readonly topologies: number;
        readonly collections: number;
    };
    /** Members that are gone. */
    readonly removed: MemberCounts;
    readonly leaks: readonly Leak[];
    /** Why it is not known whether anything is left: of the engine, or of the spool; absent where it is confirmed. */
    readonly unconfirmed?: string;
    /** Hand-overs that were not taken as they were: files of the spool, and what clients have sent. */
    readonly rejected: readonly Rejection[];
    /** What was named, is somebody else's and stays; absent where there is none. */
    readonly left?: readonly ReportedLeft[];
    /** What agents that died had left on this host, and what came of it meanwhile; absent where there was none. */
    readonly swept?: readonly SweptSession[];
    /** What tests waited for the answers to their submissions. */
    readonly submissionMs: number;
    readonly drainMs: number;
    /** What one by one would have taken, at the least. */
    readonly oneByOneMs: number;
    /** The inputs in force, by name. */
    readonly inputs: Readonly<Record<string, string>>;
}
/** A member that was named for a topology, is somebody else's and stays. */
export interface ReportedLeft extends LeftMember {
    readonly topology: TopologyId;
}
/** Something that the figures of a report show, and the input that would better it. */
export interface Advice {
    /** What there was, as the beginning of a sentence: `12 containers of nginx ran …`. */
    readonly finding: string;
    readonly input: string;
    readonly value: string;
    /** What the input would do. */
    readonly effect: string;
}
/** What is said of a session besides its events. */
export interface ReportContext {
    readonly endedAt: number;
    readonly readings?: ReportedReadings;
    /** How far the clock of a member's engine is ahead of this host's, in ms; 0 unless said otherwise. */
    readonly aheadMs?: (member: Member) => number;
    readonly inputs: Readonly<Record<string, string>>;
    readonly swept?: readonly SweptSession[];
}
/** Tells what was collected, when, why, and what it saved. */
export declare function buildReport(ledger: Ledger, context: ReportContext): Report;
/** `container db of lab: …`, one line. */
export declare const describeLeft: ({ kind, name, topology, why }: ReportedLeft) => string;
/** Whether anything is left, or that is not known. */
export declare const isLeaking: ({ leaks, unconfirmed }: Report) => boolean;
/** What the agent saved, in ms: one by one less what was waited for; never less than 0. */
export declare const savedMs: ({ oneByOneMs: oneByOne, submissionMs, drainMs }: Report, postMs?: number) => number;
