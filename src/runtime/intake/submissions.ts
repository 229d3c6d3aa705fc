import { type Fault, TopoGcError } from '../../domain/errors.ts';
import { hostMoment } from '../../domain/moment.ts';
import type { Clock } from '../../domain/ports.ts';
import type { Sites } from '../../domain/site.ts';
import type { KnownMember } from '../../domain/topology/known-member.ts';
import { extendLease, type Lease, type LeaseTerm } from '../../domain/topology/lease.ts';
import { placed } from '../../domain/topology/placed.ts';
import type { Submission } from '../../domain/topology/submission.ts';
import {
  isStopping,
  type NamedFacts,
  type Topology,
  type TopologyId,
} from '../../domain/topology/topology.ts';
import type { Untaken } from '../../domain/topology/untaken.ts';
import type { AgentState } from '../agent-state.ts';
import type { ContainerNetns } from '../lookup/container-netns.ts';
import type { VolumesGone } from '../lookup/volumes-gone.ts';
import type { Removals } from '../removal/removals.ts';
import type { Stops } from '../stopping/stops.ts';
import type { Admission, Admitted } from './admission.ts';
import { alreadyRemoved, checkNotEmpty, isRemoved, withLease } from './submission-checks.ts';
import { errorsOf, membersOf, namedIn, untakenOf, warningsOf } from './submission-outcome.ts';
import { SubmissionTurns } from './submission-turns.ts';

interface Recorded {
  readonly submission: Submission;
  readonly admitted: Admitted;
  /** The members of the lease that ends with this submission. */
  readonly leased: readonly NamedFacts[];
  readonly receivedAt: number;
  /** A moment before the first look-up. */
  readonly began: number;
  readonly untaken?: Untaken | undefined;
}

interface SubmissionsOptions {
  readonly admission: Admission;
  readonly state: AgentState;
  readonly volumesGone: VolumesGone;
  readonly containerNetns: ContainerNetns;
  readonly stops: Stops;
  readonly removals: Removals;
  readonly clock: Clock;
  readonly sites: Sites;
  /** For topologies that set none; absent: each container's own. */
  readonly stopTimeoutMs?: number | undefined;
}

/** The outcome of a submission. */
export interface Taken {
  readonly topology: Topology;
  readonly known: boolean;
  /** What could not be taken; the agent looks at it again. */
  readonly errors: readonly Fault[];
  /** What has no effect, such as a selector that matches nothing. */
  readonly warnings: readonly Fault[];
}

/** The outcome of another look: what is still open, and what belongs to somebody else. */
export type LookedAgain = Pick<Admitted, 'unresolved' | 'failed' | 'left'>;

export const makeId = (): TopologyId => `topology-${crypto.randomUUID().slice(0, 13)}` as TopologyId;

/** Takes submissions and leases, and closes the door to both. */
export class Submissions {
  readonly #options: SubmissionsOptions;
  readonly #turns = new SubmissionTurns();

  constructor(options: SubmissionsOptions) {
    this.#options = options;
  }

