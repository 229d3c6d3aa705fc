import Docker from 'dockerode';
import { GenericContainer, Network } from 'testcontainers';
import { afterAll, expect, test } from 'vitest';
import { AgentUnderTest } from '../support/agent-under-test.ts';

const SESSION_LABEL = 'org.testcontainers.session-id';

const { TOPO_GC_TEST_IMAGE: image = '' } = process.env;
const docker = new Docker();

/** The library's own is reached at a port of this host, which engines in a network of their own don't publish. */
process.env.TESTCONTAINERS_RYUK_DISABLED = 'true';

/** Stands in for `testcontainers/ryuk`: the name and the labels that it has, and no removals. */
async function startReaper(session: string): Promise<Docker.Container> {
  const reaper = await docker.createContainer({
    name: `testcontainers-ryuk-${session}`,
    Image: image,
    Cmd: ['sleep', '60'],
    Labels: { 'org.testcontainers.ryuk': 'true', [SESSION_LABEL]: session },
  });
  await reaper.start();
  return reaper;
}

/** The library has one session, and with it one reaper, in each process. */
let reaper: Docker.Container | undefined;

afterAll(() => reaper?.remove({ force: true }));

/** A container in a network, as the library makes them. */
async function bringUp() {
  const network = await new Network().start();
  const container = await new GenericContainer(image)
    .withNetwork(network)
    .withCommand(['sleep', '60'])
    .start();
  const session = container.getLabels()[SESSION_LABEL] ?? '';
  reaper ??= await startReaper(session);
  const label = `${SESSION_LABEL}=${session}`;
  return { label, reaper: reaper.id, container: container.getId(), network: network.getId() };
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
  await expect(agent.submit({ containers: [made.reaper] })).rejects.toMatchObject({
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
