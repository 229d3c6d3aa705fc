import { expect, test } from 'vitest';
import { hostMoment } from '../../../../src/domain/moment.ts';
import { AgentRig } from '../../../fakes/agent-rig.ts';
import { madeSubmission, type SubmissionFields } from '../../../fakes/made-submission.ts';
import { START } from '../../../fakes/virtual-time.ts';

const SECOND = 1000;
const at = (ms: number) => new Date(START + ms).toISOString();
/** The second in which the client spoke: nobody can say what of it was there then. */
const THEN = at(SECOND).replace('.000Z', 'Z');

/** As a client left it a second after the session began. */
function leave(rig: AgentRig, fields: SubmissionFields): void {
  const submission = madeSubmission('lab', { ...fields, submittedAt: START + SECOND });
  rig.spool.leave({ file: 'lab.json', submission });
}

test('one that is called like somebody else’s is told of', async () => {
  using rig = new AgentRig();
  await rig.time.pass(10 * SECOND);
  rig.world.volume('data', { createdAt: THEN });
  rig.world.network('data', { createdAt: THEN, labels: { 'topo-gc.session': 's2' } });
  leave(rig, { networks: ['data'], volumes: ['data'] });
  expect((await rig.drain({ final: true })).leaks).toMatchObject([{ kind: 'volume', name: 'data' }]);
  expect(rig.log.lines.join('\n')).toMatch(/left, as it must not be taken: .*network data carries/);
});

test('one that carries the session’s label is its own, whoever has left it', async () => {
  const predecessor = { lastAlive: hostMoment(START + 5 * SECOND), isJobOver: true };
  using rig = new AgentRig({ predecessor });
  await rig.time.pass(10 * SECOND);
  rig.world.container('a', { createdAt: THEN, labels: { 'topo-gc.session': 's1' } });
  leave(rig, { containers: ['a'] });
  // What is spooled comes after what is labelled.
  rig.script.before('listLabelled', () => rig.time.sleep(SECOND));
  expect(await rig.drain({ final: true })).toMatchObject({ removed: { containers: 1 } });
  expect(rig.world.names).toEqual([]);
});

test('it is taken when it is handed over again under the same id', async () => {
  using rig = new AgentRig();
  await rig.time.pass(10 * SECOND);
  rig.world.volume('data', { createdAt: THEN });
  leave(rig, { volumes: ['data'] });
  rig.agent.start();
  await rig.time.pass(2 * SECOND);
  expect(rig.states('lab')).toEqual({ data: 'absent' });
  await rig.submit('lab', { volumes: ['data'] });
  expect(await rig.drain({ final: true })).toMatchObject({ removed: { volumes: 1 }, leaks: [] });
});

test('so is what was not there, and is by now', async () => {
  using rig = new AgentRig();
  await rig.submit('lab', { containers: ['a'] });
  rig.world.container('a');
  await rig.submit('lab', { containers: ['a'] });
  expect(rig.topology('lab').members).toMatchObject([{ name: 'a', state: 'stopping' }]);
});

test('it is not forgotten, however much is removed since', async () => {
  using rig = new AgentRig();
  await rig.time.pass(10 * SECOND);
  rig.world.volume('data', { createdAt: THEN });
  leave(rig, { volumes: ['data'] });
  rig.agent.start();
  await rig.time.pass(2 * SECOND);
  for (let nth = 0; nth < 2_100; nth++)
    await rig.agent.submit(madeSubmission(`t${nth}`, { volumes: ['no'] }), 0);
  expect(rig.agent.topologies().length).toBeLessThan(2_000);
  expect((await rig.drain({ final: true })).leaks).toMatchObject([{ kind: 'volume', name: 'data' }]);
});

test('a shared volume that others still use is no leak, also where it carries the session’s label', async () => {
  using rig = new AgentRig();
  rig.world.volume('cache', { labels: { 'topo-gc.session': 's1' } });
  rig.world.container('other', { volumes: ['cache'] });
  await rig.submit('lab', { volumes: ['cache'], shared: ['cache'] });
  expect(await rig.drain({ final: true })).toMatchObject({ leaks: [] });
});