  /** How many have arrived and are not yet taken or refused. */
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
   * Resolves once the topology is on disk, its stops are on their way and its links are gone. A lease with that id ends
   * too.
   * @param receivedAt ms since the epoch
   * @param options `leavesForeign`: leaves what must not be taken, and takes the rest
   * @throws TopoGcError `closed`, `other-engine`, `refused`, `already-removed`, `journal-failed`; EngineError if
   *   nothing at all could be looked up
   */
  async take(submission: Submission, receivedAt: number, { leavesForeign = false } = {}): Promise<Taken> {
    const here = placed(submission, this.#options.sites);
    return this.#turns.inTurn(submission.id, () => this.#take(here, receivedAt, leavesForeign));
  }

  /**
   * Takes what it can of something that was named before and not taken; refuses nothing.
   * @throws as `take`
   */
  async takeAgain(named: Submission): Promise<LookedAgain> {
    const submission = placed(named, this.#options.sites);
    return this.#turns.inTurn(submission.id, async () => {
      const { admission, clock } = this.#options;
      const began = clock.now();
      const admitted = await admission.admit(submission, this.#knownMembers(), {
        leavesForeign: true,
        isPatient: true,
      });
      if (admitted.present.length + admitted.unsure.length + admitted.absent.length > 0)
        await this.#record({ submission, admitted, leased: [], receivedAt: began, began });
      return admitted;
    });
  }

  /**
   * Resolves once the lease is on disk.
   * @throws TopoGcError `closed`, `other-engine`, `refused`, `already-submitted`, `journal-failed`; EngineError
   */
  async lease(
    submission: Submission,
    term: LeaseTerm,
  ): Promise<{ lease: Lease; known: boolean; errors: readonly Fault[] }> {
    const here = placed(submission, this.#options.sites);
    return this.#turns.inTurn(submission.id, () => this.#lease(here, term));
  }

  async #take(submission: Submission, receivedAt: number, leavesForeign: boolean): Promise<Taken> {
    const { admission, state, clock } = this.#options;
    const began = clock.now();
    const spoken = submission.spoken ?? hostMoment(clock.timeOfDay());
    const { topologies, leases } = state.ledger;
    const id = submission.id ?? makeId();
    const lease = leases.get(id);
    const known = topologies.get(id);
    checkNotEmpty(submission, lease ?? known);
    const wanted = lease === undefined ? submission : withLease(submission, lease);
    const leased = await admission.refresh(lease?.members ?? []);
    const before = [...(known?.members ?? []), ...leased];
    const admitted = await admission.admit(wanted, before, { leavesForeign });
    const untaken = untakenOf({ id, name: submission.name, spoken }, admitted);
    const told = { errors: errorsOf(admitted), warnings: warningsOf(admitted) };
    const isNothingNew = membersOf(admitted, leased).length === 0;
    if (known !== undefined && (isNothingNew || isRemoved(known))) {
      if (untaken) state.record({ type: 'untaken', at: clock.now(), untaken });
      if (isNothingNew) return { topology: known, known: true, ...told };
      throw alreadyRemoved(known, namedIn(admitted, leased));
    }
    const named = { ...submission, id };
    const topology = await this.#record({ submission: named, admitted, leased, receivedAt, began, untaken });
    return { topology, known: known !== undefined, ...told };
  }

  /** Journals what was admitted, and begins with it. */
  async #record({ submission, admitted, leased, receivedAt, began, untaken }: Recorded): Promise<Topology> {
    const { containerNetns, state, volumesGone, removals, clock } = this.#options;
    const { topologies, leases } = state.ledger;
    const id = submission.id ?? makeId();
    const going = [...leased, ...admitted.present];
    const before = topologies.get(id)?.members ?? [];
    const links = await containerNetns.of(going, [...before, ...going], admitted.processes);
    // A drain whose time is up closes the door on look-ups that still run.
    this.#turns.checkOpen();
    const taken = await state.recordSynced({
      type: 'submitted',
      at: clock.now(),
      topology: id,
      ...this.#describe(submission, id, leases.get(id) ?? topologies.get(id)),
      members: [...membersOf(admitted, leased), ...links],
      tookMs: clock.now() - receivedAt,
      ...(untaken && { untaken }),
    });
    volumesGone.noteSince(id, began);
    this.#stopAll(id);
    await removals.netns(id);
    return topologies.get(id) ?? (taken as Topology);
  }

  #knownMembers(): readonly KnownMember[] {
    const { topologies, leases } = this.#options.state.ledger;
    return [...[...topologies.values()], ...[...leases.values()]].flatMap(({ members }) => [...members]);
  }

  /** The common fields of a submission and a lease: its name and how it stops. */
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
      if (topology && isStopping(member) && member.state === 'submitted') stops.begin(topology, member);
  }

  async #lease(submission: Submission, term: LeaseTerm) {
    const { admission, state, volumesGone, clock } = this.#options;
    const began = clock.now();
    const id = submission.id ?? makeId();
    if (state.ledger.topologies.has(id))
      throw new TopoGcError('already-submitted', `The topology ${id} is submitted: lease under another id`);
    const known = state.ledger.leases.get(id);
    checkNotEmpty(submission, known);
    const admitted = await admission.admit(submission, known?.members ?? []);
    this.#turns.checkOpen();
    const lease: Lease = {
      id,
      leasedAt: clock.now(),
      ...this.#describe(submission, id, known),
      members: admitted.present,
      // When the lease ends, the agent also looks again for what could not be looked up, as for what is absent.
      absent: [...admitted.absent, ...admitted.unresolved],
      selectors: submission.selectors,
      ...term,
    };
    await state.recordSynced({ type: 'leased', at: clock.now(), lease });
    volumesGone.noteSince(id, began);
    return {
      lease: state.ledger.leases.get(id) ?? extendLease(known, lease),
      known: known !== undefined,
      errors: errorsOf(admitted),
    };
  }
}
