/** What `topo-gc/client` offers. It needs Node 20 or newer and no package; the agent is that of `TOPO_GC_SOCKET`. */
export type { DrainProgress, Milestone, Status } from '../domain/agent-service.ts';
export type { CollectionRecord } from '../domain/collection.ts';
export { type ErrorCode, type Fault, type Problem, TopoGcError } from '../domain/errors.ts';
export type { JournalEvent } from '../domain/journal-events.ts';
export type { Report } from '../domain/report.ts';
export type { Member } from '../domain/topology.ts';
export type { MemberName, SelectorObject, SharableName, TopologyAnswer, TopologyBody, } from '../domain/topology-body.ts';
export type { AgentAddress } from './client/agent.ts';
export { type CollectionUnderWay, type CollectOptions, collect, type DrainOptions, drain, } from './client/collect.ts';
export { Lease, type LeaseOptions, lease } from './client/lease.ts';
export { events, status, topologies, topology } from './client/observe.ts';
export { type SpooledTopology, type SubmitOptions, submit } from './client/submit.ts';
export { type SubmitAfterOptions, submitAfter, type TeardownHook } from './client/submit-after.ts';
