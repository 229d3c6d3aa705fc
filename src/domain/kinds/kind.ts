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

/** All that differs between kinds of members, one object a kind. What is the same for all is written once, over the table. */
export interface Kind<F extends Facts = Facts> {
  readonly kind: F['kind'];
  /** The field of a submission by which its members are named; absent: a client can't name them. */
  readonly field?: string;
  /** The option of `topo-gc submit`, without its dashes. */
  readonly flag?: string;
  /** By which name its members are counted. */
  readonly count: string;
  /** `false`: a count of none is left out. */
  readonly isAlwaysCounted: boolean;
  /** One and many of them, in words. */
  readonly word: readonly [one: string, many: string];
  readonly on: 'engine' | 'host';
  /** Whether a client may say that others use it too. */
  readonly isSharable: boolean;
  /** Whether it carries labels by which selectors find it. */
  readonly isLabelled: boolean;
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
  /**
   * Whether what is there now is the member that was taken, where an id can be taken anew; `undefined` where nobody can say. Absent:
   * an id is given once.
   * @param isHeard whether the engine was listened to all the time, which would have told of the removal
   */
  isStill?(now: F, taken: F, isHeard: boolean): boolean | undefined;
  /** Whether what is there now is the member that was taken; ids are the same by then. */
  readonly isSame: (now: F, taken: F) => boolean;
}
