/** What the journal begins with: whose it is, and what it may touch. */
export interface Session {
    /** A label value: `topo-gc.session=<id>` marks a container as this session's. */
    readonly id: string;
    /** ISO 8601, the engine's clock: what was created before is somebody else's. */
    readonly startedAt: string;
    /** `/info` `ID`. */
    readonly engineId: string;
}
