import type { Fault } from '../domain/errors.ts';
import type { FieldOf, HostKind, NamedKind, SharableKind } from '../domain/kinds/kinds.ts';
import type { SelectorObject } from '../domain/topology/submission.ts';
import type { Member, MemberState, TopologyId } from '../domain/topology/topology.ts';
import type { StackName } from './stack.ts';
/** The engine of a member, if a job has several: its name in the job, or its id (`ID` of `docker info`). */
interface OnEngine {
    readonly engine?: string | undefined;
}
/**
 * A member as a client writes it: a name, an id, the beginning of an id (12 digits or more), or an object that says which
 * of them it is.
 */
export type MemberName = string | ({
    readonly id: string;
} & OnEngine) | ({
    readonly name: string;
} & OnEngine);
interface Sharable extends OnEngine {
    readonly shared?: boolean | undefined;
}
/** With `shared` the member goes only when nothing uses it any more, and is no leak if it stays. */
export type SharableName = string | ({
    readonly id: string;
} & Sharable) | ({
    readonly name: string;
} & Sharable);
/** A member on the host, which no engine has. */
export type HostName = string | {
    readonly id: string;
} | {
    readonly name: string;
};
/** A list of members for each kind that a client can name, under the kind's own field. */
type MemberFields = {
    readonly [K in NamedKind as FieldOf<K>]?: readonly (K extends SharableKind ? SharableName : K extends HostKind ? HostName : MemberName)[] | undefined;
};
/** A topology as a client submits or leases it. At least one member or selector is needed, unless its id is that of a lease. */
export interface TopologyBody extends MemberFields {
    /** 1 to 200 letters, digits and `_ . : @ / [ ] -`, the first a letter, a digit or `_`; generated if it is missing. */
    readonly id?: string | undefined;
    /** Shown in the summary; the id by default. */
    readonly name?: string | undefined;
    /** `label=KEY=VALUE`: everything that carries exactly this label. */
    readonly selectors?: readonly (string | SelectorObject)[] | undefined;
    /** Stacks of a Swarm: the services, networks, secrets and configs of each; with `"volumes": true` its volumes too. */
    readonly stacks?: readonly StackName[] | undefined;
    /** Grace between the stop signal and the kill: `500ms`, `2s`, `1m`. */
    readonly stopTimeout?: string | undefined;
    readonly metadata?: Readonly<Record<string, string>> | undefined;
    /**
     * The engine of all members and selectors that name none: its name in the job, or its id (`ID` of `docker info`). A
     * submission for an engine that the agent does not work on is refused.
     */
    readonly engine?: string | undefined;
}
/** A topology in the agent's answer. Times in ms since the epoch. */
export interface TopologyAnswer {
    readonly id: TopologyId;
    readonly name: string;
    /** The state of the member furthest behind. */
    readonly state: MemberState;
    readonly submittedAt: number;
    /** For a lease with a time to live: when it ends unless a request names it again. */
    readonly leaseEndsAt?: number;
    readonly metadata: Readonly<Record<string, string>>;
    readonly members: readonly Member[];
    /** Named references that could not be taken; the agent looks at them again. Absent if all were taken. */
    readonly errors?: readonly Fault[];
    /** Parts without effect, such as a selector that matches nothing; absent if there are none. */
    readonly warnings?: readonly Fault[];
}
export {};
