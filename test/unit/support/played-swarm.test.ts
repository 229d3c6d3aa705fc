import { mkdtempDisposable } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { BareEngine } from '../../../bench/setting/bare-engine.ts';
import { PlayedSwarm } from '../../support/played-swarm.ts';

const LARGE = { nodes: 1_000, services: 100, tasksPerService: 100, stacks: 20 };

interface Listed {
  readonly ID: string;
  readonly ServiceID?: string;
  readonly Status: { readonly State: string };
}

const filtered = (path: string, filters: Record<string, readonly string[]>) =>
  `${path}?filters=${encodeURIComponent(JSON.stringify(filters))}`;

test('a played manager lists 10,000 tasks on 1,000 nodes, filters, removes, and counts what was asked', async () => {
  await using folder = await mkdtempDisposable(join(tmpdir(), 'topo-gc-played-'));
  await using swarm = await PlayedSwarm.start(join(folder.path, 'manager.sock'), LARGE);
  using manager = new BareEngine(swarm.host);

  expect(await manager.json('GET', '/info')).toMatchObject({
    Swarm: { ControlAvailable: true, Nodes: 1_000 },
  });
  expect(await manager.json('GET', '/nodes')).toHaveLength(1_000);
  expect(await manager.json('GET', '/tasks')).toHaveLength(10_000);

  const ofStack = { label: ['com.docker.stack.namespace=stack3'] };
  const services = await manager.json<Listed[]>('GET', filtered('/services', ofStack));
  expect(services).toHaveLength(5);
  expect(await manager.json('GET', filtered('/tasks', ofStack))).toHaveLength(500);
  for (const kind of ['networks', 'secrets', 'configs'])
    expect(await manager.json('GET', filtered(`/${kind}`, ofStack))).toHaveLength(1);
  const [first] = services;
  const ofService = filtered('/v1.51/tasks', { service: [first?.ID ?? ''], 'desired-state': ['running'] });
  const tasks = await manager.json<Listed[]>('GET', ofService);
  expect(tasks).toHaveLength(100);
  expect(tasks.every(({ ServiceID, Status }) => ServiceID === first?.ID && Status.State === 'running')).toBe(
    true,
  );

  for (const { ID } of services) await manager.ask('DELETE', `/services/${ID}`);
  await manager.ask('DELETE', '/networks/stack3_net');
  expect(await manager.json('GET', filtered('/tasks', ofStack))).toEqual([]);
  expect(await manager.json('GET', '/tasks')).toHaveLength(9_500);
  expect((await manager.ask('GET', `/services/${first?.ID}`, undefined, [404])).status).toBe(404);
  expect(Object.fromEntries(swarm.requests)).toMatchObject({ 'GET /tasks': 5, 'DELETE /services/{id}': 5 });
});
