import type { Guarded, HostRules } from '../protection/guarded.ts';
/** The facts that the engine, or the host, gave about a member when it was submitted. They never change afterwards. */
export interface Facts<K extends string = string> {
    readonly kind: K;
    /** The engine's id; for a volume or a link its name, for a path the path. */
    readonly id: string;
    readonly name: string;
    /** ISO 8601, by the engine's clock, or by the host's for a member on the host. An absent member has none. */
    readonly createdAt?: string;
    /** Writing to the member moves `createdAt`, so `createdAt` is only the latest possible time. */
    readonly createdAtMoves?: boolean;
    /** The engine that holds it, if the session has several. */
    readonly site?: string;
    /** A shared member: it goes only when nothing uses it any more, and it may stay. */
    readonly shared?: boolean;
}
/** An option of `topo-gc submit`, without its dashes, the word for its value, and its line in the help. */
export interface Option {
    readonly name: string;
    readonly value: string;
    /** Absent: the option takes a name or an id; one line of the help says so for all such options. */
    readonly help?: string;
}
/** How a client names members of a kind. */
export interface Naming {
    /** The field of a submission, a list. */
    readonly field: string;
    readonly option: Option;
    /** The option for members that others use too, if there is one. */
    readonly sharedOption?: Required<Option>;
    /** Whether a client may say that others use it too. */
    readonly isSharable: boolean;
    /** The form of the field's values, in words; absent: names and ids. */
    readonly takes?: string;
    /** Turns a reference into the form that is looked up; absent: the reference is looked up as the client wrote it. */
    readonly read?: (ref: string) => string;
    /** Says in words what a reference takes, if the reference is not valid. */
    readonly whyNoRef: (ref: string) => string | undefined;
}
/**
 * Everything that differs between kinds of members, one object per kind. Code that all kinds share is written once, over
 * the table.
 */
export interface Kind<F extends Facts = Facts> {
    readonly kind: F['kind'];
    /** Absent: no client can name members of this kind; the agent finds them. */
    readonly naming?: Naming;
    /** The name under which its members are counted. */
    readonly count: string;
    /** `false`: a count of 0 is left out. */
    readonly isAlwaysCounted: boolean;
    /** The word for one member and for several. */
    readonly word: readonly [one: string, many: string];
    readonly on: 'engine' | 'host';
    /** Whether only a manager of a Swarm knows its members. */
    readonly isClustered?: true;
    /** Whether it carries labels by which selectors find it. */
    readonly isLabelled: boolean;
    /** Whether the engine gives it an id beside its name; a client may then write only the beginning of the id. */
    readonly hasShortIds: boolean;
    /** Whether it has to stop before it can go. */
    readonly hasToStop: boolean;
    /**
     * Kinds whose members must be gone, or must have let go of it, before it can go. The phases of a removal are derived from
     * this.
     */
    readonly goesAfter: readonly string[];
    /**
     * When those members let it go. `gone`: when all of them in its topology are gone. `exited`: as soon as its holders have
     * exited,
     * in any topology.
     */
    readonly beginsOnce: 'gone' | 'exited';
    /** The resource that it holds until it has exited. */
    holds?(facts: F): readonly Pick<Facts, 'kind' | 'id'>[];
    /** The most members of this kind that are removed at once. Absent: only the limit for all kinds together applies. */
    readonly removedAtOnce?: number;
    /** If removals have to wait for a place, removals of this kind go first. */
    readonly goesFirst?: boolean;
    /**
     * Its members go one after the other, in order, because an earlier one may need a later one. A member never goes while
     * others wait.
     */
    readonly goesInOrder?: boolean;
    /** Whether two members with the same id are the same member. Absent: the id alone decides. */
    isSame?(a: F, b: F): boolean;
    /**
     * Whether the object that is there now is the member that was taken, if an id can be reused; `undefined` if that is
     * unknown.
     * @param isHeard whether the agent listened to the engine all the time, and so would have heard of a removal
     */
    isStill?(now: F, taken: F, isHeard: boolean): boolean | undefined;
    /** The facts to keep; absent: all of them. */
    lean?(facts: F): F;
    /** The number of characters in the facts that only this kind has. */
    weight?(facts: F): number;
    /** Why the member must not be removed, as words that follow its name. */
    whyUntouchable?(member: F): string | undefined;
    /** Why the member belongs to the job, as words that follow its name. */
    whyGuarded?(member: F, guarded: Guarded): string | undefined;
    /** What would make the member anew, and the command that ends that, as words that follow its name. */
    whyMadeAnew?(labels: Readonly<Record<string, string>>): string | undefined;
    /** Why a member on the host does not belong to the submission, as words that follow its name. */
    whyForeignOnHost?(member: F, rules: HostRules): string | undefined;
    /** True if the member was certainly not there before the session, whatever its time says. */
    hasComeSince?(member: F, guarded: Guarded): boolean;
    /** Whether removing one id would touch another. Absent: never. */
    touches?(id: string, other: string): boolean;
}
/** Keeps, as a type only, the facts of a kind's members. */
export interface Knows<F extends Facts> {
    readonly facts?: F;
}
/** The facts that a kind has. */
export type FactsKnown<K> = K extends Knows<infer F> ? F : never;
/** Makes a field that no kind has a compile error. */
type Only<K, F extends Facts> = K & Readonly<Record<Exclude<keyof K, keyof Kind<F>>, never>>;
/** Takes the object of a kind, whose names count as types: `describeKind<NetworkFacts>()({ kind: 'network', … })`. */
export declare const describeKind: <F extends Facts>() => <const K extends Kind<F>>(kind: Only<K, F>) => K & Knows<F>;
export {};
