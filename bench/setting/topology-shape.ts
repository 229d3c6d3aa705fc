/** What a test builds, by ids. */
export interface BuiltTopology {
  readonly containers: readonly string[];
  readonly networks: readonly string[];
}

/**
 * `obedient` ones end on SIGTERM; `stubborn` ones ignore it, so that each stop takes the whole grace; `short-lived` ones have
 * ended by themselves.
 */
export type Behaviour = keyof typeof SCRIPTS;

export interface TopologyShape {
  readonly containers: number;
  /** Bridges: none at all, one for the topology, or one for each container. */
  readonly bridges: 'none' | 'one' | 'each';
  readonly behaviour: Behaviour;
  /** In s; without it the engine's own, 10 s. */
  readonly grace?: number;
}

/** What a container prints once it can be stopped as it is meant to. */
export const READY = 'ready';

/** A first process that has no handler for a signal does not get it, so that sleep alone is stubborn. */
export const SCRIPTS = {
  obedient: `trap 'exit 0' TERM; echo ${READY}; sleep 1000000 & wait`,
  stubborn: `echo ${READY}; exec sleep 1000000`,
  'short-lived': `echo ${READY}`,
};
