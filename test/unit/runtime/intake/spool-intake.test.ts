import { expect, test } from 'vitest';
import { AgentRig } from '../../../fakes/agent-rig.ts';
import { rejected, unreachable } from '../../../fakes/fake-engine.ts';
import { madeSubmission, type SubmissionFields } from '../../../fakes/made-submission.ts';

const SECOND = 1000;

/** A file that a client leaves, at this moment. */
function leave(rig: AgentRig, id: string, fields: SubmissionFields): void {
  const submission = madeSubmission(id, { ...fields, submittedAt: rig.time.now() });
  rig.spool.leave({ file: `${id}.json`, submission });
}

test('what is there when the agent starts, and what comes later, is taken and leaves the spool', async () => {
  using rig = new AgentRig();
  for (const name of ['a', 'b']) rig.world.container(name);
  leave(rig, 'one', { containers: ['a'] });
  rig.agent.start();
  await rig.time.pass(SECOND);
  leave(rig, 'two', { containers: ['b'] });
  await rig.time.pass(SECOND);
  expect(rig.script.asked('stop')).toEqual(['a', 'b']);
  expect(rig.spool.files.size).toBe(0);
});

test('nothing is taken that was created after the client wrote it', async () => {
  using rig = new AgentRig();
  rig.world.container('a', { labels: { suite: 'vlan' } });
  leave(rig, 'lab', { labels: ['suite=vlan'] });
  await rig.time.pass(5 * SECOND);
  rig.world.container('late', { labels: { suite: 'vlan' } });
  rig.agent.start();
  await rig.time.pass(SECOND);
  expect(rig.script.asked('stop')).toEqual(['a']);
});

test('what was taken over the socket already is one topology', async () => {
  using rig = new AgentRig();
  rig.world.container('a');
  rig.agent.start();
  await rig.submit('lab', { containers: ['a'] });
  await rig.collect();
  leave(rig, 'lab', { containers: ['a'] });
  const report = await rig.drain({ final: true });
  expect(report.topologies).toMatchObject([{ id: 'lab', state: 'removed' }]);
  expect(report.rejected).toEqual([]);
});

test('what is refused is rejected by name, with every fault, and the others are taken', async () => {
  using rig = new AgentRig();
  rig.world.container('a');
  rig.world.container('old', { createdAt: '2020-01-01T00:00:00Z' });
  rig.world.network('bridge');
  leave(rig, 'bad', { containers: ['old'], networks: ['bridge'] });
  leave(rig, 'good', { containers: ['a'] });
  const report = await rig.drain({ final: true });
  expect(report.rejected).toEqual([
    { file: 'bad.json', error: expect.stringMatching(/containers\[0\] "old".*networks\[0\] "bridge"/) },
  ]);
  expect(rig.spool.rejected).toEqual(['bad.json']);
  expect(rig.world.names).toEqual(['old', 'bridge']);
});

test('what can not be read is rejected too', async () => {
  using rig = new AgentRig();
  rig.spool.unreadable.push({ file: 'half.json', error: 'it is no JSON' });
  expect((await rig.drain()).rejected).toEqual([{ file: 'half.json', error: 'it is no JSON' }]);
});

test('an engine that is away loses nothing of the spool', async () => {
  using rig = new AgentRig();
  rig.world.container('a');
  rig.script.fail('find', unreachable());
  leave(rig, 'lab', { containers: ['a'] });
  rig.agent.start();
  const draining = rig.drain({ final: true, budgetMs: 120 * SECOND });
  await rig.time.pass(10 * SECOND);
  rig.script.heal();
  expect(await draining).toMatchObject({ removed: { containers: 1 }, leaks: [], rejected: [] });
});

test('an engine that stays away does not: what was not taken is named, and waits for the next sweep', async () => {
  using rig = new AgentRig();
  rig.world.container('a');
  for (const call of ['find', 'listLabelled', 'list'] as const) rig.script.fail(call, unreachable());
  leave(rig, 'lab', { containers: ['a'] });
  const report = await rig.drain({ final: true, budgetMs: 60 * SECOND });
  expect(rig.elapsed).toBeLessThanOrEqual(60 * SECOND);
  expect(report.rejected).toEqual([]);
  expect(report.unconfirmed).toMatch(/lab\.json of the spool could not be taken: .*ECONNREFUSED/);
  expect([...rig.spool.files.keys()]).toEqual(['lab.json']);
});

test('what there was no time for is named, with what holds it up', async () => {
  using rig = new AgentRig();
  for (const name of ['a', 'b', 'c']) rig.world.container(name);
  rig.script.hang('find');
  for (const name of ['a', 'b', 'c']) leave(rig, name, { containers: [name] });
  const report = await rig.drain({ final: true, budgetMs: 60 * SECOND });
  expect(rig.elapsed).toBeLessThanOrEqual(60 * SECOND);
  expect(report.unconfirmed).toContain('a.json of the spool could not be taken: there was no time for it');
  expect(report.unconfirmed).toContain('c.json of the spool could not be taken: there was no time for it');
  expect(rig.spool.files.size).toBe(3);
});

