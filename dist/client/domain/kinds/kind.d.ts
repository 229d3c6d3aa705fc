import type { Guarded, HostRules } from '../protection/guarded.ts';
/** What the engine, or the host, said of a member when it was submitted; it never changes afterwards. */
export interface Facts<K extends string = string> {
    readonly kind: K;
    /** The engine's id; of a volume its name, as the engine has no other; of a link its name, of a path the path. */
    readonly id: string;
    readonly name: string;
    /** ISO 8601, the engine's clock; of what is on the host, the host's. Of something absent there is none. */
    readonly createdAt?: string;
    /** `createdAt` moves with what is written: it is the latest time that can be. */
    readonly createdAtMoves?: boolean;
    /** Which engine holds it, where the session has several. */
    readonly site?: string;
    /** It goes only when nobody uses it any more, and may stay. */
    readonly shared?: boolean;
}
/** An option of `topo-gc submit`, without its dashes, the word for its value, and its line in the help. */
export interface Option {
    readonly name: string;
    readonly value: string;
    /** Absent: it takes a name or an id, as the help says of all such options in one line. */
    readonly help?: string;
}
/** How a client names members of a kind. */
export interface Naming {
    /** The field of a submission, a list. */
    readonly field: string;
    readonly option: Option;
    /** The option for those that others use too, where there is one. */
    readonly sharedOption?: Required<Option>;
    /** Whether a client may say that others use it too. */
    readonly isSharable: boolean;
    /** What the field takes, in words; absent: names and ids. */
    readonly takes?: string;
    /** A reference as it is looked up; absent: as its client wrote it. */
    readonly read?: (ref: string) => string;
    /** What a reference takes, in words, where it is not that. */
    readonly whyNoRef: (ref: string) => string | undefined;
}
/** All that differs between kinds of members, one object a kind. What is the same for all is written once, over the table. */
export interface Kind<F extends Facts = Facts> {
    readonly kind: F['kind'];
    /** Absent: no client can name them; they are found. */
    readonly naming?: Naming;
    /** By which name its members are counted. */
    readonly count: string;
    /** `false`: a count of none is left out. */
    readonly isAlwaysCounted: boolean;
    /** One and many of them, in words. */
    readonly word: readonly [one: string, many: string];
    readonly on: 'engine' | 'host';
    /** Whether it carries labels by which selectors find it. */
    readonly isLabelled: boolean;
    /** Whether the engine gives it an id beside its name, of which the beginning may be written. */
    readonly hasShortIds: boolean;
    /** Whether it has to stop before it can go. */
    readonly hasToStop: boolean;
    /** Kinds whose members have to be gone, or to have let go, before it can go. The phases of a removal are derived from it. */
    readonly goesAfter: readonly string[];
    /**
     * When those let it go. `gone`: once all of them in its topology are gone. `exited`: as soon as those that hold it have exited,
     * whatever their topology.
     */
    readonly beginsOnce: 'gone' | 'exited';
    /** What it holds until it has exited. */
    holds?(facts: F): readonly Pick<Facts, 'kind' | 'id'>[];
    /** So many of them are removed at once at most. Absent: as many as of all kinds together. */
    readonly removedAtOnce?: number;
    /** Its removals go before those of other kinds, where there is not place enough for all. */
    readonly goesFirst?: boolean;
    /** One after the other, in their order: one behind may be needed by one before it. It never goes while others wait. */
    readonly goesInOrder?: boolean;
    /** Whether two of them that have the same id are the same member. Absent: the id says it. */
    isSame?(a: F, b: F): boolean;
    /**
     * Whether what is there now is the member that was taken, where an id can be taken anew; `undefined` where nobody can say.
     * @param isHeard whether the engine was listened to all the time, which would have told of the removal
     */
    isStill?(now: F, taken: F, isHeard: boolean): boolean | undefined;
    /** What is kept of its facts; absent: all. */
    lean?(facts: F): F;
    /** How many characters its own facts have. */
    weight?(facts: F): number;
    /** Why nobody may remove it, to be read after its name. */
    whyUntouchable?(member: F): string | undefined;
    /** Why it is the job's own, to be read after its name. */
    whyGuarded?(member: F, guarded: Guarded): string | undefined;
    /** What would make it anew, and the line that ends that, to be read after its name. */
    whyMadeAnew?(labels: Readonly<Record<string, string>>): string | undefined;
    /** Why what is on the host is not the submission's own, to be read after its name. */
    whyForeignOnHost?(member: F, rules: HostRules): string | undefined;
    /** True where it was surely not there before the session, whatever its time says. */
    hasComeSince?(member: F, guarded: Guarded): boolean;
    /** Whether the removal of one id would touch another. Absent: it never does. */
    touches?(id: string, other: string): boolean;
}
/** Remembers, as a type alone, what is known of members of a kind. */
export interface Knows<F extends Facts> {
    readonly facts?: F;
}
/** The facts of which a kind tells. */
export type FactsKnown<K> = K extends Knows<infer F> ? F : never;
/** Fields that no kind has are mistakes. */
type Only<K, F extends Facts> = K & Readonly<Record<Exclude<keyof K, keyof Kind<F>>, never>>;
/** Takes the object of a kind, whose names count as types: `describeKind<NetworkFacts>()({ kind: 'network', … })`. */
export declare const describeKind: <F extends Facts>() => <const K extends Kind<F>>(kind: Only<K, F>) => K & Knows<F>;
export {};
