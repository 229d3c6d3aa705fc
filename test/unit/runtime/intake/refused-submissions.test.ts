import { expect, test } from 'vitest';
import { memberKey } from '../../../../src/domain/topology/topology.ts';
import { AgentRig } from '../../../fakes/agent-rig.ts';
import { ENGINE, unreachable } from '../../../fakes/fake-engine.ts';
import { START } from '../../../fakes/virtual-time.ts';

const BEFORE = new Date(START - 60_000).toISOString();

/** Nothing was taken, nothing was stopped, and what was named is in the book. */
function expectUntouched(rig: AgentRig, written: readonly string[] = ['rejected']): void {
  expect(rig.agent.topologies()).toEqual([]);
  expect(rig.journal.events.map(({ type }) => type)).toEqual(written);
  expect(rig.script.asked('stop')).toEqual([]);
}

test('what names one member of somebody else is refused as a whole, each fault named', async () => {
  using rig = new AgentRig({ guarded: { containers: ['job'], networks: [] } });
  for (const name of ['mine', 'job']) rig.world.container(name);
  rig.world.container('old', { createdAt: BEFORE });
  rig.world.network('bridge');
  const submission = rig.submit('lab', { containers: ['mine', 'old', 'job'], networks: ['bridge'] });
  await expect(submission).rejects.toMatchObject({
    code: 'refused',
    faults: [
      { field: 'containers[1]', value: 'old' },
      { field: 'containers[2]', value: 'job' },
      { field: 'networks[0]', value: 'bridge' },
    ],
  });
  expectUntouched(rig);
  expect(rig.world.isRunning('mine')).toBe(true);
});

test('a selector that reaches too far is refused, by its field', async () => {
  using rig = new AgentRig();
  rig.world.container('mine', { labels: { suite: 'vlan' } });
  rig.world.container('old', { labels: { suite: 'vlan' }, createdAt: BEFORE });
  await expect(rig.submit('lab', { labels: ['suite=vlan'] })).rejects.toMatchObject({
    code: 'refused',
    faults: [{ field: 'selectors[0]' }],
  });
  expectUntouched(rig);
});

test('what another agent on this host holds is refused', async () => {
  using rig = new AgentRig();
  rig.held.set(memberKey(rig.world.container('theirs')), 's2');
  await expect(rig.submit('lab', { containers: ['theirs'] })).rejects.toMatchObject({
    code: 'refused',
    faults: [{ detail: 'container theirs is held by another agent, of the session s2' }],
  });
  expectUntouched(rig);
});

test('the label of the session makes what is older the session’s own', async () => {
  using rig = new AgentRig();
  rig.world.container('old', { labels: { 'topo-gc.session': 's1' }, createdAt: BEFORE });
  await rig.submit('lab', { containers: ['old'] });
  expect(rig.script.asked('stop')).toEqual(['old']);
});

test('without protection, what is the runner’s own is refused all the same', async () => {
  const guarded = { containers: ['job'], networks: ['job-network'] };
  using rig = new AgentRig({ inputs: { protect: 'false' }, guarded });
  rig.world.network('job-network');
  for (const name of ['mine', 'job']) rig.world.container(name);
  const submission = rig.submit('lab', { containers: ['mine', 'job'], networks: ['job-network'] });
  await expect(submission).rejects.toMatchObject({
    code: 'refused',
    faults: [
      { field: 'containers[1]', value: 'job' },
      { field: 'networks[0]', value: 'job-network' },
    ],
  });
  expectUntouched(rig);
});

test('without protection, what is older is taken', async () => {
  using rig = new AgentRig({ inputs: { protect: 'false' } });
  rig.world.container('old', { createdAt: BEFORE });
  await rig.submit('lab', { containers: ['old'] });
  expect(rig.script.asked('stop')).toEqual(['old']);
});

test('new members under an id that is removed are refused, as they would be overlooked', async () => {
  using rig = new AgentRig();
  for (const name of ['a', 'b']) rig.world.container(name);
  await rig.submit('lab', { containers: ['a'] });
  await rig.collect();
  await expect(rig.submit('lab', { containers: ['a', 'b'] })).rejects.toMatchObject({
    code: 'already-removed',
    faults: [{ field: 'containers', value: 'b' }],
  });
  expect(rig.world.isRunning('b')).toBe(true);
});

test('another engine’s submission is refused; the agent’s own engine may be named', async () => {
  using rig = new AgentRig();
  rig.world.container('a');
  await expect(rig.submit('lab', { containers: ['a'], engine: 'OTHER' })).rejects.toMatchObject({
    code: 'other-engine',
    faults: [{ field: 'engine', value: 'OTHER', detail: `the agent works on the engine ${ENGINE.id}` }],
  });
  expectUntouched(rig);
  await rig.submit('lab', { containers: ['a'], engine: ENGINE.id });
  expect(rig.stateOf('lab')).toBe('stopping');
});

test('where the journal fails, nothing is taken and nothing is stopped', async () => {
  using rig = new AgentRig();
  rig.world.container('a');
  rig.journal.failure = new Error('ENOSPC');
  await expect(rig.submit('lab', { containers: ['a'] })).rejects.toMatchObject({ code: 'journal-failed' });
  expectUntouched(rig, []);
  rig.journal.failure = undefined;
  await rig.submit('lab', { containers: ['a'] });
  expect(rig.script.asked('stop')).toEqual(['a']);
});

test('where the engine does not answer, the client is told at once', async () => {
  using rig = new AgentRig();
  rig.world.container('a');
  rig.script.fail('find', unreachable());
  await expect(rig.submit('lab', { containers: ['a'] })).rejects.toMatchObject({ fault: 'unreachable' });
  expectUntouched(rig);
  expect(rig.elapsed).toBe(0);
});
