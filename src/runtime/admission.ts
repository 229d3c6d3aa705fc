import type { Engine } from '../domain/engine.ts';
import { type Fault, TopoGcError } from '../domain/errors.ts';
import { isMeantBy } from '../domain/member-ref.ts';
import { byEngine, byHost, type ClockOffset, engineMoment, hostMoment } from '../domain/moment.ts';
import type { Clock, HostLeftovers, Log, Neighbours } from '../domain/ports.ts';
import { type Guarded, guardFaults, protectionFaults, type ResolvedMember } from '../domain/protection.ts';
import type { MemberRef, Submission } from '../domain/submission.ts';
import { isSameMember, type Member, type MemberFacts, type NamedFacts } from '../domain/topology.ts';
import type { AgentState } from './agent-state.ts';
import { lookUpOnHost } from './host-lookup.ts';
import type { Inventory } from './inventory.ts';
import { type MemberSource, resolveSubmission } from './resolve.ts';

interface AdmissionOptions {
  readonly engine: Engine;
  readonly inventory: Inventory;
  readonly leftovers: HostLeftovers;
  readonly state: AgentState;
  readonly guarded: Guarded;
  readonly neighbours: Neighbours;
  readonly protect: boolean;
  readonly clock: Clock;
  readonly log: Log;
  /** How far the engine's clock is ahead of this host's. */
  readonly ahead: ClockOffset;
  /** The agent's own: nobody's leftovers. */
  readonly ownFolders: readonly string[];
}

/** What was named before; of a lease, members have no state yet. */
type Known = MemberFacts & Partial<Pick<Member, 'state'>>;

/** What a submission names that was not known before. */
export interface Admitted {
  readonly present: readonly NamedFacts[];
  readonly absent: readonly MemberRef[];
  /** What may be somebody else's, made since the client last spoke: it is left, and why is told. */
  readonly unsure: readonly Unsure[];
}

export interface Unsure extends NamedFacts {
  readonly why: string;
}

/** True where what a client wrote means a member that is known. */
const means = (ref: MemberRef, member: MemberFacts): boolean =>
  member.kind === ref.kind && isMeantBy(ref.ref, member);

const toFacts = ({
  ref: _,
  field: __,
  labels: ___,
  pid: ____,
  bornAt: _____,
  ...facts
}: ResolvedMember): NamedFacts => facts;

const refused = (faults: readonly Fault[]): TopoGcError =>
  new TopoGcError('refused', 'The submission names what is not its own; nothing of it was taken', { faults });

/** Looks up what is submitted or leased, and asks whether it may be. */
export class Admission {
  readonly #options: AdmissionOptions;

  constructor(options: AdmissionOptions) {
    this.#options = options;
  }

  /**
   * Looks up all that a submission names, and gives what is not among `known`.
   * @throws TopoGcError `other-engine`, `refused` with a fault for each member that is somebody else's, or could not be
   *   removed; EngineError
   */
  async admit(submission: Submission, known: readonly Known[]): Promise<Admitted> {
    const { leftovers, clock, ahead } = this.#options;
    this.#checkEngine(submission);
    const now = hostMoment(clock.timeOfDay());
    const { spoken } = submission;
    const onEngine = await resolveSubmission(submission, this.#sourceFor(submission), {
      accepted: byEngine(now, ahead),
      spoken: spoken && byEngine(spoken, ahead),
    });
    const onHost = await lookUpOnHost(submission, {
      leftovers,
      containers: new Set(onEngine.present.flatMap(({ pid }) => pid ?? [])),
      known,
      now,
    });
    const fresh = [...onEngine.present, ...onHost.present].filter(
      (member) => !known.some((other) => other.state !== 'absent' && isSameMember(other, member)),
    );
    const faults = [...onHost.faults, ...(await this.#protectionFaults(fresh))];
    if (faults.length > 0) throw refused(faults);
    return {
      present: fresh.map(toFacts),
      unsure: await this.#unsure([...onEngine.unsure, ...onHost.unsure], submission, known),
      absent: [...onEngine.absent, ...onHost.absent].filter(
        (ref, at, all) =>
          !known.some((member) => means(ref, member)) &&
          all.findIndex((other) => other.kind === ref.kind && other.ref === ref.ref) === at,
      ),
    };
  }

  /** Containers as they are now: one may have joined networks since it was leased. What can't be looked up stays as it was. */
  refresh(members: readonly NamedFacts[]): Promise<NamedFacts[]> {
    return Promise.all(
      members.map(async (member) => {
        if (member.kind !== 'container') return member;
        const found = await this.#options.engine.find('container', member.id).catch(() => undefined);
        return found === undefined ? member : { ...member, networks: found.networks ?? [] };
      }),
    );
  }

  /** What is somebody else's in any case need not be told of. */
  async #unsure(
    members: readonly ResolvedMember[],
    { spoken }: Submission,
    known: readonly MemberFacts[],
  ): Promise<Unsure[]> {
    const unknown = members.filter((member) => !known.some((other) => isSameMember(other, member)));
    const foreign = new Set((await this.foreign(unknown)).map(({ value }) => value));
    const when = new Date(spoken?.earliest ?? 0).toISOString();
    return unknown
      .filter(({ ref }) => !foreign.has(ref))
      .map(toFacts)
      .map((facts) => {
        const { kind, name, createdAt = 'an unknown time' } = facts;
        const why = `it was made or written to at ${createdAt}, and may be younger than its hand-over, of ${when}: nobody can say whose it is`;
        this.#options.log.warn(`${kind} ${name} is left: ${why}`);
        return { ...facts, why };
      });
  }

  #protectionFaults(members: readonly ResolvedMember[]): Promise<readonly Fault[]> | readonly Fault[] {
    const { protect, guarded } = this.#options;
    return protect ? this.foreign(members) : guardFaults(members, guarded);
  }

  /** A link is told whose it is by the pids of the containers, which only the engine knows at this moment. */
  #sourceFor({ members }: Submission): MemberSource {
    const { engine, inventory } = this.#options;
    if (!members.some(({ kind }) => kind === 'netns')) return inventory;
    return {
      find: (kind, ref) => (kind === 'container' ? engine : inventory).find(kind, ref),
      listLabelled: (label) => engine.listLabelled(label),
    };
  }

  #checkEngine({ engine }: Submission): void {
    const ours = this.#options.state.ledger.session?.engineId;
    if (engine === undefined || engine === ours) return;
    const detail = `the agent works on the engine ${ours}`;
    throw new TopoGcError('other-engine', `The submission is meant for the engine ${engine}; ${detail}`, {
      faults: [{ field: 'engine', value: engine, detail }],
    });
  }

  /** A fault for each that is somebody else's, also where protection is off: as nobody has submitted them. */
  async foreign(members: readonly ResolvedMember[]): Promise<readonly Fault[]> {
    const { state, guarded, neighbours, ahead, ownFolders } = this.#options;
    const { session } = state.ledger;
    const began = engineMoment(session?.startedAt);
    if (session === undefined || members.length === 0) return [];
    if (began === undefined) throw new Error(`the session began at ${session.startedAt}, which is no time`);
    return protectionFaults(members, {
      session: session.id,
      startedAt: session.startedAt,
      guarded,
      held: await neighbours.held(),
      host: { began: byHost(began, ahead), ownFolders },
    });
  }
}
