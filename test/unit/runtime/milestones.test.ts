import { describe, expect, test } from 'vitest';
import type { TopologyId } from '../../../src/domain/topology/topology.ts';
import { AgentRig } from '../../fakes/agent-rig.ts';
import { rejected } from '../../fakes/fake-engine.ts';

const SECOND = 1000;
const LAB = 'lab' as TopologyId;

describe('waiting for a topology', () => {
  test('to stop: names and ports are free then', async () => {
    using rig = new AgentRig();
    rig.world.network('net');
    for (const [name, stopMs] of [
      ['a', 1000],
      ['b', 5000],
    ] as const)
      rig.world.container(name, { stopMs });
    await rig.submit('lab', { containers: ['a', 'b', 'tpyo'], networks: ['net'] });
    await rig.time.until(rig.agent.reached(LAB, 'stopped'));
    expect(rig.time.now()).toBe((rig.script.firstAt('stop', 'b') ?? Number.NaN) + 5 * SECOND);
    expect(rig.world.names).toEqual(['net', 'a', 'b']);
  });

  test('to be removed: it is collected at once', async () => {
    using rig = new AgentRig();
    for (const name of ['a', 'b']) rig.world.container(name);
    await rig.submit('lab', { containers: ['a'] });
    await rig.submit('other', { containers: ['b'] });
    const topology = await rig.time.until(rig.agent.reached(LAB, 'removed'));
    expect(topology.members).toMatchObject([{ state: 'removed' }]);
    expect(rig.world.names).toEqual(['b']);
  });

  test.each(['stopped', 'removed'] as const)('that fails is over as well: %s', async (milestone) => {
    using rig = new AgentRig();
    rig.world.container('a');
    rig.script.fail('stop', rejected('cannot stop'));
    await rig.submit('lab', { containers: ['a'] });
    const topology = await rig.time.until(rig.agent.reached(LAB, milestone));
    expect(topology.members).toMatchObject([{ state: 'failed', error: 'cannot stop' }]);
  });

  test('that there is not is an error', async () => {
    using rig = new AgentRig();
    await expect(rig.agent.reached(LAB, 'stopped')).rejects.toMatchObject({ code: 'not-found' });
  });
});
