/** The names of the inputs that are no measure's (`domain/measures`), by their name in the code. */
export const INPUT = {
  reclaim: 'reclaim',
  pollInterval: 'poll-interval',
  stopTimeout: 'stop-timeout',
  deafContainers: 'deaf-containers',
  concurrency: 'concurrency',
  drainTimeout: 'drain-timeout',
  onLeak: 'on-leak',
  strays: 'strays',
  sweepLabels: 'sweep-labels',
  protect: 'protect',
  pathRoots: 'path-roots',
  dockerHost: 'docker-host',
  engines: 'engines',
  swarmNodes: 'swarm-nodes',
  removeImages: 'remove-images',
  saveLogs: 'save-logs',
  summary: 'summary',
} as const;

/** The default of `drain-timeout`: about as much time as a cancelled job has. */
export const USUAL_DRAIN_TIMEOUT = '4m';