test('a spool that does not even tell what is in it is named', async () => {
  using rig = new AgentRig();
  rig.spool.list = () => new Promise(() => {});
  const report = await rig.drain({ final: true, budgetMs: 60 * SECOND });
  expect(report.unconfirmed).toBe('the spool could not be read: there was no time for it');
});

test('a file that can not be read keeps no other one from being taken, and nothing is confirmed', async () => {
  using rig = new AgentRig();
  rig.world.container('a');
  rig.world.container('b');
  leave(rig, 'ill', { containers: ['a'] });
  leave(rig, 'well', { containers: ['b'] });
  rig.spool.faults.set('ill.json', { read: new Error('EIO: i/o error, read') });
  const report = await rig.drain({ final: true, budgetMs: 60 * SECOND });
  expect(report).toMatchObject({ removed: { containers: 1 }, leaks: [], rejected: [] });
  expect(report.unconfirmed).toBe('ill.json of the spool could not be read: EIO: i/o error, read');
  expect([...rig.spool.files.keys()]).toEqual(['ill.json']);
  expect(rig.elapsed).toBeLessThan(20 * SECOND);
});

test('what can not be read for a moment is taken then', async () => {
  using rig = new AgentRig();
  rig.world.container('a');
  leave(rig, 'lab', { containers: ['a'] });
  rig.spool.faults.set('lab.json', { read: new Error('EMFILE: too many open files') });
  const draining = rig.drain({ final: true, budgetMs: 60 * SECOND });
  await rig.time.pass(2 * SECOND);
  rig.spool.faults.clear();
  const report = await draining;
  expect(report).toMatchObject({ removed: { containers: 1 }, leaks: [], rejected: [] });
  expect(report).not.toHaveProperty('unconfirmed');
});

test('what can not be put aside is told once, and tried no more', async () => {
  using rig = new AgentRig();
  rig.spool.unreadable.push({ file: 'half.json', error: 'it is no JSON' });
  rig.spool.faults.set('half.json', { reject: new Error('EROFS: read-only file system') });
  rig.agent.start();
  await rig.time.pass(10 * SECOND);
  const report = await rig.drain({ final: true });
  expect(report.rejected).toEqual([{ file: 'half.json', error: 'it is no JSON' }]);
  expect(report.unconfirmed).toContain('half.json of the spool could not be put aside: EROFS');
});

test('what is taken and can not be removed is taken once', async () => {
  using rig = new AgentRig();
  rig.world.container('a');
  leave(rig, 'lab', { containers: ['a'] });
  rig.spool.faults.set('lab.json', { taken: new Error('EACCES: permission denied') });
  rig.agent.start();
  await rig.time.pass(5 * SECOND);
  const report = await rig.drain({ final: true });
  expect(report).toMatchObject({ removed: { containers: 1 }, leaks: [], rejected: [] });
  expect(report).not.toHaveProperty('unconfirmed');
});

test('what comes is found also where nothing tells of it', async () => {
  using rig = new AgentRig();
  rig.world.container('a');
  rig.spool.watch = () => {};
  rig.agent.start();
  await rig.time.pass(SECOND);
  leave(rig, 'lab', { containers: ['a'] });
  await rig.time.pass(2 * SECOND);
  expect(rig.script.asked('stop')).toEqual(['a']);
});

test('what no retry would help is not waited for', async () => {
  using rig = new AgentRig();
  rig.script.fail('find', rejected('multiple IDs found with provided prefix'));
  leave(rig, 'lab', { containers: ['a'] });
  const report = await rig.drain({ final: true, budgetMs: 60 * SECOND });
  expect(report.rejected).toEqual([
    { file: 'lab.json', error: expect.stringContaining('multiple IDs found') },
  ]);
  expect(rig.elapsed).toBeLessThan(10 * SECOND);
});

test('the final drain closes the spool; another leaves it open', async () => {
  using rig = new AgentRig();
  await rig.drain();
  expect(rig.spool.isClosed).toBe(false);
  await rig.drain({ final: true });
  expect(rig.spool.isClosed).toBe(true);
});

test('a spool that can not be closed or read holds up no drain', async () => {
  using rig = new AgentRig();
  rig.world.container('a');
  await rig.submit('lab', { containers: ['a'] });
  rig.spool.failure = new Error('EACCES');
  const report = await rig.drain({ final: true, budgetMs: 60 * SECOND });
  expect(report).toMatchObject({ removed: { containers: 1 }, leaks: [] });
  expect(report.unconfirmed).toBe(
    'the spool could not be closed: EACCES; the spool could not be read: EACCES',
  );
  expect(rig.elapsed).toBeLessThan(10 * SECOND);
});
