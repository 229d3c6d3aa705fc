import { expect, test } from 'vitest';
import { SwarmLab } from '../../scripts/swarm/swarm-lab.ts';
import { AgentUnderTest } from '../support/agent-under-test.ts';
import { skippedFor } from '../support/skipped.ts';
import { lackForSwarms } from '../support/swarm-required.ts';
import { SwarmStack } from '../support/swarm-stack.ts';

const NEEDED = { ...skippedFor(lackForSwarms()), timeout: 180_000 };

test(
  'a stack whose nodes are reached goes with its volumes, and every node is confirmed',
  NEEDED,
  async () => {
    await using lab = await SwarmLab.start();
    await using agent = await AgentUnderTest.start({
      host: lab.manager.host,
      inputs: { 'swarm-nodes': lab.hostPattern, 'deaf-containers': 'kill' },
    });
    await using stack = await SwarmStack.deploy(lab, { hasVolumes: true });
    await stack.untilRunning();
    const left = await stack.left();
    for (const { name } of lab.workers)
      expect(left).toContainEqual(expect.stringContaining(`${name}: volume `));
    await agent.submit({ stacks: [{ name: stack.name, volumes: true }] });
    const report = await agent.drain();
    expect(report).toMatchObject({ leaks: [] });
    expect(report.nodes ?? []).toEqual([]);
    expect(report.unconfirmed).toBeUndefined();
    await stack.untilGone();
  },
);

test('an engine that is not that of its node is not asked, and the node is named', NEEDED, async () => {
  await using lab = await SwarmLab.start({ workers: 1 });
  await using agent = await AgentUnderTest.start({
    host: lab.manager.host,
    inputs: { 'swarm-nodes': `worker1=${lab.manager.host}` },
  });
  const report = await agent.drain();
  expect(report.nodes).toMatchObject([
    { node: 'worker1', why: expect.stringMatching(/is not its own: it is that of node/) },
  ]);
});
