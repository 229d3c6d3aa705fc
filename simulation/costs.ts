/**
 * What things cost, in ms of one core unless said otherwise: as measured on 2 cores with Docker 20.10 and overlay2
 * (docs/performance.md, `npm run bench`), so that the machine has two cores as well. What was not measured says so.
 */
export const COSTS = {
  /** Stop of a running container on a bridge: 90 ms with its removal when alone, 45 to 55 ms where many share both cores. */
  stop: 85,
  /** Removal of an exited one: 4 to 7 ms alone, 2.5 ms at four or more at once. */
  removal: 5,
  /** And for each file that it has written: 20,000 take 1.75 s. Their bytes do not matter. */
  file: 1750 / 20_000,
  /** Removal of a bridge network, one after the other whatever is asked for at once. */
  networkRemoval: 180,
  /** Assumed: as long as its removal, by the same means (iptables), and one after the other with it. */
  networkCreation: 180,
  /** Assumed: what a stop and a removal take. */
  creation: 90,
  /** ms until the engine tells of a container, and of one fdatasync: 3.7 ms a submission of 4 containers in all. */
  find: 2.5,
  sync: 0.5,
} as const;

/** The grace of the engine (https://docs.docker.com/reference/cli/docker/container/stop/). */
export const GRACE_MS = 10_000;

/** Default address pools end there: the next network can't be made. */
export const MOST_NETWORKS = 31;
