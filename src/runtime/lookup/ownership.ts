import { byHost, engineMoment } from '../../domain/moment.ts';
import type { Neighbours } from '../../domain/ports.ts';
import type { Guarded } from '../../domain/protection/guarded.ts';
import {
  type ProtectionRules,
  type Refusal,
  type ResolvedMember,
  refusedByGuard,
  refusedByProtection,
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
  /** The agent's own folders, which never count as leftovers. */
  readonly ownFolders: readonly string[];
}

/** The members that are not refused. */
export function without<M extends ResolvedMember>(members: readonly M[], refusals: readonly Refusal[]): M[] {
  const refused = new Set<ResolvedMember>(refusals.map(({ member }) => member));
  return members.filter((member) => !refused.has(member));
}

/** Tells the session's own members from those of somebody else. */
export class Ownership {
  readonly #options: OwnershipOptions;

  constructor(options: OwnershipOptions) {
    this.#options = options;
  }

  /** One for each member that must not be handed over: with `protect: false`, only for what belongs to the runner. */
  async refusals(members: readonly ResolvedMember[]): Promise<readonly Refusal[]> {
    const { protect, sites } = this.#options;
    if (protect) return this.foreign(members);
    return bySite(sites, members).flatMap(([{ guarded }, here]) => refusedByGuard(here, guarded));
  }

  /**
   * One for each member that belongs to somebody else, even if protection is off: no client has submitted them.
   * @param options `isListed`: of members as a list shows them, one only for what surely belongs to somebody else
   */
  async foreign(
    members: readonly ResolvedMember[],
    { isListed = false }: Pick<ProtectionRules, 'isListed'> = {},
  ): Promise<readonly Refusal[]> {
    const { state, sites, neighbours, ownFolders } = this.#options;
    const { session } = state.ledger;
    if (session === undefined || members.length === 0) return [];
    const held = await neighbours.held();
    return bySite(sites, members).flatMap(([site, here]) => {
      const { startedAt, identity } = site;
      const began = engineMoment(startedAt);
      if (began === undefined) throw new Error(`the session began at ${startedAt}, which is no time`);
      const host = { began: byHost(began, identity.ahead), ownFolders };
      return refusedByProtection(here, {
        session: session.id,
        startedAt,
        guarded: this.#stillGuarded(site),
        held,
        host,
        isListed,
      });
    });
  }

  /** A volume from before the session that has since gone no longer guards its name. */
  #stillGuarded({ name: site, guarded }: Site): Guarded {
    const { volumesGone } = this.#options;
    const { volumes } = guarded;
    return volumes
      ? { ...guarded, volumes: volumes.filter((name) => !volumesGone.has(name, { site })) }
      : guarded;
  }
}
