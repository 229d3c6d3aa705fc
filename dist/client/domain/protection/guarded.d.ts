import type { HostMoment } from '../moment.ts';
/** What belongs to the runner: the job's container, its service containers and their network; ids, names or prefixes of ids. */
export interface Guarded {
    readonly containers: readonly string[];
    readonly networks: readonly string[];
    /** Names of the volumes that were there before the session, as engines tell their age in whole seconds, or not at all. */
    readonly volumes?: readonly string[];
    /** Ids of the images that were there before the session; absent where none is to be removed. */
    readonly images?: readonly string[];
}
/** What protection asks of what is on the host. */
export interface HostRules {
    /** When the session began. */
    readonly began: HostMoment;
    /** The agent's own: its socket, its spool, its journal. */
    readonly ownFolders: readonly string[];
}
