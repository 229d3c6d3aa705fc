import type { Fault } from '../errors.ts';
import { type LabelledKind, type NamedKind } from '../kinds/kinds.ts';
import type { HostMoment } from '../moment.ts';
import type { TopologyId } from './topology.ts';
/** A member as a client names it. */
export interface MemberRef {
    readonly kind: NamedKind;
    /** A name, an id, or a prefix of an id; of a path the path. */
    readonly ref: string;
    /** Where it stands in the submission: `networks[0]`. */
    readonly field: string;
    readonly shared: boolean;
}
/** Everything that carries exactly this label, `key=value`, as a client writes it; of these kinds where they are given. */
export interface SelectorObject {
    readonly label: string;
    readonly kinds?: readonly LabelledKind[] | undefined;
}
/** Everything that carries exactly this label. */
export interface Selector {
    /** `key=value`. */
    readonly label: string;
    /** Absent: of all kinds. */
    readonly kinds?: readonly LabelledKind[];
    readonly field: string;
}
/** What a reference takes, in words, where it is not that. */
export declare const whyNoRef: ({ kind, ref }: Pick<MemberRef, "kind" | "ref">) => string | undefined;
/** A topology as a client hands it over, checked for form and not yet looked up on the engine. */
export interface Submission {
    readonly id?: TopologyId;
    readonly name?: string;
    readonly members: readonly MemberRef[];
    readonly selectors: readonly Selector[];
    readonly stopTimeoutMs?: number;
    readonly metadata: Readonly<Record<string, string>>;
    /** `/info` `ID` of the engine that the client means. */
    readonly engine?: string;
    /**
     * When the client last spoke, or, of an agent that is dead, when that was last alive; absent where the client speaks now. What
     * is younger is somebody else's.
     */
    readonly spoken?: HostMoment;
}
/** What an id takes, in words. */
export declare const TAKES_ID = "takes 1 to 200 letters, digits and _ . : @ / [ ] -, a letter, digit or _ first";
export declare const parseTopologyId: (text: string) => TopologyId | undefined;
/** The `key=value` of `label=key=value`; `undefined` for anything wider. */
export declare const parseSelector: (text: string) => string | undefined;
/** What a selector takes, in words. */
export declare const TAKES_SELECTOR: string;
/** What a client wrote, field by field, its types already checked. */
export interface SubmissionText {
    readonly id?: string | undefined;
    readonly name?: string | undefined;
    readonly members: readonly MemberRef[];
    readonly selectors: readonly (string | SelectorObject)[];
    readonly stopTimeout?: string | undefined;
    readonly metadata?: Readonly<Record<string, string>> | undefined;
    readonly engine?: string | undefined;
}
/** Reads the fields; a fault for each that is not valid. */
export declare function parseSubmission(text: SubmissionText): {
    submission: Submission;
    faults: Fault[];
};
