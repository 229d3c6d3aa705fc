import type { TopologyBody } from '../protocol/topology-body.ts';
import type { AgentAddress } from './agent-address.ts';
/** `afterAll` or `afterEach` of vitest and jest, `after` of node:test and mocha. */
export type TeardownHook = (teardown: () => Promise<void>) => unknown;
export interface SubmitAfterOptions extends AgentAddress {
    /** Tears down by other means if neither an agent nor its spool takes the topology, for example on a machine without an agent. */
    readonly otherwise?: (() => unknown) | undefined;
}
/**
 * Hands a topology over in a hook of the test runner: `submitAfter(afterAll, () => ({ containers: [web.getId()] }))`.
 * @param topology a function is called when the tests are over
 * @throws nothing itself; without `otherwise`, the hook fails as `submit` does
 */
export declare function submitAfter(hook: TeardownHook, topology: TopologyBody | (() => TopologyBody | Promise<TopologyBody>), options?: SubmitAfterOptions): void;
