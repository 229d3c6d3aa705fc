import { type Engine, EngineError, type EngineFault } from '../../../domain/engine.ts';
import type { MemberKind } from '../../../domain/kinds/kinds.ts';
import type { Clock, Log } from '../../../domain/ports.ts';
import type { Sites } from '../../../domain/site.ts';
import type { Member, MemberOf, Topology } from '../../../domain/topology/topology.ts';
import type { Predecessor } from '../../agent-parts.ts';
import type { AgentState } from '../../agent-state.ts';
import type { Inventory } from '../../lookup/inventory.ts';
import type { ContainerLogs } from '../../stopping/container-logs.ts';
import type { Stops } from '../../stopping/stops.ts';
import type { RemovalRequests } from '../removal-requests.ts';
import type { RemovalLimit } from '../removals-under-way.ts';
import type { MountGuard } from './mount-guard.ts';

/** What is asked, and told, by whoever removes a member. */
export interface RemovalParts {
  readonly engine: Engine;
  readonly state: AgentState;
  readonly inventory: Inventory;
  readonly stops: Stops;
  readonly containerLogs: ContainerLogs;
  readonly requests: RemovalRequests;
  readonly sites: Sites;
  readonly mountGuard: MountGuard;
  readonly predecessor?: Predecessor | undefined;
  readonly clock: Clock;
  readonly log: Log;
}

/** A removal of a member that may begin: what has to be gone before is gone, or was given up. */
export interface Removal<K extends MemberKind = MemberKind> {
  readonly topology: Topology;
  readonly member: MemberOf<K>;
  /** Those that have to exit before. */
  readonly holders: readonly Member[];
  /** Resolves when that is gone, or was given up, in all topologies of the collection. */
  readonly othersGone: Promise<unknown>;
  readonly limit: RemovalLimit;
}

/**
 * Removes members of a kind.
 * @returns `GONE` where there was nothing to remove
 * @throws EngineError, HostError or LeakError; the signal's reason where that fired before
 */
export type Remover<K extends MemberKind = MemberKind> = (
  parts: RemovalParts,
  removal: Removal<K>,
) => Promise<unknown>;

export const hasFault = (error: unknown, fault: EngineFault): error is EngineError =>
  error instanceof EngineError && error.fault === fault;
