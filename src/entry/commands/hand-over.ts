import { randomUUID } from 'node:crypto';
import { spool } from '../../adapters/ipc/spool-file.ts';
import { describeError, TopoGcError } from '../../domain/errors.ts';
import type { EngineKind, Member } from '../../domain/topology.ts';
import { reviveAgent } from '../revive.ts';
import { say, withAgent } from './command.ts';

/** What the agent answers. */
export interface SubmittedTopology {
  readonly id: string;
  readonly state: string;
  readonly members: readonly Member[];
}

/** How long an agent may take to take a topology before it is spooled, in ms. */
const PATIENCE_MS = 2_000;

/**
 * Hands a topology over by the socket, or leaves it in the spool where no agent answers; `undefined` then. It has an id in
 * any case, so that an agent that took it too late takes it once.
 * @throws TopoGcError the agent's own, `agent-not-found` without a spool, `closed` where the spool is
 */
export async function handOver(topology: object): Promise<SubmittedTopology | undefined> {
  const body = { id: `topology-${randomUUID().slice(0, 13)}`, ...topology };
  try {
    return await withAgent((client) =>
      client.post<SubmittedTopology>('/v1/topologies', { body, timeoutMs: PATIENCE_MS }),
    );
  } catch (error) {
    const { TOPO_GC_SPOOL } = process.env;
    if (!(error instanceof TopoGcError) || error.code !== 'agent-not-found' || !TOPO_GC_SPOOL) throw error;
    await spool(TOPO_GC_SPOOL, body).catch((cause) => {
      throw new TopoGcError('closed', `${describeError(error)}; the spool takes nothing more`, { cause });
    });
    say(`${describeError(error)}: ${body.id} is in the spool, from where it will be taken`);
    await revive();
    return undefined;
  }
}

/** Starts the agent anew where it is dead; where that fails, the drain does its work. */
async function revive(): Promise<void> {
  const { TOPO_GC_DIR } = process.env;
  if (!TOPO_GC_DIR) return;
  try {
    if (await reviveAgent(TOPO_GC_DIR, process.env)) say('the agent was dead, and goes on from its journal');
  } catch (error) {
    say(describeError(error));
  }
}

/**
 * Resolves when all of its members are that far. They are named by id: a name may be somebody else's by now. Links and paths
 * have nothing but a name, and are left out: the agent knows them.
 */
export async function waitFor(
  topology: SubmittedTopology,
  milestone: 'stopped' | 'removed',
): Promise<SubmittedTopology> {
  const { id, members } = topology;
  if (members.every(({ state }) => state === 'absent')) return topology;
  const ids = (kind: EngineKind) =>
    members.filter((member) => member.kind === kind && member.state !== 'absent').map((member) => member.id);
  const body = { id, containers: ids('container'), networks: ids('network'), volumes: ids('volume') };
  return withAgent((client) => client.post<SubmittedTopology>(`/v1/topologies?wait=${milestone}`, { body }));
}
