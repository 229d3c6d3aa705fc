/** The names of the inputs that are no measure's (`domain/measures`), by their name in the code. */
export declare const INPUT: {
    readonly reclaim: "reclaim";
    readonly pollInterval: "poll-interval";
    readonly stopTimeout: "stop-timeout";
    readonly deafContainers: "deaf-containers";
    readonly concurrency: "concurrency";
    readonly drainTimeout: "drain-timeout";
    readonly onLeak: "on-leak";
    readonly strays: "strays";
    readonly sweepLabels: "sweep-labels";
    readonly protect: "protect";
    readonly pathRoots: "path-roots";
    readonly dockerHost: "docker-host";
    readonly engines: "engines";
    readonly swarmNodes: "swarm-nodes";
    readonly removeImages: "remove-images";
    readonly saveLogs: "save-logs";
    readonly summary: "summary";
};
/** The default of `drain-timeout`: about as much time as a cancelled job has. */
export declare const USUAL_DRAIN_TIMEOUT = "4m";
