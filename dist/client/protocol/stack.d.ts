import type { Selector } from '../domain/topology/submission.ts';
/** A stack of a Swarm as a client names it; with `volumes` also the volumes that it has made on the nodes that are reached. */
export type StackName = string | {
    readonly name: string;
    readonly volumes?: boolean | undefined;
    /** The name or the id of the manager's engine; absent: that of the submission. */
    readonly engine?: string | undefined;
};
/** The form of a stack's name, in words. */
export declare const TAKES_STACK = "takes the name of a stack: letters, digits and _ . -, the first a letter or digit";
/** The same for the entries of a submission's list. */
export declare const TAKES_STACKS = "takes a list of names of stacks, or of {\"name\": \u2026, \"volumes\": true, \"engine\": NAME}";
export declare const isStackName: (text: string) => boolean;
/** All that a stack has made; the kinds are only known to a manager, so any other node of a Swarm refuses it. */
export declare function stackSelector(stack: StackName, field: string): Selector;
export declare const stackNameOf: (stack: StackName) => string;
