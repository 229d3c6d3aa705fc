import { GenericContainer, Network, type StartedNetwork, type StartedTestContainer } from 'testcontainers';
import { submitAfter } from 'topo-gc/client';
import { afterAll, beforeAll, expect, test } from 'vitest';

const { IMAGE = 'busybox' } = process.env;

let network: StartedNetwork;
let web: StartedTestContainer;

submitAfter(
  afterAll,
  () => ({ name: 'shop', containers: [web.getId()], networks: [network.getId()], stopTimeout: '1s' }),
  {
    // Without an agent, as on a laptop.
    otherwise: async () => {
      await web.stop();
      await network.stop();
    },
  },
);

beforeAll(async () => {
  network = await new Network().start();
  web = await new GenericContainer(IMAGE)
    .withNetwork(network)
    .withCommand(['httpd', '-f', '-h', '/etc'])
    .start();
}, 60_000);

test('the shop answers', async () => {
  const { output } = await web.exec(['wget', '-q', '-O', '-', 'http://127.0.0.1/hosts']);
  expect(output).toContain('localhost');
});
