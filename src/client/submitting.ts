import { describeError, type ErrorCode, TopoGcError } from '../domain/errors.ts';
import type { Milestone } from '../protocol/agent-service.ts';
import type { TopologyAnswer, TopologyBody } from '../protocol/topology-body.ts';
import { type AgentAddress, PATIENCE_MS, withAgent } from './agent-address.ts';

/** A submission that no agent has answered: it lies in the spool, from where the agent or the drain will take it. */
export interface SpooledTopology {
  readonly id: string;
  readonly state: 'spooled';
  /** Why the agent was not reached. */
  readonly reason: TopoGcError;
}

export interface SubmitOptions extends AgentAddress {
  /** Resolve only when all of its members are that far, or have failed; `removed` has it collected at once. */
  readonly wait?: Milestone | undefined;
}

/** What may be different in a moment: the spool takes it until then. */
const NOT_NOW: ReadonlySet<ErrorCode> = new Set(['agent-not-found', 'overloaded']);

/**
 * Hands a topology over: its containers are asked to stop at once, and nobody waits. Where no agent answers within 2 s, or it
 * has no room, it is left in the spool, under an id in any case, so that an agent that took it too late takes it once.
 * @throws TopoGcError the agent's own, `agent-not-found` without a spool or where `wait` was asked for, `closed` where the
 *   spool is
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
  const why = `${taken.id} is in the spool, and nobody can say when all of it is ${wait}`;
  throw new TopoGcError('agent-not-found', why, { cause: taken.reason });
}

/** 13 digits that no other process makes; node:crypto alone would take a fifth of the time that a submission takes. */
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
    const { spool: folder = process.env.TOPO_GC_SPOOL } = address;
    if (!(reason instanceof TopoGcError) || !NOT_NOW.has(reason.code) || !folder) throw reason;
    const { spool } = await import('../adapters/ipc/spool/spool-file.ts');
    await spool(folder, body).catch((cause) => {
      throw new TopoGcError('closed', `${describeError(reason)}; the spool takes nothing more`, { cause });
    });
    return { id, state: 'spooled', reason };
  }
}

/** Resolves when all of its members are that far. It is asked for by its id alone: a name may be somebody else's by now. */
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
