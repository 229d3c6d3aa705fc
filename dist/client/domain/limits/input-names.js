"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.USUAL_DRAIN_TIMEOUT = exports.INPUT = void 0;
/** The names of the inputs that are no measure's (`domain/measures`), by their name in the code. */
exports.INPUT = {
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
};
/** The default of `drain-timeout`: about as much time as a cancelled job has. */
exports.USUAL_DRAIN_TIMEOUT = '4m';
