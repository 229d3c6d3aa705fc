import type { Engine } from '../domain/engine.ts';
import type { Fault } from '../domain/errors.ts';
import type { Ledger } from '../domain/ledger.ts';
import { type ResolvedMember, SESSION_LABEL } from '../domain/protection.ts';
import { isDone, isSameMember, type Member, type MemberFacts } from '../domain/topology.ts';
import type { Admission } from './admission.ts';
import type { AgentState } from './agent-state.ts';
import { resolveSubmission } from './resolve.ts';

interface LabelledOptions {
  readonly engine: Engine;
  readonly state: AgentState;
  readonly admission: Admission;
  readonly sweepLabels: readonly string[];
  /**
   * Where a session is over: what carries one of its sweep-labels and came later is somebody else's. ms since the epoch, the
   * engine's clock.
   */
  readonly sweepUntil?: number | undefined;
}

/** What carries a label that a drain looks for, and that nobody has submitted or leased. */
export interface Unsubmitted {
  readonly members: readonly ResolvedMember[];
  /** Of those that are somebody else's. */
  readonly faults: readonly Fault[];
}

/** The labels by which a drain collects what nobody has submitted: the session's own, and those of `sweep-labels`. */
export class Labelled {
  readonly #options: LabelledOptions;

  constructor(options: LabelledOptions) {
    this.#options = options;
  }

  get labels(): readonly string[] {
    return [this.#sessionLabel, ...this.#options.sweepLabels];
  }

  /** @throws EngineError */
  async unsubmitted(label: string): Promise<Unsubmitted> {
    const { engine, state, admission } = this.#options;
    const selectors = [{ label, field: 'label' }];
    const until = this.#until(label);
    const { present } = await resolveSubmission({ members: [], selectors, metadata: {} }, engine, until);
    const known = knownMembers(state.ledger);
    const unknown = present.filter(
      (member) => isCreatedBy(member, until) && !known.some((other) => isKnownAs(other, member)),
    );
    const faults = await admission.foreign(unknown);
    const foreign = new Set(faults.map(({ value }) => value));
    return { members: unknown.filter(({ ref }) => !foreign.has(ref)), faults };
  }

  get #sessionLabel(): string {
    return `${SESSION_LABEL}=${this.#options.state.ledger.session?.id}`;
  }

  /** Nobody else has the session's own. */
  #until(label: string): number {
    const { sweepUntil = Number.POSITIVE_INFINITY } = this.#options;
    return label === this.#sessionLabel ? Number.POSITIVE_INFINITY : sweepUntil;
  }
}

const knownMembers = ({ topologies, leases }: Ledger): readonly (MemberFacts & Partial<Member>)[] => [
  ...[...topologies.values()].flatMap(({ members }) => members),
  ...[...leases.values()].flatMap(({ members }) => members),
];

/** A volume's name that is taken again is another volume, also where the engine can't tell the two apart. */
const isKnownAs = (
  { state = 'leased', ...known }: MemberFacts & Partial<Member>,
  member: MemberFacts,
): boolean => isSameMember(known, member) && !(member.kind === 'volume' && isDone({ state }));

/** A time that moves only moves on: what it says is the latest that it can be. */
const isCreatedBy = ({ createdAt = '' }: MemberFacts, until: number): boolean =>
  until === Number.POSITIVE_INFINITY || Date.parse(createdAt) <= until;
