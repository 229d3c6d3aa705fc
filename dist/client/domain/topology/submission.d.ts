import type { SiteName } from '../engine.ts';
import type { Fault } from '../errors.ts';
import { type LabelledKind, type NamedKind } from '../kinds/kinds.ts';
import type { HostMoment } from '../moment.ts';
import type { TopologyId } from './topology.ts';
/** A member as a client names it. */
export interface MemberRef {
    readonly kind: NamedKind;
    /** A name, an id, or a prefix of an id; for a path the path. */
    readonly ref: string;
    /** Its place in the submission: `networks[0]`. */
    readonly field: string;
    readonly shared: boolean;
    /** The engine that has it, as a client names it, until `placed` gives its site's name; absent for the default. */
    readonly site?: SiteName | undefined;
}
export declare const isSameRef: (a: MemberRef, b: MemberRef) => boolean;
/** Everything that carries exactly this label, `key=value`, as a client writes it; only these kinds if they are given. */
export interface SelectorObject {
    readonly label: string;
    readonly kinds?: readonly LabelledKind[] | undefined;
    /** The name or the id of the engine that is asked; absent: that of the submission. */
    readonly engine?: string | undefined;
}
/** Everything that carries exactly this label. */
export interface Selector {
    /** `key=value`. */
    readonly label: string;
    /** Absent: all kinds. */
    readonly kinds?: readonly LabelledKind[];
    readonly field: string;
    /** As that of a member. */
    readonly site?: SiteName | undefined;
}
/** Says in words what a reference takes, if the reference is not valid. */
export declare const whyNoRef: ({ kind, ref }: Pick<MemberRef, "kind" | "ref">) => string | undefined;
/** A topology as a client hands it over; its form is checked, and the engine has not been asked yet. */
export interface Submission {
    readonly id?: TopologyId;
    readonly name?: string;
    readonly members: readonly MemberRef[];
    readonly selectors: readonly Selector[];
    readonly stopTimeoutMs?: number;
    readonly metadata: Readonly<Record<string, string>>;
    /** The engine of all members and selectors that name none: its name in the job, or its `/info` `ID`. */
    readonly engine?: string;
    /**
     * The last time at which the client spoke, or at which a dead agent was alive; absent if the client speaks now. Younger
     * members belong to somebody else.
     */
    readonly spoken?: HostMoment;
}
/** The form of an id, in words. */
export declare const TAKES_ID = "takes 1 to 200 letters, digits and _ . : @ / [ ] -, a letter, digit or _ first";
export declare const parseTopologyId: (text: string) => TopologyId | undefined;
/** The `key=value` of `label=key=value`; `undefined` for anything wider. */
export declare const parseSelector: (text: string) => string | undefined;
/** The form of a selector, in words. */
export declare const TAKES_SELECTOR: string;
/** A client's fields, whose types are already checked. */
export interface SubmissionText {
    readonly id?: string | undefined;
    readonly name?: string | undefined;
    readonly members: readonly MemberRef[];
    readonly selectors: readonly (string | SelectorObject)[];
    /** Further selectors, for the stacks that it names. */
    readonly stacks?: readonly Selector[];
    readonly stopTimeout?: string | undefined;
    readonly metadata?: Readonly<Record<string, string>> | undefined;
    readonly engine?: string | undefined;
}
/** Reads the fields, with one fault for each field that is not valid. */
export declare function parseSubmission(text: SubmissionText): {
    submission: Submission;
    faults: Fault[];
};
