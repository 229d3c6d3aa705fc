import { type Engine, EngineError } from '../../domain/engine.ts';
import type { Fault } from '../../domain/errors.ts';
import type { Ledger } from '../../domain/ledger/ledger.ts';
import { byEngine, type EngineMoment, type HostMoment } from '../../domain/moment.ts';
import { type ResolvedMember, SESSION_LABEL } from '../../domain/protection/protection.ts';
import type { Site } from '../../domain/site.ts';
import { isKnownAs, type KnownMember } from '../../domain/topology/known-member.ts';
import { isMeant } from '../../domain/topology/member-ref.ts';
import type { UntakenRef } from '../../domain/topology/untaken.ts';
import type { AgentState } from '../agent-state.ts';
import { type Ownership, without } from './ownership.ts';
import { isTaskOf, resolveSubmission } from './resolve.ts';

interface LabelledOptions {
  readonly engine: Engine;
  readonly state: AgentState;
  readonly ownership: Ownership;
  readonly sweepLabels: readonly string[];
  /** If the job is over: what carries one of its sweep-labels and may have come later belongs to somebody else. */
  readonly sweepUntil?: HostMoment | undefined;
}

/** What carries a label that a drain looks for, and that no client has submitted or leased. */
export interface Unsubmitted {
  readonly members: readonly ResolvedMember[];
  /** For members that belong to somebody else. */
  readonly faults: readonly Fault[];
  /** The session's own members that something would make again. */
  readonly owned: readonly { readonly member: ResolvedMember; readonly why: string }[];
  /** What could not be looked up. */
  readonly unresolved: readonly UntakenRef[];
}

/**
 * The labels by which a drain collects what no client has submitted: the session's own, and those of `sweep-labels`.
 */
export class Labelled {
  readonly #options: LabelledOptions;

  constructor(options: LabelledOptions) {
    this.#options = options;
  }

  get labels(): readonly string[] {
    return [this.sessionLabel, ...this.#options.sweepLabels];
  }

  /** What there is on one engine. @throws EngineError */
  async unsubmitted(label: string, { name: site, identity: { ahead } }: Site): Promise<Unsubmitted> {
    const { engine, state, ownership } = this.#options;
    const until = this.until(label);
    const selectors = [{ label, field: 'label', site }];
    const boundsOf = () => ({ accepted: EVER, spoken: until && byEngine(until, ahead) });
    const submission = { members: [], selectors, metadata: {} };
    const { present, unsure, unresolved, failed } = await resolveSubmission(submission, engine, boundsOf);
    for (const { error } of failed) throw new EngineError('unreachable', error);
    const known = knownMembers(state.ledger);
    const announced = [...state.ledger.leases.values()].flatMap(({ absent }) => absent);
    const isOfKnown = isTaskOf(known);
    const unknown = present.filter(
      (member) =>
        !isOfKnown(member) &&
        !known.some((other) => isKnownAs(other, member)) &&
        !announced.some((ref) => isMeant(ref, member)),
    );
    const refusals = await ownership.foreign(unknown);
    return {
      members: without(unknown, refusals),
      faults: [...refusals.map(({ fault }) => fault), ...unsure.map(mayBeYounger)],
      owned: refusals.flatMap(({ member, owner: why }) => (why === undefined ? [] : [{ member, why }])),
      unresolved,
    };
  }

  /**
   * The latest creation time at which a labelled member counts; `undefined` if all count, as only this session has its
   * own label.
   */
  until(label: string): HostMoment | undefined {
    return label === this.sessionLabel ? undefined : this.#options.sweepUntil;
  }

  /** `topo-gc.session=ID`. */
  get sessionLabel(): string {
    return `${SESSION_LABEL}=${this.#options.state.ledger.session?.id}`;
  }
}

/** A list that is requested now holds nothing from later. */
const EVER: EngineMoment = {
  clock: 'engine',
  earliest: Number.POSITIVE_INFINITY,
  latest: Number.POSITIVE_INFINITY,
};

const mayBeYounger = ({ kind, name, ref, field, createdAt = 'an unknown time' }: ResolvedMember): Fault => ({
  field,
  value: ref,
  detail: `${kind} ${name} was made or written to at ${createdAt}, and may have come after the agent's end`,
});

const knownMembers = ({ topologies, leases }: Ledger): readonly KnownMember[] => [
  ...[...topologies.values()].flatMap(({ members }) => members),
  ...[...leases.values()].flatMap(({ members }) => members),
];
