/** The variables with the address of an agent: the action, `topo-gc run` and `topo-gc agent` set them. */
export declare const VARIABLES: {
    readonly socket: "TOPO_GC_SOCKET";
    readonly folder: "TOPO_GC_DIR";
    readonly spool: "TOPO_GC_SPOOL";
    readonly session: "TOPO_GC_SESSION";
};
/** The folder in which the agents of a user keep their state. */
export declare const STATE_VARIABLE = "TOPO_GC_STATE";
/**
 * The session that a runner's started hook has begun, until the first use of the action in that job takes the final
 * drain over.
 */
export declare const HOOK_VARIABLE = "TOPO_GC_HOOK";
/** The variable of an input for the hooks of a runner: `disk-threshold` is `TOPO_GC_DISK_THRESHOLD`. */
export declare const inputVariable: (input: string) => string;
/** The variables of an environment that have our prefix but are neither in use here nor among `known`. */
export declare const unknownVariables: (env: Readonly<Record<string, string | undefined>>, known: readonly string[]) => string[];
/** Paths of the socket, of its folder and of the spool, and the id of the session. */
type Place = Readonly<Record<keyof typeof VARIABLES, string>>;
/** The environment with which a process can reach that agent. */
export declare const toEnvironment: (place: Place) => Record<string, string>;
/** The address of an agent from an environment; each part may be missing. */
export declare const fromEnvironment: (env: Readonly<Record<string, string | undefined>>) => Partial<Place>;
export {};
