import { expect, test } from 'vitest';
import { AgentUnderTest } from '../support/agent-under-test.ts';
import { EngineObjects } from '../support/engine-objects.ts';

/** What containerlab sets on a node (addDefaultLabels in its core/config.go). */
const containerlabNode = (lab: string, node: string) => ({
  containerlab: lab,
  'clab-node-name': node,
  'clab-node-longname': `clab-${lab}-${node}`,
  'clab-node-kind': 'linux',
  'clab-node-type': '',
  'clab-node-group': '',
  'clab-node-lab-dir': `/tmp/clab-${lab}/${node}`,
  'clab-topo-file': `/tmp/${lab}.clab.yml`,
  'clab-mgmt-net-bridge': 'br-0123456789ab',
  'clab-owner': 'runner',
});

/** And on the management network, which labs share (createMgmtBridge in its runtime/docker/docker.go). */
const CONTAINERLAB_NETWORK = { containerlab: '' };

test('a lab of containerlab goes by its label, and the management network with the last lab', async () => {
  await using objects = new EngineObjects();
  await using agent = await AgentUnderTest.start();
  const [vlan, bgp] = [objects.named('vlan'), objects.named('bgp')];
  const network = (await objects.network('clab', CONTAINERLAB_NETWORK)).name;
  await objects.container('sw1', { network, labels: containerlabNode(vlan, 'sw1') });
  await objects.container('sw2', { network, labels: containerlabNode(vlan, 'sw2') });
  await objects.container('r1', { network, labels: containerlabNode(bgp, 'r1') });
  const lab = (name: string) => ({
    selectors: [`label=containerlab=${name}`],
    networks: [{ name: network, shared: true }],
  });
  const first = await agent.submit(lab(vlan), '?wait=removed');
  expect(first.members.map(({ kind, state }) => `${kind} ${state}`).sort()).toEqual([
    'container removed',
    'container removed',
    'network removed',
  ]);
  expect(await objects.left()).toEqual(['clab', 'r1']);
  expect(await objects.isRunning('r1')).toBe(true);
  await agent.submit(lab(bgp));
  expect(await agent.drain()).toMatchObject({ leaks: [] });
  expect(await objects.left()).toEqual([]);
});

/** What kind sets on a node (commonArgs and runArgsForNode in its docker/provision.go), which holds an anonymous volume. */
const kindNode = (cluster: string, role: string) => ({
  'io.x-k8s.kind.cluster': cluster,
  'io.x-k8s.kind.role': role,
});

test('a cluster of kind goes by its label, with its volumes, and the network that clusters share stays', async () => {
  await using objects = new EngineObjects();
  await using agent = await AgentUnderTest.start();
  const [cluster, other] = [objects.named('kind'), objects.named('kind-2')];
  const network = (await objects.network('kind')).name;
  const node = (role: string, of = cluster) =>
    ({ network, labels: kindNode(of, role), restart: 'on-failure', anonymousVolume: true }) as const;
  await objects.container('control-plane', node('control-plane'));
  await objects.container('worker', node('worker'));
  await objects.container('other-control-plane', node('control-plane', other));
  const volume = (await objects.inspect('worker')).Mounts[0]?.Name ?? '';
  expect(await objects.hasVolume(volume)).toBe(true);
  await agent.submit({ selectors: [`label=io.x-k8s.kind.cluster=${cluster}`] });
  expect(await agent.drain()).toMatchObject({ leaks: [], removed: { containers: 2, networks: 0 } });
  expect(await objects.left()).toEqual(['kind', 'other-control-plane']);
  expect(await objects.hasVolume(volume)).toBe(false);
  expect(await objects.isRunning('other-control-plane')).toBe(true);
});

test('a name that the next test uses again loses nothing, at once or at the drain', async () => {
  await using objects = new EngineObjects();
  await using agent = await AgentUnderTest.start();
  const cluster = objects.named('kind');
  const network = (await objects.network('kind')).name;
  const node = { network, labels: kindNode(cluster, 'control-plane') };
  const body = { selectors: [`label=io.x-k8s.kind.cluster=${cluster}`] };
  await objects.container('first', { ...node, stubborn: true, stopTimeout: 2 });
  const first = await agent.submit(body);
  await objects.container('second', node);
  expect(first.members).toHaveLength(1);
  const second = await agent.submit({ ...body, id: 'second' }, '?wait=removed');
  expect(second.members.map(({ name }) => name)).toContain(objects.named('second'));
  await objects.container('third', node);
  expect(await agent.drain()).toMatchObject({ leaks: [], removed: { containers: 2 } });
  expect(await objects.left()).toEqual(['kind', 'third']);
  expect(await objects.isRunning('third')).toBe(true);
});
