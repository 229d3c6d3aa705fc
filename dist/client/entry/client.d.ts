/** The exports of `topo-gc/client`. It needs no package; the agent is that of `TOPO_GC_SOCKET`. */
export type { AgentAddress } from '../client/agent-address.ts';
export { type CollectionUnderWay, type CollectOptions, collect, type DrainOptions, drain, } from '../client/collecting.ts';
export { dropLease, Lease, type LeaseOptions, lease } from '../client/leasing.ts';
export { events, status, strays, topologies, topology } from '../client/observing.ts';
export { type SubmitAfterOptions, submitAfter, type TeardownHook } from '../client/submit-after.ts';
export { type SpooledTopology, type SubmitOptions, submit } from '../client/submitting.ts';
export { type ErrorCode, type Fault, type Problem, TopoGcError } from '../domain/errors.ts';
export type { JournalEvent } from '../domain/ledger/journal-events.ts';
export type { CollectionRecord } from '../domain/removal/collection.ts';
export type { Report } from '../domain/report/report.ts';
export type { Stray, Strays } from '../domain/strays/stray.ts';
export type { SelectorObject } from '../domain/topology/submission.ts';
export type { Member } from '../domain/topology/topology.ts';
export type { DrainProgress, Milestone, Status } from '../protocol/agent-service.ts';
export type { MemberName, SharableName, TopologyAnswer, TopologyBody, } from '../protocol/topology-body.ts';
