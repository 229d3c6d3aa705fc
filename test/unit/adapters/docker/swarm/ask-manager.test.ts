import { once } from 'node:events';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../../../../scripts/temporary-folder.ts';
import { DockerEngine } from '../../../../../src/adapters/docker/docker-engine.ts';
import type { SwarmRole } from '../../../../../src/domain/swarm.ts';

const NO_SWARM =
  'This node is not a swarm manager. Use "docker swarm init" or "docker swarm join" to connect this node to swarm and try again.';
const WORKER =
  "This node is not a swarm manager. Worker nodes can't be used to view or modify cluster state. Please run this command on a manager node or promote the current node to a manager.";
const FAILING =
  'This node is not a swarm manager. Manager is being prepared or has trouble connecting to the cluster.';

const MANAGER: SwarmRole = { nodeId: 'n1', isManager: true, managers: ['10.0.0.1:2377'] };

const WEB = {
  ID: 'webwebwebwebwebwebwebwebw',
  CreatedAt: '2026-11-24T10:00:00.1Z',
  Spec: {
    Name: 'web',
    Labels: { suite: 'lab' },
    TaskTemplate: {
      Networks: [{ Target: 'net' }],
      ContainerSpec: {
        Image: 'nginx:1@sha256:abc',
        Labels: { 'topo-gc.session': 's1' },
        StopGracePeriod: 3_000_000_000,
        Mounts: [
          { Type: 'volume', Source: 'data' },
          { Type: 'bind', Source: '/etc' },
        ],
      },
    },
  },
};

/** As a node shows it that has joined it just now. */
const OVERLAY = {
  Id: 'n'.repeat(25),
  Name: 'net',
  Created: '2026-11-24T10:00:00.1Z',
  Scope: 'swarm',
  Labels: {},
};

interface Played {
  readonly swarm?: SwarmRole;
  /** What it says to whoever asks for something of a Swarm. */
  readonly refusal?: string;
  readonly state?: string;
}

/** An engine that answers so, and what it was asked. */
async function play({ swarm, ...played }: Played) {
  let { refusal, state = 'active' } = played;
  let isShuttingDown = false;
  const folder = await temporaryFolder('topo-gc-swarm');
  const socket = join(folder.path, 'engine.sock');
  const asked: string[] = [];
  const answers: Readonly<Record<string, unknown>> = {
    containers: [],
    networks: [{ ...OVERLAY, Created: '2026-11-20T10:00:00.1Z' }],
    volumes: { Volumes: [] },
    services: [WEB],
    nodes: [
      { ID: 'n1', Description: { Hostname: 'one' }, Status: { State: 'ready' } },
      {
        ID: 'n2',
        UpdatedAt: '2026-11-24T09:00:00Z',
        Description: { Hostname: 'two' },
        Status: { State: 'down' },
      },
    ],
    tasks: [
      { ID: 't1', ServiceID: WEB.ID, NodeID: 'n1', Status: { ContainerStatus: { ContainerID: 'c1' } } },
      { ID: 't2', ServiceID: WEB.ID, NodeID: 'n2', Status: {} },
      { ID: 't3', ServiceID: WEB.ID },
      { ID: 't4', ServiceID: 'other', NodeID: 'n1' },
    ],
    configs: [],
    secrets: [],
  };
  const server = createServer((request, response) => {
    const [, , what = '', id] = new URL(`http://x${request.url}`).pathname.split('/');
    asked.push(what);
    const RemoteManagers = [{ Addr: '10.0.0.1:2377' }];
    const info = { Swarm: { NodeID: 'n1', LocalNodeState: state, RemoteManagers } };
    const isClustered = ['services', 'configs', 'secrets', 'tasks', 'nodes'].includes(what);
    if (isClustered && refusal !== undefined)
      response.writeHead(503).end(JSON.stringify({ message: refusal }));
    else if (what === 'tasks' && request.url?.includes('gone'))
      response.writeHead(404).end(JSON.stringify({ message: 'service gone not found' }));
    else if (id === undefined || id === 'json')
      response.end(JSON.stringify(what === 'info' ? info : answers[what]));
    else if (id === 'net') response.end(JSON.stringify(OVERLAY));
    else if (id === 'web') response.end(JSON.stringify(WEB));
    else response.writeHead(404).end(JSON.stringify({ message: 'not found' }));
  });
  server.on('connection', (connection) => isShuttingDown && connection.destroy());
  await once(server.listen(socket), 'listening');
  const engine = new DockerEngine({ host: `unix://${socket}`, apiVersion: '1.41', ...(swarm && { swarm }) });
  return {
    engine,
    asked,
    /** It has left its Swarm, and takes no connection any more. */
    shutDown() {
      [refusal, state, isShuttingDown] = [NO_SWARM, 'inactive', true];
    },
    async [Symbol.asyncDispose]() {
      engine.close();
      server.closeAllConnections();
      server.close();
      await folder[Symbol.asyncDispose]();
    },
  };
}

