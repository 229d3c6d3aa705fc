import { describe, expect, test } from 'vitest';
import { AgentRig } from '../../../fakes/agent-rig.ts';
import { START } from '../../../fakes/virtual-time.ts';

const SECOND = 1000;

describe('a second drain', () => {
  test('joins the one that is under way', async () => {
    using rig = new AgentRig();
    rig.world.container('a', { stopMs: 5 * SECOND });
    await rig.submit('lab', { containers: ['a'] });
    const reports = await Promise.all([rig.drain(), rig.drain()]);
    expect(reports[1]).toEqual(reports[0]);
    expect(rig.events.filter(({ type }) => type === 'draining')).toHaveLength(1);
  });

  test('that is final drains what has come since, and closes', async () => {
    using rig = new AgentRig();
    rig.world.container('a', { stopMs: 5 * SECOND });
    await rig.submit('lab', { containers: ['a'] });
    const [first, final] = [rig.drain(), rig.drain({ final: true })];
    await first;
    await final;
    expect((await rig.time.until(rig.agent.status())).state).toBe('closed');
  });

  test('two that are final are one', async () => {
    using rig = new AgentRig();
    rig.world.container('a', { stopMs: 5 * SECOND });
    await rig.submit('lab', { containers: ['a'] });
    await Promise.all([rig.drain(), rig.drain({ final: true }), rig.drain({ final: true })]);
    expect(rig.events.filter(({ type }) => type === 'draining')).toHaveLength(2);
  });

  test('ends within its own budget, however long the first one may take', async () => {
    using rig = new AgentRig();
    rig.world.container('stuck');
    for (const call of ['stop', 'kill', 'remove', 'listLabelled', 'list'] as const) rig.script.hang(call);
    await rig.submit('stuck', { containers: ['stuck'] });
    const first = rig.drain({ budgetMs: 240 * SECOND });
    const { endedAt } = await rig.drain({ final: true, budgetMs: 60 * SECOND });
    // While two are waited for, time may have gone on before this is looked at.
    expect(endedAt - START).toBeLessThanOrEqual(60 * SECOND);
    await first;
  });
});
