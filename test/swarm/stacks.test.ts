import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { BareEngine } from '../../bench/setting/bare-engine.ts';
import { CountedNetwork } from '../../bench/setting/free-addresses.ts';
import { SwarmLab } from '../../scripts/swarm/swarm-lab.ts';
import { AgentUnderTest } from '../support/agent-under-test.ts';
import { skippedFor } from '../support/skipped.ts';
import { lackForSwarms } from '../support/swarm-required.ts';
import { SwarmStack } from '../support/swarm-stack.ts';

/** How often a stack is deployed again right behind its removal, and a service with a published port made again. */
const AGAIN = Number(process.env.TOPO_GC_SWARM_ROUNDS ?? 1);
const SOON = { timeout: 30_000, interval: 50 };
const ROUND_MS = 60_000;

const owned = new AsyncDisposableStack();
let lab: SwarmLab;
let agent: AgentUnderTest;

/**
 * What the manager still shows of a stack. Containers of the workers are not among it, as the agent can't see them; nor are networks:
 * the manager's own copy of one that it has deleted is listed for a moment more.
 */
const shownByManager = async (stack: SwarmStack) =>
  (await stack.left()).filter((what) => /^manager: (?!network )/.test(what));

const submitted = ({ name }: SwarmStack, wait = '?wait=removed') => agent.submit({ stacks: [name] }, wait);

const statesOf = ({ members }: Awaited<ReturnType<typeof submitted>>) =>
  new Set(members.map(({ state, error }) => error ?? state));

/** When containers of the stack died on any node, in ms since the epoch. */
async function deaths({ name }: SwarmStack, since: number): Promise<number[]> {
  const label = `com.docker.stack.namespace=${name}`;
  const filters = JSON.stringify({ type: ['container'], event: ['die'], label: [label] });
  const span = `since=${since / 1_000}&until=${Date.now() / 1_000}`;
  const lines = await Promise.all(
    lab.nodes.map(async ({ host }) => {
      using engine = new BareEngine(host);
      return (await engine.ask('GET', `/events?${span}&filters=${encodeURIComponent(filters)}`)).body;
    }),
  );
  return lines
    .flatMap((each) => each.split('\n'))
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line).timeNano / 1e6);
}

