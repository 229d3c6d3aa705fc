import type { Engine, SiteName } from '../../domain/engine.ts';
import { describeFault, type Fault, TopoGcError } from '../../domain/errors.ts';
import { type Ledger, pendingTopologies } from '../../domain/ledger/ledger.ts';
import { byEngine, hostMoment } from '../../domain/moment.ts';
import type { Clock, ContainerProcess, HostLeftovers, Log } from '../../domain/ports.ts';
import type { ResolvedMember } from '../../domain/protection/protection.ts';
import { orderStops } from '../../domain/removal/stop-order.ts';
import { type Sites, siteOf } from '../../domain/site.ts';
import { STACK_LABEL } from '../../domain/swarm.ts';
import { carriesLabel } from '../../domain/text/labels.ts';
import { isKnownAs, type KnownMember } from '../../domain/topology/known-member.ts';
import { isMeant } from '../../domain/topology/member-ref.ts';
import {
  isSameRef,
  type MemberRef,
  type Selector,
  type Submission,
} from '../../domain/topology/submission.ts';
import {
  isSameMember,
  type MemberFacts,
  membersOf,
  type NamedFacts,
} from '../../domain/topology/topology.ts';
import type { LeftMember, UntakenRef, UntakenSelector } from '../../domain/topology/untaken.ts';
import type { AgentState } from '../agent-state.ts';
import { anonymousVolumes } from '../lookup/anonymous-volumes.ts';
import { type HostFaultOf, lookUpOnHost } from '../lookup/host-lookup.ts';
import { type Ownership, without } from '../lookup/ownership.ts';
import { isTaskOf, type MemberSource, resolveSubmission } from '../lookup/resolve.ts';
import { withTasks } from '../lookup/tasks-of-services.ts';

interface AdmissionOptions {
  readonly engine: Engine;
  readonly inventory: MemberSource;
  readonly leftovers: HostLeftovers;
  readonly state: AgentState;
  readonly ownership: Ownership;
  readonly clock: Clock;
  readonly log: Log;
  readonly sites: Sites;
}

/** How the agent takes a submission. */
interface AdmitOptions {
  /** Leaves what must not be taken, and logs it: there is no client to refuse the whole submission to. */
  readonly leavesForeign?: boolean;
  /** No client waits: each look-up may take as long as the engine's deadline. */
  readonly isPatient?: boolean;
}

/** What a submission names that was not known before. */
export interface Admitted {
  readonly present: readonly NamedFacts[];
  readonly absent: readonly MemberRef[];
  /** What may belong to somebody else, made since the client last spoke: it is left, with the reason. */
  readonly unsure: readonly Unsure[];
  /** What could not be looked up, and the selectors whose lists failed. */
  readonly unresolved: readonly UntakenRef[];
  readonly failed: readonly UntakenSelector[];
  /** The selectors that match nothing. */
  readonly unmatched: readonly Selector[];
  /** What belongs to somebody else and is left; the rest is taken. */
  readonly left: readonly LeftMember[];
  /** The first processes of the looked-up containers that run. */
  readonly processes: readonly Partial<ContainerProcess>[];
}

export type Unsure = NamedFacts & { readonly why: string };

const toFacts = ({
  ref: _,
  field: __,
  labels: ___,
  pid: ____,
  bornAt: _____,
  reach: ______,
  place: _______,
  selected: ________,
  ...facts
}: ResolvedMember): NamedFacts => facts;

/** A service of a stack that is handed over with its volumes: only the nodes know these. */
function withVolumes(member: ResolvedMember, { selectors }: Submission): ResolvedMember {
  if (member.kind !== 'service') return member;
  const stack = selectors.find(
    ({ label, kinds = [] }) =>
      label.startsWith(`${STACK_LABEL}=`) &&
      kinds.includes('service') &&
      kinds.includes('volume') &&
      carriesLabel(member, label),
  );
  return stack === undefined ? member : { ...member, volumesWith: stack.label };
}