test('an engine without a Swarm is not asked for what only managers know', async () => {
  await using played = await play({ refusal: NO_SWARM });
  expect(await played.engine.list()).toMatchObject([{ kind: 'network' }]);
  expect(await played.engine.listLabelled('suite=lab')).toEqual([]);
  expect(new Set(played.asked)).toEqual(new Set(['containers', 'networks', 'volumes']));
});

test('without a Swarm, a service that is named is not there, and a stack is empty', async () => {
  await using played = await play({ refusal: NO_SWARM });
  expect(await played.engine.find('service', 'web')).toBeUndefined();
  expect(await played.engine.listLabelled('suite=lab', ['service', 'secret'])).toEqual([]);
});

test('a manager lists services by the labels of either kind, with what is to be remembered', async () => {
  await using played = await play({ swarm: MANAGER });
  const [service, ...others] = await played.engine.listLabelled('topo-gc.session=s1');
  expect(others).toEqual([]);
  expect(service).toEqual({
    kind: 'service',
    id: WEB.ID,
    name: 'web',
    createdAt: WEB.CreatedAt,
    labels: { suite: 'lab', 'topo-gc.session': 's1' },
    image: 'nginx:1',
    networks: ['net'],
    volumes: ['data'],
    graceMs: 3_000,
  });
  expect(await played.engine.listLabelled('suite=lab')).toHaveLength(1);
});

test('an engine that becomes a manager while it is used is asked from then on', async () => {
  await using played = await play({});
  expect(await played.engine.list()).toHaveLength(1);
  expect(await played.engine.find('service', 'web')).toMatchObject({ name: 'web' });
  expect(await played.engine.list()).toHaveLength(2);
});

test('a worker that is asked for a service or a stack says where a manager is', async () => {
  const role = { ...MANAGER, isManager: false };
  await using played = await play({ swarm: role, refusal: WORKER });
  const where = expect.objectContaining({
    fault: 'rejected',
    message: expect.stringContaining('a manager is at 10.0.0.1:2377'),
  });
  await expect(played.engine.find('service', 'web')).rejects.toEqual(where);
  await expect(played.engine.listLabelled('suite=lab', ['service'])).rejects.toEqual(where);
  expect(await played.engine.listLabelled('suite=lab')).toEqual([]);
});

test.each([
  ['has trouble', { refusal: FAILING }],
  ['has become a worker', { refusal: WORKER }],
  ['has failed to start its Swarm', { refusal: NO_SWARM, state: 'error' }],
])('a manager that %s is a failure, and not an engine without a Swarm', async (_, played) => {
  await using manager = await play({ swarm: MANAGER, ...played });
  await expect(manager.engine.list()).rejects.toMatchObject({ name: 'EngineError' });
});

test('a manager that has left its Swarm has nothing of it any more', async () => {
  await using played = await play({ swarm: MANAGER, refusal: NO_SWARM, state: 'inactive' });
  expect(await played.engine.list()).toMatchObject([{ kind: 'network' }]);
});

test('a manager that shuts down has not left its Swarm', async () => {
  await using played = await play({ swarm: MANAGER });
  expect(await played.engine.find('service', 'web')).toMatchObject({ name: 'web' });
  played.shutDown();
  await expect(played.engine.find('service', 'web')).rejects.toMatchObject({ fault: 'unreachable' });
});

test('tasks that a node has taken are listed in one request, with their nodes', async () => {
  await using played = await play({ swarm: MANAGER });
  expect(await played.engine.tasks({ services: [WEB.ID] })).toEqual([
    { id: 't1', service: WEB.ID, nodeId: 'n1', node: 'one', container: 'c1', isHere: true },
    { id: 't2', service: WEB.ID, nodeId: 'n2', node: 'two', downSince: '2026-11-24T09:00:00Z' },
  ]);
  expect(played.asked.filter((what) => what === 'tasks')).toHaveLength(1);
});

test('an overlay is as old as the Swarm says, and not as young as its part on this node', async () => {
  await using played = await play({ swarm: MANAGER });
  expect(await played.engine.find('network', 'net')).toMatchObject({
    createdAt: '2026-11-20T10:00:00.1Z',
    isOverlay: true,
  });
});

test('one service that is gone does not hide the tasks of the others', async () => {
  await using played = await play({ swarm: MANAGER });
  expect(await played.engine.tasks({ services: ['gone', WEB.ID] })).toHaveLength(2);
});
