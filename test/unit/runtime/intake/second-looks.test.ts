import { expect, test } from 'vitest';
import { readSubmission } from '../../../../src/protocol/submission-schema.ts';
import { AgentRig } from '../../../fakes/agent-rig.ts';
import { rejected, unreachable } from '../../../fakes/fake-engine.ts';
import { madeSubmission } from '../../../fakes/made-submission.ts';
import { START } from '../../../fakes/virtual-time.ts';

const SECOND = 1_000;
const BEFORE = new Date(START - 60_000).toISOString();

/** As the socket would: what is not valid is written down, and thrown. */
function post(rig: AgentRig, body: object): void {
  try {
    readSubmission(body);
  } catch (error) {
    rig.agent.noteInvalid(error, false);
    return;
  }
  throw new Error('the submission is valid');
}

test('a blank reference in a trap is a leak by what was given, and what else it named goes', async () => {
  using rig = new AgentRig();
  rig.world.container('web');
  post(rig, { id: 'lab', containers: ['web', ''] });
  const report = await rig.drain({ final: true });
  expect(rig.world.names).toEqual([]);
  expect(report.leaks).toMatchObject([
    {
      topology: 'lab',
      kind: 'container',
      name: '""',
      cause: 'unresolved',
      reason: expect.stringContaining('is blank'),
    },
  ]);
  expect(report.rejected).toMatchObject([
    { topology: 'lab', error: expect.stringContaining('containers[1] "":') },
  ]);
});

test('two ids in one reference are a leak that quotes them escaped', async () => {
  using rig = new AgentRig();
  post(rig, { id: 'lab', containers: ['aaaa\nbbbb'] });
  const report = await rig.drain({ final: true });
  expect(report.leaks).toMatchObject([{ name: '"aaaa\\nbbbb"', cause: 'unresolved' }]);
});

test('one look-up that hangs takes no other with it: it is told, looked at again and taken', async () => {
  using rig = new AgentRig();
  for (const name of ['a', 'stuck', 'b']) rig.world.container(name);
  rig.script.hang('find', { of: 'stuck', times: 1 });
  rig.agent.start();
  const { topology, errors } = await rig.submit('lab', { containers: ['a', 'stuck', 'b'] });
  expect(topology.members.map(({ name }) => name)).toEqual(['a', 'b']);
  expect(errors).toMatchObject([{ field: 'containers[1]', value: 'stuck' }]);
  expect(rig.elapsed).toBeLessThan(2 * SECOND);
  await rig.time.pass(5 * SECOND);
  expect(rig.script.asked('stop')).toContain('stuck');
  expect(await rig.drain({ final: true })).toMatchObject({ leaks: [], removed: { containers: 3 } });
});

test('what can not be looked up to the end is a leak by the name that was given', async () => {
  using rig = new AgentRig();
  for (const name of ['a', 'ill']) rig.world.container(name);
  rig.script.fail('find', rejected('layer does not exist'), { of: 'ill' });
  await rig.submit('lab', { containers: ['a', 'ill'] });
  const report = await rig.drain({ final: true });
  expect(report.leaks).toMatchObject([
    {
      topology: 'lab',
      name: 'ill',
      cause: 'unresolved',
      reason: expect.stringContaining('layer does not exist'),
    },
  ]);
});

test('what a selector has listed and can not be looked up is told by its name', async () => {
  using rig = new AgentRig();
  for (const name of ['a', 'ill']) rig.world.container(name, { labels: { suite: 'vlan' } });
  rig.script.fail('find', rejected('layer does not exist'), {
    of: rig.world.look('container', 'ill')?.id ?? '',
  });
  const { topology, errors } = await rig.submit('lab', { labels: ['suite=vlan'] });
  expect(topology.members.map(({ name }) => name)).toEqual(['a']);
  expect(errors).toMatchObject([{ field: 'selectors[0]', value: 'ill' }]);
  expect((await rig.drain({ final: true })).leaks).toMatchObject([{ name: 'ill', cause: 'unresolved' }]);
});

test('a selector that matches nothing is a warning', async () => {
  using rig = new AgentRig();
  const { warnings } = await rig.submit('lab', { labels: ['suite=vlna'] });
  expect(warnings).toMatchObject([{ field: 'selectors[0]', value: 'suite=vlna' }]);
});

