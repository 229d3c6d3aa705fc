import { byHost, type ClockOffset, engineMoment } from '../../domain/moment.ts';
import type { Neighbours } from '../../domain/ports.ts';
import {
  type Guarded,
  type Refusal,
  type ResolvedMember,
  refusedByGuard,
  refusedByProtection,
} from '../../domain/protection/protection.ts';
import type { AgentState } from '../agent-state.ts';
import type { VolumesGone } from './volumes-gone.ts';

interface OwnershipOptions {
  readonly state: AgentState;
  readonly guarded: Guarded;
  readonly volumesGone: VolumesGone;
  readonly neighbours: Neighbours;
  readonly protect: boolean;
  /** How far the engine's clock is ahead of this host's. */
  readonly ahead: ClockOffset;
  /** The agent's own: nobody's leftovers. */
  readonly ownFolders: readonly string[];
}

/** Those of the members that are not refused. */
export function without<M extends ResolvedMember>(members: readonly M[], refusals: readonly Refusal[]): M[] {
  const refused = new Set<ResolvedMember>(refusals.map(({ member }) => member));
  return members.filter((member) => !refused.has(member));
}

/** Tells what is the session's own from what is somebody else's. */
export class Ownership {
  readonly #options: OwnershipOptions;

  constructor(options: OwnershipOptions) {
    this.#options = options;
  }

  /** One for each that must not be handed over: with `protect: false` that is only what belongs to the runner. */
  async refusals(members: readonly ResolvedMember[]): Promise<readonly Refusal[]> {
    const { protect, guarded } = this.#options;
    return protect ? this.foreign(members) : refusedByGuard(members, guarded);
  }

  /** One for each that is somebody else's, also where protection is off: as nobody has submitted them. */
  async foreign(members: readonly ResolvedMember[]): Promise<readonly Refusal[]> {
    const { state, neighbours, ahead, ownFolders } = this.#options;
    const { session } = state.ledger;
    const began = engineMoment(session?.startedAt);
    if (session === undefined || members.length === 0) return [];
    if (began === undefined) throw new Error(`the session began at ${session.startedAt}, which is no time`);
    return refusedByProtection(members, {
      session: session.id,
      startedAt: session.startedAt,
      guarded: this.#stillGuarded(),
      held: await neighbours.held(),
      host: { began: byHost(began, ahead), ownFolders },
    });
  }

  /** A volume that was there before the session and has gone since guards its name no more. */
  #stillGuarded(): Guarded {
    const { guarded, volumesGone } = this.#options;
    const { volumes } = guarded;
    return volumes ? { ...guarded, volumes: volumes.filter((name) => !volumesGone.has(name)) } : guarded;
  }
}
