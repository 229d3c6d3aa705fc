import type { Fault } from '../../domain/errors.ts';
import { byHost, engineMoment } from '../../domain/moment.ts';
import type { Neighbours } from '../../domain/ports.ts';
import type { Guarded } from '../../domain/protection/guarded.ts';
import {
  guardFaults,
  protectionFaults,
  type ResolvedMember,
  shownAs,
  whyMadeAnew,
} from '../../domain/protection/protection.ts';
import { bySite, type Site, type Sites } from '../../domain/site.ts';
import type { AgentState } from '../agent-state.ts';
import type { VolumesGone } from './volumes-gone.ts';

interface OwnershipOptions {
  readonly state: AgentState;
  readonly sites: Sites;
  readonly volumesGone: VolumesGone;
  readonly neighbours: Neighbours;
  readonly protect: boolean;
  /** The agent's own: nobody's leftovers. */
  readonly ownFolders: readonly string[];
}

/** By which a fault is known as that of a member: its detail begins with the kind, as a name may be that of several. */
const keyOf = ({ field, value = '', detail }: Fault): string =>
  `${detail.split(' ', 1)[0]} ${field} ${value}`;

/** The fault of a member, if there is one. */
export const faultOf = (member: ResolvedMember, faults: readonly Fault[]): Fault | undefined => {
  const key = keyOf({ field: member.field, value: shownAs(member), detail: member.kind });
  return faults.find((fault) => keyOf(fault) === key);
};

/** What would make a member anew, where it was refused for that alone and may be the session's own. */
export function whyOwned(member: ResolvedMember, faults: readonly Fault[]): string | undefined {
  const why = whyMadeAnew(member);
  return why !== undefined && faultOf(member, faults)?.detail.endsWith(why) ? why : undefined;
}

/** Those of the members that no fault is of. */
export function without<M extends ResolvedMember>(members: readonly M[], faults: readonly Fault[]): M[] {
  const foreign = new Set(faults.map(keyOf));
  return members.filter(
    (member) => !foreign.has(keyOf({ field: member.field, value: shownAs(member), detail: member.kind })),
  );
}

/** Tells what is the session's own from what is somebody else's. */
export class Ownership {
  readonly #options: OwnershipOptions;

  constructor(options: OwnershipOptions) {
    this.#options = options;
  }

  /** A fault for each that must not be handed over: with `protect: false` that is only what belongs to the runner. */
  async faults(members: readonly ResolvedMember[]): Promise<readonly Fault[]> {
    const { protect, sites } = this.#options;
    if (protect) return this.foreign(members);
    return bySite(sites, members).flatMap(([{ guarded }, here]) => guardFaults(here, guarded));
  }

  /** A fault for each that is somebody else's, also where protection is off: as nobody has submitted them. */
  async foreign(members: readonly ResolvedMember[]): Promise<readonly Fault[]> {
    const { state, sites, neighbours, ownFolders } = this.#options;
    const { session } = state.ledger;
    if (session === undefined || members.length === 0) return [];
    const held = await neighbours.held();
    return bySite(sites, members).flatMap(([site, here]) => {
      const { startedAt, identity } = site;
      const began = engineMoment(startedAt);
      if (began === undefined) throw new Error(`the session began at ${startedAt}, which is no time`);
      const host = { began: byHost(began, identity.ahead), ownFolders };
      return protectionFaults(here, {
        session: session.id,
        startedAt,
        guarded: this.#stillGuarded(site),
        held,
        host,
      });
    });
  }

  /** A volume that was there before the session and has gone since guards its name no more. */
  #stillGuarded({ guarded }: Site): Guarded {
    const { volumesGone } = this.#options;
    const { volumes } = guarded;
    return volumes ? { ...guarded, volumes: volumes.filter((name) => !volumesGone.has(name)) } : guarded;
  }
}
