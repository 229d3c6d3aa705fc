import type { SiteName } from './engine.ts';
/** The beginning of the journal: whose it is, and what the session may touch. */
export interface Session {
    /** A label value: `topo-gc.session=<id>` marks a container of this session. */
    readonly id: string;
    /** ISO 8601, the engine's clock: whatever was created before belongs to somebody else. */
    readonly startedAt: string;
    /** `/info` `ID`. */
    readonly engineId: string;
    /** All engines, if there are several: the first is the default. */
    readonly engines?: readonly SessionEngine[];
}
/** One of several engines of a session. */
export interface SessionEngine {
    /** Absent for the default, unless the job has named it. */
    readonly name?: SiteName;
    /** `/info` `ID`. */
    readonly id: string;
    readonly host: string;
}