test('of a refused submission the drain takes what is the job’s own, and names the rest as left', async () => {
  using rig = new AgentRig();
  rig.world.container('mine');
  rig.world.container('old', { createdAt: BEFORE });
  await expect(rig.submit('lab', { containers: ['mine', 'old'] })).rejects.toMatchObject({ code: 'refused' });
  const report = await rig.drain({ final: true });
  expect(rig.world.names).toEqual(['old']);
  expect(report.leaks).toEqual([]);
  expect(report.left).toMatchObject([{ topology: 'lab', kind: 'container', name: 'old' }]);
});

test('nothing that is younger than the client’s last word is taken by a later look', async () => {
  using rig = new AgentRig();
  rig.world.container('old', { createdAt: BEFORE });
  await expect(rig.submit('lab', { containers: ['next', 'old'] })).rejects.toMatchObject({ code: 'refused' });
  await rig.time.pass(5 * SECOND);
  rig.world.container('next');
  await rig.drain({ final: true });
  expect(rig.world.names).toEqual(['old', 'next']);
});

test('the members of a file that is rejected are looked at again', async () => {
  using rig = new AgentRig();
  rig.world.container('mine');
  rig.world.container('old', { createdAt: BEFORE });
  const submission = madeSubmission('lab', { containers: ['mine', 'old'] });
  rig.spool.leave({ file: 'lab.json', submission });
  const report = await rig.drain({ final: true });
  expect(report.rejected).toMatchObject([{ file: 'lab.json' }]);
  expect(report).toMatchObject({ leaks: [], left: [{ name: 'old' }], removed: { containers: 1 } });
});

test('a file that nobody can read leaves the drain unconfirmed', async () => {
  using rig = new AgentRig();
  rig.spool.unreadable.push({ file: 'half.json', error: 'it is no JSON' });
  expect((await rig.drain({ final: true })).unconfirmed).toContain('half.json of the spool');
});

test('a lease takes what can be looked up, and looks at the rest when it ends', async () => {
  using rig = new AgentRig();
  for (const name of ['a', 'ill']) rig.world.container(name);
  rig.script.fail('find', unreachable(), { of: 'ill', times: 1 });
  const { errors } = await rig.lease('lab', { containers: ['a', 'ill'] });
  expect(errors).toMatchObject([{ field: 'containers[1]', value: 'ill' }]);
  expect(await rig.drain({ final: true })).toMatchObject({ leaks: [], removed: { containers: 2 } });
});

const TASK = { 'com.docker.swarm.task.id': 't1', 'com.docker.swarm.service.name': 'shop_web' };

test.each(['true', 'false'])(
  'a task of a Swarm is refused with the line to use, protect %s',
  async (protect) => {
    using rig = new AgentRig({ inputs: { protect } });
    rig.world.container('task', { labels: TASK });
    await expect(rig.submit('lab', { containers: ['task'] })).rejects.toMatchObject({
      code: 'refused',
      faults: [{ detail: expect.stringMatching(/task of service shop_web, .*--service shop_web\)$/) }],
    });
    const report = await rig.drain({ final: true });
    expect(report.leaks).toMatchObject([{ name: 'task', cause: 'owned-elsewhere' }]);
    expect(rig.world.isRunning('task')).toBe(true);
  },
);

test('a task that carries the session’s label is a leak of something else', async () => {
  using rig = new AgentRig();
  rig.world.container('task', { labels: { ...TASK, 'topo-gc.session': 's1' } });
  expect((await rig.drain({ final: true })).leaks).toMatchObject([
    { name: 'task', cause: 'owned-elsewhere' },
  ]);
});

test('what a selector has found is refused by its name', async () => {
  using rig = new AgentRig();
  rig.world.container('task', { labels: { ...TASK, suite: 'vlan' } });
  await expect(rig.submit('lab', { labels: ['suite=vlan'] })).rejects.toMatchObject({
    faults: [{ field: 'selectors[0]', value: 'task' }],
  });
});

test('what a submission that was not valid named and is not there is nothing to look for', async () => {
  using rig = new AgentRig();
  rig.world.container('web');
  post(rig, { id: 'lab', containers: ['web', 'gone'], unknown: 1 });
  const report = await rig.drain({ final: true });
  expect(report.leaks).toEqual([]);
  expect(rig.world.names).toEqual([]);
  expect(report.topologies[0]?.absent).toEqual(['gone']);
});
