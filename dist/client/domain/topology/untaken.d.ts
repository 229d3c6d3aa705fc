import type { MemberKind } from '../kinds/kinds.ts';
import type { LeakCause } from '../leaks/leak-cause.ts';
import type { HostMoment } from '../moment.ts';
import type { MemberRef, Selector } from './submission.ts';
import type { TopologyId } from './topology.ts';
/** A reference that was named and not taken, and why. */
export interface UntakenRef extends MemberRef {
    readonly error: string;
    /** The name that a list gives, where a selector has found it by its id. */
    readonly shown?: string;
    readonly cause?: LeakCause;
}
/** A selector whose list could not be had, and why. */
export interface UntakenSelector extends Selector {
    readonly error: string;
}
/** What was named, is somebody else's and stays. */
export interface LeftMember {
    readonly kind: MemberKind;
    readonly name: string;
    readonly why: string;
}
/** What a client has written, as far as it can be read. */
export interface Named {
    readonly id?: string;
    readonly name?: string;
    readonly members: readonly MemberRef[];
    readonly selectors: readonly Selector[];
    /** What was written and names nothing that could be looked for, a line each. */
    readonly unread: readonly string[];
}
/** What was named for one topology and is not taken. It is replaced by what is left of it after each look. */
export interface Untaken {
    /** The same for one and the same hand-over. */
    readonly id: string;
    readonly topology: TopologyId;
    readonly name?: string;
    /** When its client last spoke: what is younger is somebody else's. */
    readonly spoken: HostMoment;
    /** `part`: the rest was taken. `refused`: nothing was. `lease`: a lease was refused, its client may still use it. */
    readonly how: 'part' | 'refused' | 'lease';
    readonly members: readonly UntakenRef[];
    readonly selectors: readonly UntakenSelector[];
    readonly unread: readonly string[];
    readonly left: readonly LeftMember[];
}
/** So many are kept whole; of the rest only the number. */
export declare const MOST_UNTAKEN = 1000;
/** True while something of it is neither taken nor known to be somebody else's. */
export declare const isOpen: ({ members, selectors, unread }: Untaken) => boolean;
/** True where the engine or the host can be asked for some of it. */
export declare const canBeAsked: ({ members, selectors }: Untaken) => boolean;