const refused = (faults: readonly Fault[]): TopoGcError =>
  new TopoGcError('refused', 'The submission names what is not its own; nothing of it was taken', { faults });

const knownMembers = ({ topologies, leases }: Ledger): readonly MemberFacts[] =>
  [...topologies.values(), ...leases.values()].flatMap(({ members }) => [...members]);

/** Looks up what is submitted or leased, and checks whether it may be. */
export class Admission {
  readonly #options: AdmissionOptions;

  constructor(options: AdmissionOptions) {
    this.#options = options;
  }

  /**
   * Looks up all that a submission names, and returns what is not among `known`.
   * @param submission `placed` on its engines
   * @throws TopoGcError `refused` with a fault for each member that belongs to somebody else or could
   *   not be removed; EngineError if nothing at all could be looked up
   */
  async admit(
    submission: Submission,
    known: readonly KnownMember[],
    { leavesForeign = false, isPatient = false }: AdmitOptions = {},
  ): Promise<Admitted> {
    const { leftovers, ownership, clock, sites, state } = this.#options;
    const now = hostMoment(clock.timeOfDay());
    const { spoken } = submission;
    const onEngine = await resolveSubmission(
      submission,
      this.#sourceFor(submission),
      (member) => {
        const { ahead } = siteOf(sites, member).identity;
        return { accepted: byEngine(now, ahead), spoken: spoken && byEngine(spoken, ahead) };
      },
      isPatient ? undefined : clock,
    );
    const onHost = await lookUpOnHost(submission, {
      leftovers,
      containers: new Set(onEngine.present.flatMap(({ pid }) => pid ?? [])),
      known,
      now,
      clock,
    });
    const isOfHandedOver = isTaskOf(knownMembers(state.ledger));
    const fresh = [...onEngine.present, ...onHost.present].filter(
      (member) =>
        !known.some((other) => isKnownAs(other, member)) &&
        !((member.selected || leavesForeign) && isOfHandedOver(member)),
    );
    // A link's container shows whose the link is.
    const isUntold = ({ ref }: HostFaultOf) =>
      ref.kind === 'netns' && onEngine.unresolved.some(({ kind }) => kind === 'container');
    const isOpen = (fault: HostFaultOf) => isUntold(fault) || (leavesForeign && fault.fault !== 'refused');
    const hostFaults = onHost.faults.filter((fault) => !isOpen(fault));
    const refusals = await ownership.refusals(fresh);
    const faults = [...hostFaults.map(({ told }) => told), ...refusals.map(({ fault }) => fault)];
    if (faults.length > 0 && !leavesForeign) throw refused(faults);
    this.#tellLeft(faults);
    const { members: listed, failed: untold } = await withTasks(
      without(fresh, refusals),
      this.#options.engine,
    );
    const taken = listed
      .filter((member) => !untold.has(member))
      .map((member) => withVolumes(member, submission));
    const anonymous = await anonymousVolumes(taken, this.#options.inventory, ownership);
    const beside = anonymous.volumes.filter((volume) => !known.some((other) => isKnownAs(other, volume)));
    return {
      failed: onEngine.failed,
      unmatched: onEngine.unmatched,
      unresolved: [
        ...[...onEngine.unresolved, ...anonymous.unresolved].filter(
          (ref) => !known.some((member) => isMeant(ref, member)),
        ),
        ...[...untold].map(([{ kind, id: ref, name: shown, field, shared = false }, error]) => ({
          ...{ kind, ref, shown, field, shared },
          error: `its tasks could not be listed: ${error}`,
        })),
        ...onHost.faults.filter(isOpen).map(({ ref, told }) => ({ ...ref, error: told.detail })),
        ...refusals.flatMap(
          ({ member: { kind, id: ref, name: shown, site, field, shared = false }, owner }) =>
            owner === undefined
              ? []
              : [{ kind, ref, shown, site, field, shared, error: owner, cause: 'owned-elsewhere' as const }],
        ),
      ],
      left: [
        ...hostFaults.map(({ ref, told }) => ({ kind: ref.kind, name: ref.ref, why: told.detail })),
        ...refusals
          .filter(({ owner }) => owner === undefined)
          .map(({ member: { kind, name, site }, fault }) => ({
            kind,
            name,
            ...(site !== undefined && { site }),
            why: fault.detail,
          })),
      ],
      present: orderStops([...taken, ...beside], this.#yetToStop(known)).map(toFacts),
      processes: onEngine.present.map(({ id, pid }) => ({ id, ...(pid !== undefined && { pid }) })),
      unsure: await this.#unsure([...onEngine.unsure, ...onHost.unsure], submission, known),
      absent: [...onEngine.absent, ...onHost.absent].filter(
        (ref, at, all) =>
          !known.some((member) => isMeant(ref, member)) &&
          all.findIndex((other) => isSameRef(other, ref)) === at,
      ),
    };
  }

  /**
   * Containers and services as they are now: a container may have joined networks since it was leased, a service may have
   * other tasks. A failed look-up leaves a member as it was.
   */
  async refresh(members: readonly NamedFacts[]): Promise<NamedFacts[]> {
    const { members: withTheirTasks } = await withTasks(members, this.#options.engine);
    const refreshed = await Promise.all(
      withTheirTasks.map(async (member) => {
        if (member.kind !== 'container') return member;
        const found = await this.#options.engine
          .at(member.site)
          .find('container', member.id)
          .catch(() => undefined);
        if (found?.kind !== 'container') return member;
        const { networks = [], labels, reach } = found;
        return { ...member, networks, labels, ...(reach && { reach }) };
      }),
    );
    // A container that joined the lease later may need one that was there before.
    return orderStops(refreshed, this.#yetToStop([])).map((member) =>
      toFacts({ ref: '', field: '', labels: {}, ...member }),
    );
  }

  #yetToStop(known: readonly MemberFacts[]): MemberFacts[] {
    const pending = pendingTopologies(this.#options.state.ledger);
    return [...known, ...pending.flatMap((topology) => membersOf(topology, 'container'))];
  }

  #tellLeft(faults: readonly Fault[]): void {
    for (const fault of faults)
      this.#options.log.warn(`left, as it must not be taken: ${describeFault(fault)}`);
  }

  /** What certainly belongs to somebody else is only logged. */
  async #unsure(
    members: readonly ResolvedMember[],
    { spoken }: Submission,
    known: readonly MemberFacts[],
  ): Promise<Unsure[]> {
    const unknown = members.filter((member) => !known.some((other) => isSameMember(other, member)));
    const refusals = await this.#options.ownership.refusals(unknown);
    this.#tellLeft(refusals.map(({ fault }) => fault));
    const when = new Date(spoken?.earliest ?? 0).toISOString();
    return without(unknown, refusals)
      .map(toFacts)
      .map((facts) => {
        const { kind, name, createdAt = 'an unknown time' } = facts;
        const why = `it was made or written to at ${createdAt}, and may be younger than its hand-over, of ${when}: it is not known whose it is`;
        this.#options.log.warn(`${kind} ${name} is left: ${why}`);
        return { ...facts, why };
      });
  }

  /** The pids of the containers show whose a link is; only the engine knows these pids at this moment. */
  #sourceFor({ members }: Submission): MemberSource {
    const { engine, inventory } = this.#options;
    if (!members.some(({ kind }) => kind === 'netns')) return inventory;
    const at = (site: SiteName | undefined): MemberSource => ({
      at,
      find: (kind, ref) => (kind === 'container' ? engine.at(site) : inventory.at(site)).find(kind, ref),
      listLabelled: (label, kinds) => engine.at(site).listLabelled(label, kinds),
    });
    return at(undefined);
  }
}
