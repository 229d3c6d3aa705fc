import { mkdtempDisposable } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { AgentUnderTest } from '../../../support/agent-under-test.ts';
import { PlayedSwarm } from '../../../support/played-swarm.ts';

const SERVICES = 20;

/** Which requests a stack of twenty services costs, from its submission until it is gone. */
async function requestsFor(tasksPerService: number): Promise<ReadonlyMap<string, number>> {
  await using folder = await mkdtempDisposable(join(tmpdir(), 'topo-gc-played-'));
  const size = { nodes: 1_000, services: SERVICES, tasksPerService, stacks: 1 };
  await using swarm = await PlayedSwarm.start(join(folder.path, 'manager.sock'), size);
  await using agent = await AgentUnderTest.start({ host: swarm.host });
  // What is older than the session is not its own.
  swarm.makeAnew(size);
  swarm.requests.clear();
  const { members } = await agent.submit({ stacks: ['stack0'] }, '?wait=removed');
  expect(new Set(members.map(({ state }) => state))).toEqual(new Set(['removed']));
  expect(swarm.cluster.count('tasks')).toBe(0);
  return swarm.requests;
}

test('of 10,000 tasks on 1,000 nodes lists are asked for, and never one task', {
  timeout: 60_000,
}, async () => {
  const few = await requestsFor(1);
  const many = await requestsFor(500);
  const total = (requests: ReadonlyMap<string, number>) =>
    [...requests.values()].reduce((sum, count) => sum + count, 0);
  expect(many.get('DELETE /services/{id}')).toBe(SERVICES);
  expect(many.get('GET /tasks/{id}')).toBeUndefined();
  expect(many.get('GET /tasks') ?? 0).toBeLessThanOrEqual(10);
  expect(total(many)).toBeLessThanOrEqual(total(few) + SERVICES);
});
