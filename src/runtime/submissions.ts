import { TopoGcError } from '../domain/errors.ts';
import { extendLease, type Lease, type LeaseOwner } from '../domain/lease.ts';
import type { Clock } from '../domain/ports.ts';
import type { Submission } from '../domain/submission.ts';
import type { Topology, TopologyId } from '../domain/topology.ts';
import type { Admission } from './admission.ts';
import type { AgentState } from './agent-state.ts';
import type { ContainerLinks } from './container-links.ts';
import type { HostRemovals } from './host-removals.ts';
import type { Stops } from './stops.ts';
import { alreadyRemoved, checkNotEmpty, isRemoved, withLease } from './submission-checks.ts';
import { SubmissionTurns } from './submission-turns.ts';
import type { VolumesGone } from './volumes-gone.ts';

interface SubmissionsOptions {
  readonly admission: Admission;
  readonly state: AgentState;
  readonly volumesGone: VolumesGone;
  readonly containerLinks: ContainerLinks;
  readonly stops: Stops;
  readonly hostRemovals: HostRemovals;
  readonly clock: Clock;
  /** For topologies that don't say; absent: each container's own. */
  readonly stopTimeoutMs?: number | undefined;
}

const makeId = (): TopologyId => `topology-${crypto.randomUUID().slice(0, 13)}` as TopologyId;

/** Takes submissions and leases, and closes the door to both. */
export class Submissions {
  readonly #options: SubmissionsOptions;
  readonly #turns = new SubmissionTurns();

  constructor(options: SubmissionsOptions) {
    this.#options = options;
  }

  /** How many have arrived and are not taken or refused yet. */
  get underWay(): number {
    return this.#turns.underWay;
  }

  get isClosed(): boolean {
    return this.#turns.isClosed;
  }

  /** Takes no more from now on. */
  close(): void {
    this.#turns.close();
  }

  /**
   * Resolves once the topology is on disk, its stops are on their way and its links gone. A lease of that id ends with it.
   * @param receivedAt ms since the epoch
   * @param options `leavesForeign`: what must not be taken is left, and the rest is taken
   * @throws TopoGcError `closed`, `other-engine`, `refused`, `already-removed`, `journal-failed`; EngineError
   */
  take(
    submission: Submission,
    receivedAt: number,
    { leavesForeign = false } = {},
  ): Promise<{ topology: Topology; known: boolean }> {
    return this.#turns.inTurn(submission.id, () => this.#take(submission, receivedAt, leavesForeign));
  }

  /**
   * Resolves once the lease is on disk.
   * @throws TopoGcError `closed`, `other-engine`, `refused`, `already-submitted`, `journal-failed`; EngineError
   */
  lease(submission: Submission, owner?: LeaseOwner): Promise<{ lease: Lease; known: boolean }> {
    return this.#turns.inTurn(submission.id, () => this.#lease(submission, owner));
  }

  async #take(submission: Submission, receivedAt: number, leavesForeign: boolean) {
    const { admission, containerLinks, state, volumesGone, hostRemovals, clock } = this.#options;
    const began = clock.now();
    const { topologies, leases } = state.ledger;
    const id = submission.id ?? makeId();
    const lease = leases.get(id);
    const known = topologies.get(id);
    checkNotEmpty(submission, lease ?? known);
    const wanted = lease === undefined ? submission : withLease(submission, lease);
    const leased = await admission.refresh(lease?.members ?? []);
    const before = [...(known?.members ?? []), ...leased];
    const { present, absent, unsure, processes } = await admission.admit(wanted, before, { leavesForeign });
    const links = await containerLinks.of([...leased, ...present], [...before, ...present], processes);
    const members = [
      ...leased,
      ...present,
      ...links,
      ...absent.map(({ kind, ref }) => ({ kind, id: ref, name: ref, absent: true })),
      ...unsure.map((member) => ({ ...member, absent: true })),
    ];
    if (known !== undefined && members.length === 0) return { topology: known, known: true };
    if (known !== undefined && isRemoved(known)) throw alreadyRemoved(known, members);
    // A drain whose time is up closes the door on those who still look.
    this.#turns.checkOpen();
    const taken = await state.recordSynced({
      type: 'submitted',
      at: clock.now(),
      topology: id,
      ...this.#describe(submission, id, lease ?? known),
      members,
      tookMs: clock.now() - receivedAt,
    });
    volumesGone.noteSince(id, began);
    this.#stopAll(id);
    await hostRemovals.links(id);
    return { topology: topologies.get(id) ?? (taken as Topology), known: known !== undefined };
  }

  /** What is common to a submission and a lease: how it is called and how it stops. */
  #describe({ name, stopTimeoutMs, metadata }: Submission, id: TopologyId, known?: Lease | Topology) {
    const timeout = stopTimeoutMs ?? known?.stopTimeoutMs ?? this.#options.stopTimeoutMs;
    return {
      name: name ?? known?.name ?? id,
      ...(timeout !== undefined && { stopTimeoutMs: timeout }),
      metadata: { ...known?.metadata, ...metadata },
    };
  }

  #stopAll(id: TopologyId): void {
    const { state, stops } = this.#options;
    const topology = state.ledger.topologies.get(id);
    for (const member of topology?.members ?? [])
      if (topology && member.kind === 'container' && member.state === 'submitted')
        stops.begin(topology, member);
  }

  async #lease(submission: Submission, owner?: LeaseOwner) {
    const { admission, state, volumesGone, clock } = this.#options;
    const began = clock.now();
    const id = submission.id ?? makeId();
    if (state.ledger.topologies.has(id))
      throw new TopoGcError('already-submitted', `The topology ${id} is submitted: lease under another id`);
    const known = state.ledger.leases.get(id);
    checkNotEmpty(submission, known);
    const { present, absent } = await admission.admit(submission, known?.members ?? []);
    this.#turns.checkOpen();
    const lease: Lease = {
      id,
      leasedAt: clock.now(),
      ...this.#describe(submission, id, known),
      members: present,
      absent,
      selectors: submission.selectors,
      ...(owner !== undefined && { owner }),
    };
    await state.recordSynced({ type: 'leased', at: clock.now(), lease });
    volumesGone.noteSince(id, began);
    return { lease: state.ledger.leases.get(id) ?? extendLease(known, lease), known: known !== undefined };
  }
}
