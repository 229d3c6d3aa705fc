import { describe, expect, test } from 'vitest';
import type { Engine } from '../../../../src/domain/engine.ts';
import { planDrain } from '../../../../src/runtime/drain/drain.ts';
import { AgentRig } from '../../../fakes/agent-rig.ts';
import { busy, unreachable } from '../../../fakes/fake-engine.ts';

const SECOND = 1000;

const CALLS: readonly (keyof Engine)[] = [
  'find',
  'listLabelled',
  'list',
  'countBridges',
  'stop',
  'kill',
  'remove',
];

/** A container with all the time of the world, submitted. */
async function submitStubborn(rig: AgentRig, name = 'stubborn'): Promise<void> {
  rig.world.container(name, { stopMs: 3600 * SECOND, graceMs: 3600 * SECOND });
  await rig.submit(name, { containers: [name] });
}

describe('a budget keeps time for killing and for asking the engine', () => {
  test.each([
    [240, 200, 230],
    [100, 65, 90],
    [5, 3.25, 4.5],
    [1, 0.65, 0.9],
  ])('of %d s, it kills after %d s and gives up after %d s', (budget, kill, giveUp) => {
    expect(planDrain(7000, budget * SECOND)).toEqual({
      endAt: 7000 + budget * SECOND,
      giveUpAt: 7000 + giveUp * SECOND,
      killAt: 7000 + kill * SECOND,
    });
  });
});

test('what has not stopped near the end is killed and removed', async () => {
  using rig = new AgentRig();
  await submitStubborn(rig);
  const report = await rig.drain({ budgetMs: 60 * SECOND });
  expect(report).toMatchObject({ removed: { containers: 1 }, leaks: [] });
  expect(rig.elapsed).toBeGreaterThanOrEqual(30 * SECOND);
  expect(rig.elapsed).toBeLessThan(60 * SECOND);
});

test('what can not even be killed is removed by force', async () => {
  using rig = new AgentRig();
  await submitStubborn(rig);
  rig.script.fail('kill', busy());
  const report = await rig.drain({ budgetMs: 60 * SECOND });
  expect(report).toMatchObject({ removed: { containers: 1 }, leaks: [] });
  expect(rig.elapsed).toBeLessThan(60 * SECOND);
});

test('a short drain takes no grace from those who come after it', async () => {
  using rig = new AgentRig();
  await submitStubborn(rig);
  await rig.drain({ budgetMs: 5 * SECOND });
  rig.world.container('patient', { stopMs: 8 * SECOND });
  await rig.submit('lab', { containers: ['patient'] });
  const before = rig.time.now();
  await rig.collect();
  expect(rig.time.now() - before).toBeGreaterThanOrEqual(8 * SECOND);
  expect(rig.script.asked('kill')).toEqual(['stubborn']);
});

test.each([1, 5, 60, 240])(
  'an engine that hangs for ever is given up within the budget: %d s',
  async (budget) => {
    using rig = new AgentRig();
    await submitStubborn(rig, 'stuck');
    for (const call of CALLS) rig.script.hang(call);
    const before = rig.time.now();
    const report = await rig.drain({ final: true, budgetMs: budget * SECOND });
    expect(rig.time.now() - before).toBeLessThanOrEqual(budget * SECOND);
    expect(report).toMatchObject({
      leaks: [
        {
          topology: 'stuck',
          kind: 'container',
          name: 'stuck',
          reason: expect.stringMatching(
            /^the time was up: it waited \d.*s for its stop \(its grace is 3600s\)$/,
          ),
        },
      ],
      unconfirmed: 'the engine did not answer in time',
    });
  },
);

test('an engine that is away the whole time is told in its words', async () => {
  using rig = new AgentRig();
  await submitStubborn(rig, 'lost');
  for (const call of CALLS) rig.script.fail(call, unreachable());
  const report = await rig.drain({ budgetMs: 30 * SECOND });
  expect(rig.elapsed).toBeLessThanOrEqual(30 * SECOND);
  expect(report.unconfirmed).toContain('ECONNREFUSED');
  expect(report.leaks).toHaveLength(1);
});

test('an engine that comes back in time loses nothing', async () => {
  using rig = new AgentRig();
  rig.world.network('net');
  rig.world.container('a', { networks: ['net'] });
  for (const call of ['listLabelled', 'stop', 'remove', 'list'] as const)
    rig.script.fail(call, unreachable());
  await rig.submit('lab', { containers: ['a'], networks: ['net'] });
  const draining = rig.drain({ budgetMs: 120 * SECOND });
  await rig.time.pass(20 * SECOND);
  rig.script.heal();
  const report = await draining;
  expect(report).toMatchObject({ removed: { containers: 1, networks: 1 }, leaks: [] });
  expect(report).not.toHaveProperty('unconfirmed');
});

test('a moment’s trouble at the very end leaves nothing unconfirmed', async () => {
  using rig = new AgentRig();
  rig.script.fail('list', unreachable(), { times: 1 });
  expect(await rig.drain({ budgetMs: 60 * SECOND })).not.toHaveProperty('unconfirmed');
});
