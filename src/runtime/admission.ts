import type { Engine } from '../domain/engine.ts';
import { type Fault, TopoGcError } from '../domain/errors.ts';
import type { HostLeftovers, Neighbours } from '../domain/ports.ts';
import { type Guarded, guardFaults, protectionFaults, type ResolvedMember } from '../domain/protection.ts';
import type { MemberRef, Submission } from '../domain/submission.ts';
import { isHostKind, isSameMember, type MemberFacts, type NamedFacts } from '../domain/topology.ts';
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
  /** What the clock of the engine shows, in ms since the epoch. */
  readonly engineNow: () => number;
  /** How far that clock is ahead of this host's, in ms; 0 where the engine is on this host. */
  readonly engineAheadMs: number;
  /** The agent's own: nobody's leftovers. */
  readonly ownFolders: readonly string[];
}

/** What a submission names that was not known before. */
export interface Admitted {
  readonly present: readonly NamedFacts[];
  readonly absent: readonly MemberRef[];
}

/** True where what a client wrote means a member that is known. */
const means = (ref: MemberRef, member: MemberFacts): boolean =>
  member.kind === ref.kind &&
  (member.name === ref.ref || (!isHostKind(ref.kind) && member.id.startsWith(ref.ref)));

const toFacts = ({ ref: _, field: __, labels: ___, pid: ____, ...facts }: ResolvedMember): NamedFacts =>
  facts;

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
  async admit(submission: Submission, known: readonly MemberFacts[]): Promise<Admitted> {
    const { leftovers, engineNow, engineAheadMs } = this.#options;
    this.#checkEngine(submission);
    const acceptedAt = Math.min(submission.submittedAt ?? Number.POSITIVE_INFINITY, engineNow());
    const onEngine = await resolveSubmission(submission, this.#sourceFor(submission), acceptedAt);
    const onHost = await lookUpOnHost(submission, {
      leftovers,
      containers: new Set(onEngine.present.flatMap(({ pid }) => pid ?? [])),
      known,
      now: engineNow() - engineAheadMs,
    });
    const fresh = [...onEngine.present, ...onHost.present].filter(
      (member) => !known.some((other) => isSameMember(other, member)),
    );
    const faults = [...onHost.faults, ...(await this.#protectionFaults(fresh))];
    if (faults.length > 0) throw refused(faults);
    return {
      present: fresh.map(toFacts),
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

  #protectionFaults(members: readonly ResolvedMember[]): Promise<readonly Fault[]> | readonly Fault[] {
    const { protect, guarded } = this.#options;
    return protect ? this.foreign(members) : guardFaults(members, guarded);
  }

  /** A link is told whose it is by the pids of the containers, which only the engine knows at this moment. */
  #sourceFor({ members }: Submission): MemberSource {
    const { engine, inventory } = this.#options;
    return members.some(({ kind }) => kind === 'netns') ? engine : inventory;
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
    const { state, guarded, neighbours, engineAheadMs, ownFolders } = this.#options;
    const { session } = state.ledger;
    if (session === undefined || members.length === 0) return [];
    const startedAt = new Date(Date.parse(session.startedAt) - engineAheadMs).toISOString();
    return protectionFaults(members, {
      session: session.id,
      startedAt: session.startedAt,
      guarded,
      held: await neighbours.held(),
      host: { startedAt, ownFolders },
    });
  }
}
