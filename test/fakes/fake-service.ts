import type { EngineMember } from '../../src/domain/engine.ts';
import type { ListedTask } from '../../src/domain/swarm.ts';
import type { ContainerOptions } from './fake-container.ts';

export interface ServiceOptions
  extends Pick<
    ContainerOptions,
    'labels' | 'createdAt' | 'stopMs' | 'graceMs' | 'networks' | 'volumes' | 'hearing'
  > {
  /** How many tasks it has on the node of this engine, 1 unless said otherwise. */
  readonly replicas?: number;
  /** Hostnames of other nodes, one for each task there. */
  readonly elsewhere?: readonly string[];
  /** Names of configs and secrets that it refers to. */
  readonly files?: readonly string[];
  /** Its node loses track of its containers, and does not stop them. */
  readonly isForgotten?: boolean;
  /** How long its node waits before it removes a container that has stopped, in ms. */
  readonly lingerMs?: number;
}

/** A service in memory. */
export interface FakeService {
  readonly member: EngineMember;
  readonly options: ServiceOptions;
  readonly tasks: ListedTask[];
}

/** The id of a node, by its hostname. */
export const nodeIdOf = (hostname: string): string => `node-${hostname}`;
