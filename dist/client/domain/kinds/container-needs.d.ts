/** What a container needs for as long as it runs. */
export interface Needs {
    /** Ids or names of containers whose namespaces or volumes it uses. */
    readonly containers?: readonly string[];
    /** Where its log driver sends its log: a host, and a port, where it is told. */
    readonly logs?: {
        readonly host: string;
        readonly port?: string;
    };
    /** Of a container with such a log driver: the services that it depends on, by Compose's label. */
    readonly services?: readonly string[];
}
/** Where others reach a container. */
export interface Reach {
    /** Ports of the host that it has published. */
    readonly ports: readonly string[];
    /** Its addresses in networks. */
    readonly addresses: readonly string[];
}
