import { describeError, type ErrorCode, TopoGcError } from '../domain/errors.ts';
import type { Milestone } from '../protocol/agent-service.ts';
import { fromEnvironment } from '../protocol/environment.ts';
import type { TopologyAnswer, TopologyBody } from '../protocol/topology-body.ts';
import { type AgentAddress, PATIENCE_MS, withAgent } from './agent-address.ts';

/** A submission without an answer from an agent: it lies in the spool, from which the agent or the drain will take it. */
export interface SpooledTopology {
  readonly id: string;
  readonly state: 'spooled';
  /** Why the client could not reach the agent. */
  readonly reason: TopoGcError;
}

export interface SubmitOptions extends AgentAddress {
  /** Resolves only when all members have reached that state, or have failed; `removed` collects the topology at once. */
  readonly wait?: Milestone | undefined;
}

/** Errors that may pass in a moment: meanwhile the spool takes the submission. */
const NOT_NOW: ReadonlySet<ErrorCode> = new Set(['agent-not-found', 'overloaded']);

/**
 * Hands a topology over: its containers are asked to stop at once, and the caller does not wait for that. If no agent
 * answers within 2 s, or the agent has no room, the submission goes to the spool. It always has an id there, so an agent
 * that also took it late takes it only once.
 * @throws TopoGcError the agent's own errors, `agent-not-found` without a spool or with `wait`, `closed` if the spool is
 *   closed
 */
export async function submit(
  topology: TopologyBody,
  options?: AgentAddress & { readonly wait?: undefined },
): Promise<TopologyAnswer | SpooledTopology>;
export async function submit(
  topology: TopologyBody,
  options: AgentAddress & { readonly wait: Milestone },
): Promise<TopologyAnswer>;
export async function submit(
  topology: TopologyBody,
  options: SubmitOptions = {},
): Promise<TopologyAnswer | SpooledTopology> {
  const { wait, ...address } = options;
  const taken = await submitOrSpool(topology, address);
  if (wait === undefined) return taken;
  if (taken.state !== 'spooled') return waitFor(taken, wait, address);
  const why = `${taken.id} is in the spool: it is not known when all of it is ${wait}`;
  throw new TopoGcError('agent-not-found', why, { cause: taken.reason });
}

/** 13 digits that no other process makes; node:crypto alone would take a fifth of the time of a submission. */
const randomDigits = (): string =>
  Math.floor(Math.random() * 2 ** 52)
    .toString(16)
    .padStart(13, '0');

async function submitOrSpool(
  topology: TopologyBody,
  address: AgentAddress,
): Promise<TopologyAnswer | SpooledTopology> {
  const id = topology.id ?? `topology-${randomDigits()}`;
  const body = { ...topology, id };
  try {
    return await withAgent(address, (client) =>
      client.post<TopologyAnswer>('/v1/topologies', { body, timeoutMs: PATIENCE_MS }),
    );
  } catch (reason) {
    const { spool: folder = fromEnvironment(process.env).spool } = address;
    if (!(reason instanceof TopoGcError) || !NOT_NOW.has(reason.code) || !folder) throw reason;
    const { spool } = await import('../adapters/ipc/spool/spool-file.ts');
    await spool(folder, body).catch((cause) => {
      throw new TopoGcError('closed', `${describeError(reason)}; the spool takes nothing more`, { cause });
    });
    return { id, state: 'spooled', reason };
  }
}

/** Resolves when all members have reached that state. It asks only by id: a name may belong to somebody else by now. */
export async function waitFor(
  topology: TopologyAnswer,
  milestone: Milestone,
  address: AgentAddress = {},
): Promise<TopologyAnswer> {
  const body = { id: topology.id };
  return withAgent(address, (client) =>
    client.post<TopologyAnswer>(`/v1/topologies?wait=${milestone}`, { body }),
  );
}
