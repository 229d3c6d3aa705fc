import { type Engine, EngineError, type EngineFault } from '../../../domain/engine.ts';
import type { MemberKind } from '../../../domain/kinds/kinds.ts';
import type { Clock, Log } from '../../../domain/ports.ts';
import type { Sites } from '../../../domain/site.ts';
import type { Member, MemberOf, Topology } from '../../../domain/topology/topology.ts';
import type { Predecessor } from '../../agent-parts.ts';
import type { AgentState } from '../../agent-state.ts';
import type { Inventories } from '../../lookup/inventories.ts';
import type { ContainerLogs } from '../../stopping/container-logs.ts';
import type { Stops } from '../../stopping/stops.ts';
import type { RemovalLimit } from '../patient-removal.ts';
import type { RemovalRequests } from '../removal-requests.ts';
import type { MountGuard } from './mount-guard.ts';

/** The parts that removers ask and inform. */
export interface RemovalParts {
  readonly engine: Engine;
  readonly state: AgentState;
  readonly inventory: Inventories;
  readonly stops: Stops;
  readonly containerLogs: ContainerLogs;
  readonly requests: RemovalRequests;
  readonly sites: Sites;
  readonly mountGuard: MountGuard;
  readonly predecessor?: Predecessor | undefined;
  readonly clock: Clock;
  readonly log: Log;
}

/** A removal that may begin: all that must go before it is gone, or was given up. */
export interface Removal<K extends MemberKind = MemberKind> {
  readonly topology: Topology;
  readonly member: MemberOf<K>;
  /** The members that must exit first. */
  readonly holders: readonly Member[];
  /** Resolves when the others are gone, or given up, in all topologies of the collection. */
  readonly othersGone: Promise<unknown>;
  readonly limit: RemovalLimit;
}

/**
 * Removes members of a kind.
 * @returns `GONE` if there was nothing to remove
 * @throws EngineError, HostError or LeakError; the signal's reason if the signal fired first
 */
export type Remover<K extends MemberKind = MemberKind> = (
  parts: RemovalParts,
  removal: Removal<K>,
) => Promise<unknown>;

export const hasFault = (error: unknown, fault: EngineFault): error is EngineError =>
  error instanceof EngineError && error.fault === fault;
