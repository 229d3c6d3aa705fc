import { expect, vi } from 'vitest';
import { BEAT_MS } from '../../src/session/agent/compose-agent.ts';
import type { AgentUnderTest } from '../support/agent-under-test.ts';
import { SpawnedProcess } from '../support/spawned-process.ts';

/** An engine that tells whole seconds tells of one that is surely over after so many ms. */
export const SURELY_MS = 1000;

/** Leases for a process that lives until it is killed. */
export async function leaseForProcess(agent: AgentUnderTest, submission: object): Promise<SpawnedProcess> {
  const owner = new SpawnedProcess('sleep', ['600']);
  const answer = await agent.ask('POST', '/v1/leases', { ...submission, owner: { pid: owner.pid } });
  expect(answer).toMatchObject({ status: 201 });
  return owner;
}

/**
 * Kills an agent, and whoever leases from it, once it was seen alive after all that is on the engine now; what is built from then
 * on is surely younger.
 */
export async function killJob(agent: AgentUnderTest, ...owners: readonly SpawnedProcess[]): Promise<void> {
  const now = Date.now();
  await vi.waitFor(() => expect(agent.state.lastAlive).toBeGreaterThan(now + SURELY_MS), { timeout: 20_000 });
  await agent.kill();
  for (const owner of owners) {
    owner.child.kill('SIGKILL');
    await owner.exited();
  }
  const over = agent.state.lastAlive + BEAT_MS + SURELY_MS;
  await vi.waitFor(() => expect(Date.now()).toBeGreaterThan(over), { timeout: 5_000 });
}

/** Waits until the second is over in which something was made: then a volume of that name that is made anew has another time. */
export async function untilNextSecond(): Promise<void> {
  const second = Math.floor(Date.now() / 1000);
  await vi.waitFor(() => expect(Math.floor(Date.now() / 1000)).toBeGreaterThan(second), { timeout: 5_000 });
}

/** Waits for as long as the agent can't tell its engine's clock: what is made from then on is surely younger than what was before. */
export async function untilClocksTell({ state }: AgentUnderTest): Promise<void> {
  const { most, least } = state.readSession().engine.ahead;
  const clear = Date.now() + (most - least);
  await vi.waitFor(() => expect(Date.now()).toBeGreaterThan(clear), { timeout: 40_000 });
}
