import { TopoGcError } from '../domain/errors.ts';
import type { JournalEvent } from '../domain/journal-events.ts';
import type { Clock, Engine, Neighbours } from '../domain/ports.ts';
import { type Guarded, protectionFaults, type ResolvedMember } from '../domain/protection.ts';
import type { Submission } from '../domain/submission.ts';
import { isPending, isSameMember, type Member, type Topology, type TopologyId } from '../domain/topology.ts';
import type { AgentState } from './agent-state.ts';
import { type Resolution, resolveSubmission } from './resolve.ts';
import type { Stops } from './stops.ts';

interface SubmissionsOptions {
  readonly engine: Engine;
  readonly state: AgentState;
  readonly stops: Stops;
  readonly clock: Clock;
  readonly guarded: Guarded;
  readonly neighbours: Neighbours;
  readonly protect: boolean;
  /** What the clock of the engine shows, in ms since the epoch. */
  readonly engineNow: () => number;
}

type Submitted = Extract<JournalEvent, { type: 'submitted' }>;

const makeId = (): TopologyId => `topology-${crypto.randomUUID().slice(0, 13)}` as TopologyId;

/** True where what a client wrote means a member that the topology has. */
const names = (member: Member, ref: Resolution['absent'][number]): boolean =>
  member.kind === ref.kind && (member.name === ref.ref || member.id.startsWith(ref.ref));

/** Takes submissions: looks up, asks protection, writes, and has the containers stopped. */
export class Submissions {
  readonly #options: SubmissionsOptions;
  #underWay = 0;
  #isClosed = false;

  constructor(options: SubmissionsOptions) {
    this.#options = options;
  }

  /** How many have arrived and are not taken or refused yet. */
  get underWay(): number {
    return this.#underWay;
  }

  get isClosed(): boolean {
    return this.#isClosed;
  }

  /** Takes no more from now on. */
  close(): void {
    this.#isClosed = true;
  }

  /**
   * Resolves once the topology is on disk and its stops are on their way.
   * @param receivedAt ms since the epoch
   * @throws TopoGcError `closed`, `other-engine`, `refused`, `already-removed`, `journal-failed`; EngineError
   */
  async take(submission: Submission, receivedAt: number): Promise<{ topology: Topology; known: boolean }> {
    if (this.#isClosed)
      throw new TopoGcError('closed', 'The agent has drained for the last time and takes nothing more');
    this.#underWay += 1;
    try {
      return await this.#take(submission, receivedAt);
    } finally {
      this.#underWay -= 1;
    }
  }

  async #take(submission: Submission, receivedAt: number) {
    const { engine, state, stops, clock, engineNow } = this.#options;
    this.#checkEngine(submission);
    const acceptedAt = Math.min(submission.submittedAt ?? Number.POSITIVE_INFINITY, engineNow());
    const resolution = await resolveSubmission(submission, engine, acceptedAt);
    const id = submission.id ?? makeId();
    const known = state.ledger.topologies.get(id);
    const fresh = await this.#fresh(known, resolution);
    if (known !== undefined && fresh.length === 0) return { topology: known, known: true };
    if (known !== undefined && !isPending(known)) throw alreadyRemoved(known, fresh);
    await state.recordSynced({
      type: 'submitted',
      at: clock.now(),
      topology: id,
      name: submission.name ?? known?.name ?? id,
      ...(submission.stopTimeoutMs !== undefined && { stopTimeoutMs: submission.stopTimeoutMs }),
      metadata: submission.metadata,
      members: fresh,
      tookMs: clock.now() - receivedAt,
    });
    const topology = state.ledger.topologies.get(id) as Topology;
    for (const member of topology.members) {
      if (member.kind === 'container' && member.state === 'submitted') stops.stop(topology, member);
    }
    return { topology: state.ledger.topologies.get(id) as Topology, known: known !== undefined };
  }

  #checkEngine({ engine }: Submission): void {
    const ours = this.#options.state.ledger.session?.engineId;
    if (engine === undefined || engine === ours) return;
    const detail = `the agent works on the engine ${ours}`;
    throw new TopoGcError('other-engine', `The submission is meant for the engine ${engine}; ${detail}`, {
      faults: [{ field: 'engine', value: engine, detail }],
    });
  }

  /**
   * What the topology does not have yet, as the journal keeps it.
   * @throws TopoGcError `refused`
   */
  async #fresh(known: Topology | undefined, { present, absent }: Resolution): Promise<Submitted['members']> {
    const fresh = present.filter((member) => !known?.members.some((other) => isSameMember(other, member)));
    await this.#protect(fresh);
    return [
      ...fresh.map(({ ref: _, field: __, labels: ___, ...facts }) => facts),
      ...absent
        .filter((ref) => !known?.members.some((member) => names(member, ref)))
        .map(({ kind, ref }) => ({ kind, id: ref, name: ref, absent: true })),
    ];
  }

  async #protect(members: readonly ResolvedMember[]): Promise<void> {
    const { state, guarded, neighbours, protect } = this.#options;
    const { session } = state.ledger;
    if (!protect || session === undefined) return;
    const faults = protectionFaults(members, {
      session: session.id,
      startedAt: session.startedAt,
      guarded,
      held: await neighbours.held(),
    });
    if (faults.length > 0)
      throw new TopoGcError('refused', 'The submission names what is not its own; nothing of it was taken', {
        faults,
      });
  }
}

function alreadyRemoved(known: Topology, fresh: Submitted['members']): TopoGcError {
  return new TopoGcError(
    'already-removed',
    `The topology ${known.id} is already removed, and the submission names members that it did not have`,
    {
      faults: fresh.map(({ kind, name }) => ({
        field: `${kind}s`,
        value: name,
        detail: 'is new: submit it under another id',
      })),
    },
  );
}
