import { randomUUID } from 'node:crypto';
import Docker from 'dockerode';
import { GenericContainer, Network } from 'testcontainers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { AgentUnderTest } from '../agent-under-test.ts';

const SESSION_LABEL = 'org.testcontainers.session-id';

/** Stands in for `testcontainers/ryuk`, which no registry is asked for: its label, its port, what it prints, and no removals. */
const REAPER = 'echo Started; while :; do nc -l -p 8080 >/dev/null; done';
const REAPER_IMAGE = `topo-gc-test-ryuk-${randomUUID().slice(0, 8)}`;

const { TOPO_GC_TEST_IMAGE: image = '' } = process.env;
const docker = new Docker();

beforeAll(async () => {
  const container = await docker.createContainer({ Image: image, Cmd: ['true'] });
  await container.commit({
    repo: REAPER_IMAGE,
    tag: 'latest',
    changes: `LABEL org.testcontainers.ryuk=true\nCMD ${JSON.stringify(['sh', '-c', REAPER])}`,
  });
  await container.remove();
  process.env.RYUK_CONTAINER_IMAGE = `${REAPER_IMAGE}:latest`;
});

afterAll(async () => {
  const ours = await docker.listContainers({ all: true, filters: { ancestor: [REAPER_IMAGE] } });
  for (const { Id } of ours) await docker.getContainer(Id).remove({ force: true });
  await docker.getImage(REAPER_IMAGE).remove();
});

/** A container in a network, as the library makes them. */
async function bringUp() {
  const network = await new Network().start();
  const container = await new GenericContainer(image)
    .withNetwork(network)
    .withCommand(['sleep', '60'])
    .start();
  const label = `${SESSION_LABEL}=${container.getLabels()[SESSION_LABEL]}`;
  return { label, container: container.getId(), network: network.getId() };
}

/** What is there of a session: names of its reaper, ids of the rest. */
async function shown(label: string): Promise<string[]> {
  const filters = { label: [label] };
  const containers = await docker.listContainers({ all: true, filters });
  const networks = await docker.listNetworks({ filters });
  const idOrName = ({ Id, Names: [name = ''] }: Docker.ContainerInfo) =>
    name.startsWith('/testcontainers-ryuk-') ? 'reaper' : Id;
  return [...containers.map(idOrName), ...networks.map(({ Id }) => Id)];
}

/** As ryuk does when its session has ended: containers, then networks, and what somebody else has removed is no failure. */
async function reap({ container, network }: { readonly container: string; readonly network: string }) {
  const unlessGone = (error: Error & { statusCode?: number }) => {
    if (error.statusCode !== 404 && error.statusCode !== 409) throw error;
  };
  await docker.getContainer(container).remove({ force: true, v: true }).catch(unlessGone);
  await docker.getNetwork(network).remove().catch(unlessGone);
}

test('what a session has made goes by its label, and its reaper, which carries it too, is left alone', async () => {
  await using agent = await AgentUnderTest.start();
  const { label, container, network } = await bringUp();
  expect((await shown(label)).sort()).toEqual([container, network, 'reaper'].sort());
  const topology = await agent.submit({ selectors: [`label=${label}`], stopTimeout: '1s' });
  expect(topology.members.map(({ id }) => id).sort()).toEqual([container, network].sort());
  expect(await agent.drain()).toMatchObject({ leaks: [], removed: { containers: 1, networks: 1 } });
  expect(await shown(label)).toEqual(['reaper']);
});

test('the reaper is refused where it is named', async () => {
  await using agent = await AgentUnderTest.start();
  const made = await bringUp();
  const [session = ''] = made.label.split('=').slice(1);
  await expect(agent.submit({ containers: [`testcontainers-ryuk-${session}`] })).rejects.toMatchObject({
    code: 'refused',
    faults: [{ field: 'containers[0]', detail: expect.stringContaining('reaper of Testcontainers') }],
  });
  await agent.submit({ containers: [made.container], networks: [made.network], stopTimeout: '1s' });
  expect(await agent.drain()).toMatchObject({ leaks: [] });
});

test.each(['before', 'after', 'while'])('the reaper may be at work %s the agent', async (order) => {
  await using agent = await AgentUnderTest.start();
  const made = await bringUp();
  await agent.submit({ id: 't', selectors: [`label=${made.label}`], stopTimeout: '1s' });
  if (order === 'before') await reap(made);
  const [report] = await Promise.all([agent.drain(), order === 'while' && reap(made)]);
  if (order === 'after') await reap(made);
  expect(report.leaks).toEqual([]);
  expect(await shown(made.label)).toEqual(['reaper']);
});