describe('stacks on three nodes', {
  timeout: 90_000 + AGAIN * ROUND_MS,
  ...skippedFor(lackForSwarms()),
}, () => {
  beforeAll(async () => {
    lab = owned.use(await SwarmLab.start({ heartbeatMs: 1_000 }));
    agent = owned.use(await AgentUnderTest.start({ host: lab.manager.host }));
  }, 120_000);

  afterAll(() => owned.disposeAsync(), 60_000);

  test.concurrent('a stack goes in order, no address is lost, and it is deployed again right behind', async () => {
    using manager = new BareEngine(lab.manager.host);
    const outer = await CountedNetwork.make(manager, 'outer', '10.77.0.0/26');
    const free = await outer.free();
    await using stack = await SwarmStack.deploy(lab, { networks: 2, outerNetworks: [outer.id] });
    for (let round = 0; round < AGAIN; round += 1) {
      await stack.untilRunning();
      const began = Date.now();
      const answer = await submitted(stack);
      expect(statesOf(answer)).toEqual(new Set(['removed']));
      expect(await shownByManager(stack)).toEqual([]);
      const died = await deaths(stack, began);
      expect(died).toHaveLength(6);
      const networks = answer.members.filter(({ kind }) => kind === 'network');
      expect(networks).toHaveLength(2);
      for (const { removedAt = 0 } of networks) expect(removedAt).toBeGreaterThan(Math.max(...died));
      await stack.deployAgain();
    }
    await stack.untilRunning();
    await submitted(stack);
    await stack.untilGone();
    await vi.waitFor(async () => expect(await outer.free()).toBe(free), SOON);
  });

  test.concurrent('nobody waits for a submission, and the drain names the nodes that it does not reach', async () => {
    await using own = await AgentUnderTest.start({ host: lab.manager.host });
    await using stack = await SwarmStack.deploy(lab, { services: 1, grace: 1 });
    await stack.untilRunning();
    const { members } = await own.submit({ stacks: [stack.name] });
    expect(members.find(({ kind }) => kind === 'service')).toMatchObject({ state: 'stopping' });
    const report = await own.drain();
    expect(report.leaks).toEqual([]);
    const told = (report.nodes ?? []).map(({ node, why }) => `${node}: ${why}`).sort();
    expect(told).toEqual(
      ['worker1', 'worker2'].map((node) => expect.stringMatching(`^${node}: .*no way to its engine`)),
    );
    await stack.untilGone();
  });

  test.concurrent('a service with a published port is made again at once', async () => {
    const ingress = () => lab.manager.docker.listNetworks({ filters: { name: ['ingress'] } });
    const before = (await ingress()).map(({ Id }) => Id);
    for (let round = 0; round < AGAIN; round += 1) {
      await using stack = await SwarmStack.deploy(lab, { name: 'tgc-port', services: 1, port: 18_080 });
      await stack.untilRunning();
      expect(statesOf(await submitted(stack))).toEqual(new Set(['removed']));
    }
    expect((await ingress()).map(({ Id }) => Id)).toEqual(before);
  });

  test.concurrent('a global service, and one whose tasks crash again and again, leave nothing', async () => {
    await using everywhere = await SwarmStack.deploy(lab, { services: 1, isGlobal: true });
    await using crashing = await SwarmStack.deploy(lab, { services: 1, command: 'exit 1' });
    await everywhere.untilRunning();
    const hasCrashed = async () => (await crashing.tasks()).some(({ Status }) => Status.State === 'failed');
    await vi.waitUntil(hasCrashed, SOON);
    const answers = await Promise.all([submitted(everywhere), submitted(crashing)]);
    for (const answer of answers) expect(statesOf(answer)).toEqual(new Set(['removed']));
    for (const stack of [everywhere, crashing]) {
      expect(await shownByManager(stack)).toEqual([]);
      await stack.untilGone();
    }
  });

  test.concurrent('a service that is scaled and updated while it is handed over goes with all of its tasks', async () => {
    await using stack = await SwarmStack.deploy(lab, { services: 1, replicas: 2 });
    await stack.untilRunning();
    const service = lab.manager.docker.getService(stack.services[0] ?? '');
    const { Version, Spec } = await service.inspect();
    const scaled = { ...Spec, version: Version.Index, Mode: { Replicated: { Replicas: 6 } } };
    scaled.TaskTemplate.ForceUpdate = 1;
    await Promise.all([service.update(scaled).catch(() => {}), submitted(stack)]);
    expect(await shownByManager(stack)).toEqual([]);
    await stack.untilGone();
  });

  test('a node that dies while its tasks stop is told with since when', async () => {
    const own = await AgentUnderTest.start({ host: lab.manager.host });
    await using _own = own;
    await using stack = await SwarmStack.deploy(lab, { services: 1, isStubborn: true, grace: 6 });
    await stack.untilRunning();
    await own.submit({ stacks: [stack.name] });
    const worker = lab.workers[0];
    await worker?.kill();
    const report = await own.drain({ budgetMs: 60_000 });
    await worker?.restart();
    const told = report.nodes?.find(({ node }) => node === 'worker1');
    expect(told?.why).toMatch(/^it is down since 20/);
    expect(report.leaks).toEqual([]);
    await stack.untilGone();
  });

  test('a manager that is restarted while a stack drains', async () => {
    await using own = await AgentUnderTest.start({ host: lab.manager.host });
    await using stack = await SwarmStack.deploy(lab, { services: 1, isStubborn: true, grace: 4 });
    await stack.untilRunning();
    await own.submit({ stacks: [stack.name] });
    const drained = own.drain({ budgetMs: 60_000 });
    await lab.manager.restart();
    const report = await drained;
    expect(report.leaks).toEqual([]);
    expect(report.unconfirmed).toBeUndefined();
    await stack.untilGone();
  });
});
