/** The variables that tell a process where an agent is: the action, `topo-gc run` and `topo-gc agent` set them. */
export declare const VARIABLES: {
    readonly socket: "TOPO_GC_SOCKET";
    readonly folder: "TOPO_GC_DIR";
    readonly spool: "TOPO_GC_SPOOL";
    readonly session: "TOPO_GC_SESSION";
};
/** Says where the agents of a user keep their state. */
export declare const STATE_VARIABLE = "TOPO_GC_STATE";
/** Paths of the socket, of its folder and of the spool, and the id of the session. */
type Place = Readonly<Record<keyof typeof VARIABLES, string>>;
/** What a process needs in its environment to reach that agent. */
export declare const toEnvironment: (place: Place) => Record<string, string>;
/** What an environment tells of an agent; nothing of it is sure to be there. */
export declare const fromEnvironment: (env: Readonly<Record<string, string | undefined>>) => Partial<Place>;
export {};
