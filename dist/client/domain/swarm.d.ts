/** The part of an engine in a Swarm. */
export interface SwarmRole {
    /** The id of its node. */
    readonly nodeId: string;
    readonly isManager: boolean;
    /** Addresses of the managers, `HOST:PORT`. */
    readonly managers: readonly string[];
}
/** A node of a Swarm. */
export interface SwarmNode {
    readonly id: string;
    readonly hostname: string;
    /** Its address in the cluster, without a port; '' if the manager does not tell it. */
    readonly address: string;
}
/** The same as the manager lists it at this moment. */
export interface ListedNode extends SwarmNode {
    /** It is the node of the engine that listed it. */
    readonly isHere?: true;
    /** Since when it is down, ISO 8601 by the manager's clock; absent if it is up. */
    readonly downSince?: string;
}
/** A task of a service that a node has taken, as the manager lists it. */
export interface ServiceTask {
    readonly id: string;
    /** The id of its node, and the node's hostname. */
    readonly nodeId: string;
    readonly node: string;
    /** The node's address in the cluster, without a port; absent if the manager does not tell it. */
    readonly address?: string;
    /** The full id of its container; absent if it has none yet. */
    readonly container?: string;
    /** Its node is that of the engine that listed it. */
    readonly isHere?: true;
}
/** The same with what holds at this moment only. */
export interface ListedTask extends ServiceTask {
    /** The id of its service. */
    readonly service: string;
    /** Since when its node is down, ISO 8601 by the manager's clock; absent if the node is up. */
    readonly downSince?: string;
}
/** The tasks of some services, or certain tasks, by ids. */
export type TasksAsked = {
    readonly services: readonly string[];
} | {
    readonly tasks: readonly string[];
};
/** A container of a task. */
export interface TaskContainer {
    readonly id: string;
    readonly name: string;
    /** It ran, and has ended. */
    readonly hasExited?: true;
}
/** A node on which it is not known whether containers of a service are left. */
export interface UnconfirmedNode {
    /** Its hostname. */
    readonly node: string;
    /** How many tasks of the service it had. */
    readonly tasks: number;
    readonly why: string;
}
/** The label by which the container of a task names its service, with the service's id. */
export declare const SERVICE_ID_LABEL = "com.docker.swarm.service.id";
/** The label of all that a stack has made, with the stack's name. */
export declare const STACK_LABEL = "com.docker.stack.namespace";
type Labelled = {
    readonly kind: string;
    readonly labels: Readonly<Record<string, string>>;
};
/** The id of the service whose task a container is; `undefined` for anything else. */
export declare const serviceOfTask: ({ kind, labels }: Labelled) => string | undefined;
export {};
