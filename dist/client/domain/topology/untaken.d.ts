import type { SiteName } from '../engine.ts';
import type { MemberKind } from '../kinds/kinds.ts';
import type { LeakCause } from '../leaks/leak-cause.ts';
import type { HostMoment } from '../moment.ts';
import type { MemberRef, Selector } from './submission.ts';
import type { TopologyId } from './topology.ts';
/** A named reference that was not taken, and why. */
export interface UntakenRef extends MemberRef {
    readonly error: string;
    /** The name from the engine's list, if a selector found the object by its id. */
    readonly shown?: string;
    readonly cause?: LeakCause;
}
/** A selector whose list the engine did not return, and why. */
export interface UntakenSelector extends Selector {
    readonly error: string;
}
/** A named member that belongs to somebody else and stays. */
export interface LeftMember {
    readonly kind: MemberKind;
    readonly name: string;
    readonly site?: SiteName;
    readonly why: string;
}
/** The references that a client wrote, as far as they can be read. */
export interface Named {
    readonly id?: string;
    readonly name?: string;
    readonly members: readonly MemberRef[];
    readonly selectors: readonly Selector[];
    /** Texts that name nothing that the agent could look up, one line each. */
    readonly unread: readonly string[];
}
/** The references of one topology that are not taken. After each look, the rest replaces them. */
export interface Untaken {
    /** Identifies the hand-over. */
    readonly id: string;
    readonly topology: TopologyId;
    readonly name?: string;
    /** The last time at which its client spoke: younger members belong to somebody else. */
    readonly spoken: HostMoment;
    /** `part`: the rest was taken. `refused`: nothing was taken. `lease`: a lease was refused, and its client may still use it. */
    readonly how: 'part' | 'refused' | 'lease';
    readonly members: readonly UntakenRef[];
    readonly selectors: readonly UntakenSelector[];
    readonly unread: readonly string[];
    readonly left: readonly LeftMember[];
}
/** The number of entries that are kept whole; the rest is only counted. */
export declare const MOST_UNTAKEN = 1000;
/** True while a part of it is neither taken nor known to belong to somebody else. */
export declare const isOpen: ({ members, selectors, unread }: Untaken) => boolean;
/** True if the engine or the host can be asked for a part of it. */
export declare const canBeAsked: ({ members, selectors }: Untaken) => boolean;
