/** The needs of a container while it runs. */
export interface Needs {
    /** Ids or names of containers whose namespaces or volumes it uses. */
    readonly containers?: readonly string[];
    /** The target of its log driver: a host, and a port if one is given. */
    readonly logs?: {
        readonly host: string;
        readonly port?: string;
    };
    /** The services that a container with such a log driver depends on, by Compose's label. */
    readonly services?: readonly string[];
}
/** The addresses under which others reach a container. */
export interface Reach {
    /** Ports of the host that it has published. */
    readonly ports: readonly string[];
    /** Its addresses in networks. */
    readonly addresses: readonly string[];
}
