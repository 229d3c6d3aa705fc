import type { HostMoment } from '../moment.ts';
/**
 * The objects that belong to the runner: the job's container, its service containers and their network; ids, names or
 * prefixes of ids.
 */
export interface Guarded {
    readonly containers: readonly string[];
    readonly networks: readonly string[];
    /** Labels without a value that the runner gives to all that it makes itself, also later in the session. */
    readonly labels?: readonly string[];
    /** Names of the volumes from before the session, because engines give a volume's age in whole seconds, or not at all. */
    readonly volumes?: readonly string[];
    /** Ids of the images from before the session; absent if no image is to be removed. */
    readonly images?: readonly string[];
}
/** The input of the protection rules for members on the host. */
export interface HostRules {
    /** The beginning of the session. */
    readonly began: HostMoment;
    /** The agent's own files: its socket, its spool, its journal. */
    readonly ownFolders: readonly string[];
}
